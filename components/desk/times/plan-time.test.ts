import { describe, expect, it } from "vitest";
import { planTime } from "./plan-time.ts";

const now = new Date("2026-11-23T12:00:00Z");
const bishkek = { zone: "Asia/Bishkek", now, embargoUntil: null };
const newYork = { zone: "America/New_York", now: new Date("2026-01-01T00:00:00Z"), embargoUntil: null };

describe("the time of a plan", () => {
  it("is the newsroom's, told in both ways", () => {
    expect(planTime("2026-11-24T18:00", null, bishkek)).toEqual({
      kind: "at",
      at: new Date("2026-11-24T12:00:00Z"),
      words: "24 Nov, 18:00 Bishkek · 12:00 UTC",
      which: null,
    });
  });

  it.each([
    ["2026-11-23T18:00", "This time has passed"],
    ["2020-01-01T00:00", "This time has passed"],
    ["2026-13-01T00:00", "not a date"],
    ["soon", "not a date"],
  ])("%s is refused: %s", (local, why) => {
    const time = planTime(local, null, bishkek);
    expect(time.kind === "refused" && time.why).toContain(why);
  });

  it("does not lie before the end of an embargo", () => {
    const embargoed = { ...bishkek, embargoUntil: new Date("2026-11-24T12:00:00Z") };
    expect(planTime("2026-11-24T17:59", null, embargoed)).toMatchObject({ kind: "refused" });
    expect(planTime("2026-11-24T18:00", null, embargoed)).toMatchObject({ kind: "at" });
  });

  it("lies after the publication that it takes back, and before the withdrawal that ends it", () => {
    const noon = new Date("2026-11-24T12:00:00Z");
    expect(planTime("2026-11-24T18:00", null, { ...bishkek, after: noon })).toMatchObject({ kind: "refused" });
    expect(planTime("2026-11-24T18:01", null, { ...bishkek, after: noon })).toMatchObject({ kind: "at" });
    expect(planTime("2026-11-24T18:00", null, { ...bishkek, before: noon })).toMatchObject({ kind: "refused" });
    expect(planTime("2026-11-24T17:59", null, { ...bishkek, before: noon })).toMatchObject({ kind: "at" });
  });

  it("is asked for when the clocks jump over it", () => {
    const time = planTime("2026-03-08T02:30", null, newYork);
    expect(time).toMatchObject({ kind: "ask", which: { why: expect.stringContaining("jump over") } });
    if (time.kind !== "ask") throw new Error(time.kind);
    expect(time.which.choices.map(({ words }) => words)).toEqual([
      "8 Mar 2026, 01:30 New York · 06:30 UTC",
      "8 Mar 2026, 03:30 New York · 07:30 UTC",
    ]);
    expect(planTime("2026-03-08T02:30", time.which.choices[1]?.at ?? null, newYork)).toMatchObject({
      kind: "at",
      at: time.which.choices[1]?.at,
    });
  });

  it("is asked for when the clocks show it twice", () => {
    const time = planTime("2026-11-01T01:30", null, newYork);
    if (time.kind !== "ask") throw new Error(time.kind);
    expect(time.which.choices.map(({ words }) => words)).toEqual([
      "1 Nov 2026, 01:30 New York · 05:30 UTC",
      "1 Nov 2026, 01:30 New York · 06:30 UTC",
    ]);
  });

  it("is empty until somebody chose", () => expect(planTime("", null, bishkek)).toEqual({ kind: "empty" }));
});
