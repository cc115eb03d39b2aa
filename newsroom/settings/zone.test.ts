import { describe, expect, it } from "vitest";
import { bothTimes, dayAndBothTimes, instantOf, localOf } from "./zone.ts";

const noon = new Date("2026-11-24T12:00:00Z");

describe("times are shown in the newsroom's zone and in UTC", () => {
  it("on one day", () => {
    expect(bothTimes(noon, "Asia/Bishkek")).toBe("18:00 Bishkek · 12:00 UTC");
    expect(dayAndBothTimes(noon, "Asia/Bishkek", noon)).toBe("24 Nov, 18:00 Bishkek · 12:00 UTC");
    expect(bothTimes(noon, "UTC")).toBe("12:00 UTC");
  });
  it("names the UTC day where it differs", () =>
    expect(dayAndBothTimes(new Date("2026-11-23T19:30:00Z"), "Asia/Bishkek", noon)).toBe(
      "24 Nov, 01:30 Bishkek · 23 Nov 19:30 UTC",
    ));
  it.each([
    ["in another year with that year", "2027-02-03T04:30:00Z", noon, "3 Feb 2027, 10:30 Bishkek · 04:30 UTC"],
    ["in the year before, too", "2025-11-24T12:00:00Z", noon, "24 Nov 2025, 18:00 Bishkek · 12:00 UTC"],
    ["by the newsroom's year, not UTC's", "2026-12-31T19:30:00Z", noon, "1 Jan 2027, 01:30 Bishkek · 31 Dec 19:30 UTC"],
    [
      "whose new year has begun",
      "2027-02-03T04:30:00Z",
      new Date("2026-12-31T18:00:00Z"),
      "3 Feb, 10:30 Bishkek · 04:30 UTC",
    ],
    [
      "with its year where nobody knows when it is read",
      "2026-11-24T12:00:00Z",
      null,
      "24 Nov 2026, 18:00 Bishkek · 12:00 UTC",
    ],
  ])("%s", (_what, at, now, words) => expect(dayAndBothTimes(new Date(at), "Asia/Bishkek", now)).toBe(words));
  it("as a form shows it", () => expect(localOf(noon, "Asia/Bishkek")).toBe("2026-11-24T18:00"));
});

describe("a local time becomes an instant", () => {
  it("where it exists once", () =>
    expect(instantOf("2026-11-24T18:00", "Asia/Bishkek")).toEqual({ kind: "exact", at: noon }));
  it("and is asked about where the clocks jump over it", () =>
    expect(instantOf("2026-03-29T02:30", "Europe/Berlin")).toEqual({
      kind: "missing",
      before: new Date("2026-03-29T00:30:00Z"),
      after: new Date("2026-03-29T01:30:00Z"),
    }));
  it("and where they show it twice", () =>
    expect(instantOf("2026-11-01T01:30", "America/New_York")).toEqual({
      kind: "doubled",
      earlier: new Date("2026-11-01T05:30:00Z"),
      later: new Date("2026-11-01T06:30:00Z"),
    }));
  it.each([
    // Clocks go forward: an hour that never is.
    ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00Z", null],
    ["2026-03-29T02:00", "Europe/Berlin", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"],
    ["2026-03-29T02:59", "Europe/Berlin", "2026-03-29T00:59:00Z", "2026-03-29T01:59:00Z"],
    ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00Z", null],
    ["2026-03-08T01:59", "America/New_York", "2026-03-08T06:59:00Z", null],
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z"],
    ["2026-03-08T03:00", "America/New_York", "2026-03-08T07:00:00Z", null],
    // Clocks go back: an hour that is twice.
    ["2026-10-25T01:59", "Europe/Berlin", "2026-10-24T23:59:00Z", null],
    ["2026-10-25T02:00", "Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"],
    ["2026-10-25T02:59", "Europe/Berlin", "2026-10-25T00:59:00Z", "2026-10-25T01:59:00Z"],
    ["2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00Z", null],
    ["2026-11-01T00:59", "America/New_York", "2026-11-01T04:59:00Z", null],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"],
    ["2026-11-01T02:00", "America/New_York", "2026-11-01T07:00:00Z", null],
    // Bishkek has not changed its clocks since 2005: on others' nights nothing is asked.
    ["2026-03-29T02:30", "Asia/Bishkek", "2026-03-28T20:30:00Z", null],
    ["2026-03-08T02:30", "Asia/Bishkek", "2026-03-07T20:30:00Z", null],
    ["2026-10-25T02:30", "Asia/Bishkek", "2026-10-24T20:30:00Z", null],
    ["2026-11-01T01:30", "Asia/Bishkek", "2026-10-31T19:30:00Z", null],
    ["2005-03-27T02:30", "Asia/Bishkek", "2005-03-26T20:30:00Z", "2005-03-26T21:30:00Z"],
  ])("%s in %s is %s, or perhaps %s", (local, zone, first, second) => {
    const meant = instantOf(local, zone);
    const instants =
      meant === null
        ? []
        : meant.kind === "exact"
          ? [meant.at]
          : meant.kind === "missing"
            ? [meant.before, meant.after]
            : [meant.earlier, meant.later];
    expect(instants.map((at) => at.getTime())).toEqual(
      [first, second].flatMap((at) => (at === null ? [] : Date.parse(at))),
    );
  });
  it.each(["", "tomorrow", "2026-02-30T10:00", "2026-13-01T10:00"])("and “%s” is none", (local) =>
    expect(instantOf(local, "Asia/Bishkek")).toBeNull(),
  );
});
