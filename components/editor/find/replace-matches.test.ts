import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block } from "#newsroom/body/body";
import { bodySchema } from "#newsroom/body/schema";
import { b, body, crosshead, p, quote, rule, ul } from "#newsroom/body/testing";
import { editing } from "../suggestions/testing.ts";
import { isUndecided, replaceMatches } from "./replace-matches.ts";
import { searchOf } from "./text-matches.ts";

const found = (words: string, doc: Node) => searchOf({ words, matchCase: false, wholeWord: false })?.(doc) ?? [];
const stateOf = (...blocks: Block[]) => EditorState.create({ doc: bodySchema.nodeFromJSON(body(...blocks)) });
function replaced(words: string, by: string, ...blocks: Block[]) {
  const { tr, doc } = stateOf(...blocks);
  replaceMatches(tr, found(words, doc), by);
  tr.doc.check();
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
    replaceMatches(tr, found("snow", state.doc), "drizzle");
    expect(tr.doc.textBetween(0, tr.selection.from)).toBe("drizzle and drizzle,");
  });
});

/** Words with marks, as in "In <insertion>teh</> pass". */
function marked(text: string): EditorState {
  const state = editing(body(p(text.replaceAll(/<[^>]*>/g, ""))));
  const { tr } = state;
  let at = 1;
  for (const [whole, kinds, words = ""] of text.matchAll(/<([a-z,]+)>(.*?)<\/>|[^<]+/g)) {
    const to = at + (kinds ? words : whole).length;
    for (const kind of kinds?.split(",") ?? []) tr.addMark(at, to, state.schema.mark(kind, attrsOf[kind] ?? {}));
    at = to;
  }
  return state.apply(tr);
}
const by = { by: "bakyt", at: "2026-11-25T12:00:00.000Z" };
const attrsOf: Record<string, object> = {
  comment: { id: "said" },
  insertion: { id: "in", ...by },
  deletion: { id: "out", ...by },
  formatting: { id: "as", ...by, format: "bold", was: null },
};
function read(doc: Node): string {
  let text = "";
  doc.descendants(({ text: words, marks }) => {
    if (words) text += marks.length > 0 ? `<${marks.map(({ type }) => type.name)}>${words}</>` : words;
  });
  return text;
}

describe("what people say and propose about the words", () => {
  it.each<[string, string, string, string, number]>([
    ["comments stay", "Mr <comment>Sadyr</> said", "Sadyr", "Mr <comment>Sadir</> said", 1],
    ["comments on a part stay", "<comment>Mr Sa</>dyr said", "Sadyr", "<comment>Mr Sadir</> said", 1],
    ["what is proposed is proposed still", "Mr <insertion>Sadyr</> said", "Sadyr", "Mr <insertion>Sadir</> said", 1],
    ["with comments on it", "<insertion,comment>Sadyr</>", "Sadyr", "<comment,insertion>Sadir</>", 1],
    ["so is a format", "Mr <bold,formatting>Sadyr</>", "Sadyr", "Mr <bold,formatting>Sadir</>", 1],
    ["what is proposed in part is left", "Mr <insertion>Sa</>dyr", "Sadyr", "Mr <insertion>Sa</>dyr", 0],
    ["so is a format in part", "Mr <bold,formatting>Sa</>dyr", "Sadyr", "Mr <bold,formatting>Sa</>dyr", 0],
    ["what is to go is no match", "Mr <deletion>Sadyr</> said", "Sadyr", "Mr <deletion>Sadyr</> said", 0],
    ["nor is a part of it", "Mr Sa<deletion>dyr</> said", "Sadyr", "Mr Sa<deletion>dyr</> said", 0],
    ["what is to go amid a match stays to go", "Sad<deletion>dd</>yr", "Sadyr", "Sadir<deletion>dd</>", 1],
    ["and what is beside it", "<deletion>Ka</>Sadyr<deletion>ov</>", "Sadyr", "<deletion>Ka</>Sadir<deletion>ov</>", 1],
  ])("%s: %s", (_name, before, words, after, count) => {
    const { tr, doc } = marked(before);
    expect(replaceMatches(tr, found(words, doc), "Sadir")).toBe(count);
    expect(read(tr.doc)).toBe(after);
  });

  it("no proposal is taken away by putting nothing in its place", () => {
    const { tr, doc } = marked("Mr <insertion>Sadyr</> and Sadyr");
    expect(replaceMatches(tr, found("Sadyr", doc), "")).toBe(1);
    expect(read(tr.doc)).toBe("Mr <insertion>Sadyr</> and ");
  });

  it.each([
    ["Mr <comment,bold>Sadyr</>", false],
    ["Mr <insertion>Sadyr</>", true],
    ["Mr <deletion>Sadyr</>", true],
    ["Mr S<insertion>adyr</>", true],
    ["<insertion>Mr </>Sadyr", false],
  ])("a decision is due on the last five letters of %s: %s", (text, isDue) => {
    const { doc } = marked(text);
    const to = doc.content.size - 1;
    expect(isUndecided(doc, { from: to - 5, to })).toBe(isDue);
  });
});
