import { describe, expect, it } from "vitest";
import { isStale, isTooFarAhead } from "./staleness.ts";
import { type AcceptedRate, asOf, stripOf } from "./strip.ts";

const bishkek = "Asia/Bishkek";
const at = (local: string) => new Date(`${local}+06:00`);

describe("a rate is stale", () => {
  it.each([
    // 2026-05-22 is a Friday.
    ["2026-05-22", "2026-05-22T18:00", false],
    ["2026-05-22", "2026-05-23T12:00", false],
    ["2026-05-22", "2026-05-24T23:59", false],
    ["2026-05-22", "2026-05-25T23:59", false],
    ["2026-05-22", "2026-05-26T00:00", true],
    ["2026-05-23", "2026-05-25T12:00", false],
    ["2026-05-23", "2026-05-26T12:00", true],
    ["2026-05-25", "2026-05-26T23:59", false],
    ["2026-05-25", "2026-05-27T00:00", true],
    ["2026-05-27", "2026-05-26T12:00", false],
    ["1999-01-01", "2026-05-26T12:00", true],
  ])("of %s, at %s: %s", (date, now, stale) => expect(isStale(date, at(now), bishkek)).toBe(stale));

  it("by the newsroom's days, not by those of the machine", () => {
    const now = new Date("2026-05-26T18:30:00Z");
    expect(isStale("2026-05-25", now, bishkek)).toBe(true);
    expect(isStale("2026-05-25", now, "UTC")).toBe(false);
  });
});

it("a date may lie a week ahead and not more", () => {
  expect(isTooFarAhead("2026-05-29", at("2026-05-22T12:00"), bishkek)).toBe(false);
  expect(isTooFarAhead("2026-05-30", at("2026-05-22T12:00"), bishkek)).toBe(true);
  expect(isTooFarAhead("1999-05-30", at("2026-05-22T12:00"), bishkek)).toBe(false);
});

describe("the strip", () => {
  const now = at("2026-05-22T12:00");
  const aRate = (row: Partial<AcceptedRate>): AcceptedRate => ({
    pair: "KGS/USD",
    source: "currency-api",
    effectiveDate: "2026-05-22",
    rate: "0.011434174095",
    nominal: 1,
    ...row,
  });

  it("stands in its own order, whatever order the rows have, and leaves out what is not known", () => {
    const pairs = ["UZS/USD", "TMT/USD", "KGS/USD", "EUR/USD"];
    const strip = stripOf(
      pairs.map((pair) => aRate({ pair })),
      now,
      bishkek,
    );
    expect(strip.map(({ pair }) => pair)).toEqual(["KGS/USD", "UZS/USD", "TMT/USD"]);
    expect(stripOf([], now, bishkek)).toEqual([]);
  });

  it("shows value, change against the date before, date and source", () => {
    const rows = [aRate({ effectiveDate: "2026-05-20", rate: "0.0114" }), aRate({})];
    expect(stripOf(rows, now, bishkek)).toEqual([
      {
        pair: "KGS/USD",
        currency: "KGS",
        value: "0.01143",
        change: "+0.30%",
        direction: "up",
        effectiveDate: "2026-05-22",
        stale: false,
        source: "Currency API (indicative)",
        sourceUrl: "https://github.com/fawazahmed0/exchange-api",
      },
    ]);
  });

  it("says nothing of a change where there is one date only", () => {
    expect(stripOf([aRate({})], now, bishkek)[0]).toMatchObject({ change: null, direction: null });
  });

  it("tells one unit where the source quotes a hundred", () => {
    expect(stripOf([aRate({ pair: "UZS/USD", rate: "0.0084801645", nominal: 100 })], now, bishkek)[0]?.value).toBe(
      "0.0000848",
    );
  });

  it("calls the manat's value the official peg while it is at the peg", () => {
    const manat = (rate: string) => stripOf([aRate({ pair: "TMT/USD", rate })], now, bishkek)[0]?.source;
    expect(manat("0.285728719394")).toBe("official peg, by Currency API (indicative)");
    expect(manat("0.25")).toBe("Currency API (indicative)");
  });

  it("knows its newest date", () => {
    const rows = [aRate({ effectiveDate: "2026-05-20" }), aRate({ pair: "TJS/USD", effectiveDate: "2026-05-21" })];
    expect(asOf(stripOf(rows, now, bishkek))).toBe("2026-05-21");
    expect(asOf([])).toBeNull();
  });
});
