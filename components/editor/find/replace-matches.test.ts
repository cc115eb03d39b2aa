import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block } from "#newsroom/body/body";
import { bodySchema } from "#newsroom/body/schema";
import { b, body, crosshead, p, quote, rule, ul } from "#newsroom/body/testing";
import { replaceMatches } from "./replace-matches.ts";
import { searchOf } from "./text-matches.ts";

const stateOf = (...blocks: Block[]) => EditorState.create({ doc: bodySchema.nodeFromJSON(body(...blocks)) });
function replaced(words: string, by: string, ...blocks: Block[]) {
  const { tr, doc } = stateOf(...blocks);
  const matches = searchOf({ words, matchCase: false, wholeWord: false })?.(doc) ?? [];
  replaceMatches(tr, matches, by).doc.check();
  return tr;
}

describe("replacing all matches", () => {
  it.each<[string, string, string, Block[], Block[]]>([
    ["several in a paragraph", "snow", "rain", [p("Snow, snow.")], [p("rain, rain.")]],
    [
      "in lists, quotes and crossheads",
      "a",
      "bb",
      [crosshead("a"), ul([p("a"), ul("xa")]), rule(), quote("a")],
      [crosshead("bb"), ul([p("bb"), ul("xbb")]), rule(), quote("bb")],
    ],
    ["by nothing", "snow ", "", [p("the snow fell"), p("snow ")], [p("the fell"), { type: "paragraph" }]],
    [
      "within bold words, which stay bold",
      "snow",
      "rain",
      [p("a ", b("the snow fell"))],
      [p("a ", b("the rain fell"))],
    ],
    ["across marks: what all of it had", "snow", "rain", [p("sn", b("ow"), " fell")], [p("rain fell")]],
    ["by words that contain what was looked for", "a", "aa", [p("a a")], [p("aa aa")]],
    ["nothing, if nothing was found", "x", "y", [p("a")], [p("a")]],
  ])("%s", (_name, words, by, before, after) =>
    expect(replaced(words, by, ...before).doc.toJSON()).toEqual(body(...after)),
  );

  it("is one step, and blocks without a match are the same as before", () => {
    const { steps, doc, before } = replaced("a", "b", p("a"), p("x"), p("a"), p("y"));
    expect(steps).toHaveLength(1);
    expect(doc.child(1)).toBe(before.child(1));
  });

  it("the cursor stays where it was in the words", () => {
    const state = stateOf(p("snow and snow, here"), p("snow"));
    const tr = state.tr.setSelection(TextSelection.create(state.doc, 15));
    const matches = searchOf({ words: "snow", matchCase: false, wholeWord: false })?.(state.doc) ?? [];
    replaceMatches(tr, matches, "drizzle");
    expect(tr.doc.textBetween(0, tr.selection.from)).toBe("drizzle and drizzle,");
  });
});
