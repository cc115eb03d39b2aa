import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { bodySchema } from "#newsroom/body/schema";
import { body, p } from "#newsroom/body/testing";
import { findingPlugin, foundIn, withStep } from "./finding.ts";
import { searchOf } from "./text-matches.ts";

const looking = (words: string, ...lines: string[]): EditorState => {
  const state = EditorState.create({
    doc: bodySchema.nodeFromJSON(body(...lines.map((line) => p(line)))),
    plugins: [findingPlugin()],
  });
  return state.apply(withStep(state.tr, { search: searchOf({ words, matchCase: false, wholeWord: false }) }));
};
const at = (state: EditorState): string[] => {
  const { matches, current } = foundIn(state);
  return matches.map(({ from, to }, n) => `${n === current ? ">" : ""}${from}-${to}`);
};

describe("what is found in a field", () => {
  it("moves with the text while somebody types, and is looked for anew after a pause", () => {
    let state = looking("snow", "snow and snow", "snow");
    state = state.apply(withStep(state.tr, { current: 1 }));
    expect(at(state)).toEqual(["1-5", ">10-14", "16-20"]);
    state = state.apply(state.tr.insertText("More snow: ", 1));
    expect(at(state)).toEqual(["12-16", ">21-25", "27-31"]);
    state = state.apply(withStep(state.tr, { near: 21 }));
    expect(at(state)).toEqual(["6-10", "12-16", ">21-25", "27-31"]);
  });

  it("a match that is deleted is no match", () => {
    let state = looking("snow", "snow and snow");
    state = state.apply(withStep(state.tr, { current: 0 }));
    state = state.apply(state.tr.delete(1, 6));
    expect(at(state)).toEqual(["5-9"]);
  });

  it("counts every match and marks those around the one that is looked at", () => {
    let state = looking("a", "a ".repeat(10_000));
    state = state.apply(withStep(state.tr, { current: 5_000 }));
    const { matches, marks } = foundIn(state);
    expect(matches).toHaveLength(10_000);
    expect(marks.find()).toHaveLength(2_000);
    expect(marks.find(10_001, 10_002)).toHaveLength(1);
  });
});
