import { describe, expect, it } from "vitest";
import { filled } from "./filling.ts";

const story = (id: string) => ({ id });
const newest = ["a", "b", "c", "d"].map(story);
const none = { story: null, from: [] };
const ids = ({ top, rest }: ReturnType<typeof filled<{ id: string }>>) => ({
  top: top.map((one) => one?.id ?? null),
  rest: rest.map(({ id }) => id),
});

describe("the places of a front", () => {
  it("take the newest stories by themselves", () => {
    expect(ids(filled([none, none], newest))).toEqual({ top: ["a", "b"], rest: ["c", "d"] });
  });

  it("keep what was put there, wherever it would else stand", () => {
    expect(ids(filled([none, { story: story("a"), from: [] }], newest))).toEqual({ top: ["b", "a"], rest: ["c", "d"] });
    expect(ids(filled([{ story: story("old"), from: [] }, none], newest))).toEqual({
      top: ["old", "a"],
      rest: ["b", "c", "d"],
    });
  });

  it("are filled from their own source, no story twice", () => {
    const source = { story: null, from: ["a", "x", "y"].map(story) };
    expect(ids(filled([none, source, source], newest))).toEqual({ top: ["a", "x", "y"], rest: ["b", "c", "d"] });
  });

  it("take the newest of all where their source has no more", () => {
    expect(
      ids(
        filled(
          [
            { story: null, from: [story("x")] },
            { story: null, from: [story("x")] },
          ],
          newest,
        ),
      ),
    ).toEqual({
      top: ["x", "a"],
      rest: ["b", "c", "d"],
    });
  });

  it("stay empty when there are no more stories", () => {
    expect(ids(filled([none, none, { story: story("a"), from: [] }], [story("a")]))).toEqual({
      top: [null, null, "a"],
      rest: [],
    });
  });
});
