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

it("calls the day before by its name where that day had 23 hours", () => {
  const rows = [{ at: new Date("2026-03-29T10:00:00Z") }, { at: new Date("2026-03-28T22:45:00Z") }];
  const days = byDay(rows, new Date("2026-03-29T22:30:00Z"), "Europe/Berlin"); // half past midnight
  expect(days.map(({ day }) => day)).toEqual(["Yesterday", "Saturday 28 March"]);
});
