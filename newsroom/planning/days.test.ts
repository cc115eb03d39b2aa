import { describe, expect, it } from "vitest";
import { boundsOf, dayAfter, dayOf, parsedDay, weekOf } from "./days.ts";

it.each([
  ["2026-11-25T17:59:59Z", "Asia/Bishkek", "2026-11-25"],
  ["2026-11-25T18:00:00Z", "Asia/Bishkek", "2026-11-26"],
  ["2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"],
  ["2026-11-01T03:59:59Z", "America/New_York", "2026-10-31"],
])("%s in %s is %s", (at, zone, day) => expect(dayOf(new Date(at), zone)).toBe(day));

describe("a day begins and ends", () => {
  it.each([
    ["2026-11-25", "Asia/Bishkek", "2026-11-24T18:00:00.000Z", 24],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z", 23],
    ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z", 25],
    ["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z", 23],
    ["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z", 25],
  ])("%s in %s at %s, %i hours later", (day, zone, from, hours) => {
    const bounds = boundsOf(day, zone);
    expect(bounds.from.toISOString()).toBe(from);
    expect((bounds.to.getTime() - bounds.from.getTime()) / 3_600_000).toBe(hours);
  });
});

it.each(["2026-11-23", "2026-11-25", "2026-11-29"])("the week of %s begins on its Monday", (day) => {
  const week = weekOf(day);
  expect([week[0], week[6], week.length]).toEqual(["2026-11-23", "2026-11-29", 7]);
});

it("goes over the end of a year", () => expect(dayAfter("2026-12-31")).toBe("2027-01-01"));

it.each([undefined, "", "today", "2026-02-30", "2026-13-01", "9999-01-01", "2026-1-1", ["2026-11-25"]])(
  "%j is no day",
  (parameter) => expect(parsedDay(parameter)).toBeNull(),
);
it("a day is one", () => expect(parsedDay("2028-02-29")).toBe("2028-02-29"));
