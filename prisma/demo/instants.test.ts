import { expect, it } from "vitest";
import { instantAhead, instantIn } from "./instants.ts";

const now = new Date("2026-11-23T20:30:00Z"); // already the 24th in Bishkek

it("counts days back in the newsroom's zone", () => {
  expect(instantIn("Asia/Bishkek", now, { daysAgo: 1, at: "07:20" })).toEqual(new Date("2026-11-23T01:20:00Z"));
  expect(instantIn("Europe/London", now, { daysAgo: 1, at: "07:20" })).toEqual(new Date("2026-11-22T07:20:00Z"));
});

it("takes a day of the calendar as it is", () =>
  expect(instantIn("Asia/Bishkek", now, { on: "2025-05-19", at: "17:40" })).toEqual(new Date("2025-05-19T11:40:00Z")));

it("counts days ahead", () =>
  expect(instantAhead("Asia/Bishkek", now, { planInDays: 2, at: "07:00" })).toEqual(new Date("2026-11-26T01:00:00Z")));

it("gives an hour that the clocks skip the next one", () =>
  expect(instantIn("Europe/Berlin", now, { on: "2026-03-29", at: "02:30" })).toEqual(new Date("2026-03-29T01:30:00Z")));
