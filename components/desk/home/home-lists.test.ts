import { describe, expect, it } from "vitest";
import { lastOutFirst, nextFirst } from "./home-lists.ts";

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const planned = (number: number) => ({ plan: { verb: "publish" as const, at: day(number), failure: null } });
const live = (number: number) => ({ publication: { state: "live" as const, since: day(number) } });

describe("the lists of the first page", () => {
  it("put the next plan first and leave out what lost its plan meanwhile", () => {
    expect(nextFirst([planned(9), { plan: null }, planned(3)])).toEqual([planned(3), planned(9)]);
  });

  it("put what went out last first, however it was touched since", () => {
    expect(lastOutFirst([live(3), live(9), { publication: { state: "unpublished" as const } }, live(5)])).toEqual([
      live(9),
      live(5),
      live(3),
      { publication: { state: "unpublished" } },
    ]);
  });
});
