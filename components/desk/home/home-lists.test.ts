import { describe, expect, it } from "vitest";
import { lastOutFirst } from "./home-lists.ts";

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const live = (number: number) => ({ publication: { state: "live" as const, since: day(number) } });

describe("the lists of the first page", () => {
  it("put what went out last first, however it was touched since", () => {
    expect(lastOutFirst([live(3), live(9), { publication: { state: "unpublished" as const } }, live(5)])).toEqual([
      live(9),
      live(5),
      live(3),
      { publication: { state: "unpublished" } },
    ]);
  });
});
