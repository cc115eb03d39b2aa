import { expect, it } from "vitest";
import { byDay } from "./by-day.ts";

it("puts what happened under the days of the newsroom's zone", () => {
  const at = (text: string) => ({ at: new Date(text) });
  const rows = [
    at("2026-11-25T18:30:00Z"), // past midnight in Bishkek
    at("2026-11-25T17:30:00Z"),
    at("2026-11-24T20:00:00Z"),
    at("2026-11-23T08:00:00Z"),
    at("2025-12-31T08:00:00Z"),
  ];
  const days = byDay(rows, new Date("2026-11-25T19:00:00Z"), "Asia/Bishkek");
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
    ["Today", 1],
    ["Yesterday", 2],
    ["Monday 23 November", 1],
    ["Wednesday 31 December 2025", 1],
  ]);
});
