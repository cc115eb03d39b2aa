import { type Node, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "#newsroom/body/annotations";
import { onlyPlaceOf, placed, spotsOf, threadAt, threadsOutside, withoutStrayComments } from "./comment-spots.ts";

/** A text in which `[a:words]` are words of thread `a`. */
const doc = (...paragraphs: string[]): Node =>
  documentSchema.nodeFromJSON({
    type: "doc",
    content: paragraphs.map((text) => ({
      type: "paragraph",
      content: text
        .split(/(\[\w:[^\]]*\])/)
        .filter(Boolean)
        .map((part) => {
          const found = /^\[(\w):(.*)\]$/.exec(part);
          return found
            ? { type: "text", text: found[2], marks: [{ type: "comment", attrs: { id: found[1] } }] }
            : { type: "text", text: part };
        }),
    })),
  });

const wordsOf = (text: Node) =>
  Object.fromEntries(
    [...spotsOf(text)].map(([id, spans]) => [id, spans.map(({ from, to }) => text.textBetween(from, to))]),
  );

describe("where threads stand in a text", () => {
  it("knows their words in the text's order, also in several places", () => {
    expect(wordsOf(doc("The [b:pass] is [a:clo]", "[a:sed] now"))).toEqual({ b: ["pass"], a: ["clo", "sed"] });
    expect([...spotsOf(doc("The [b:pass] is [a:closed]")).keys()]).toEqual(["b", "a"]);
  });

  it("stay with their words when the text around is typed, split and made a crosshead", () => {
    let state = EditorState.create({ doc: doc("The pass is [a:closed] now") });
    state = state.apply(state.tr.insertText("Alas. ", 1));
    const { from } = spotsOf(state.doc).get("a")?.[0] ?? { from: 0 };
    state = state.apply(state.tr.split(from));
    const { crosshead } = documentSchema.nodes;
    if (crosshead) state = state.apply(state.tr.setBlockType(from + 2, from + 2, crosshead, { level: 2 }));
    expect(wordsOf(state.doc)).toEqual({ a: ["closed"] });
  });

  it("are the narrowest at the cursor, of those that are shown", () => {
    const overlapping = new Map([
      ["wide", [{ from: 1, to: 20 }]],
      ["narrow", [{ from: 5, to: 8 }]],
    ]);
    const shown =
      (...ids: string[]) =>
      (id: string) =>
        ids.includes(id);
    expect(threadAt(overlapping, 6, shown("wide", "narrow"))).toBe("narrow");
    expect(threadAt(overlapping, 6, shown("wide"))).toBe("wide");
    expect(threadAt(overlapping, 12, shown("wide", "narrow"))).toBe("wide");
    expect(threadAt(overlapping, 30, shown("wide", "narrow"))).toBe(null);
  });

  it("are listed in the text's order, then the lost ones, then those about the story", () => {
    const thread = (id: string, isAnchored = true) => ({ id, isAnchored });
    const listed = placed([thread("s", false), thread("lost"), thread("a"), thread("b")], ["b", "x", "a"]);
    expect(listed.map(({ thread, place }) => `${thread.id} ${place}`)).toEqual([
      "b words",
      "a words",
      "lost gone",
      "s story",
    ]);
  });
});

describe("what is pasted", () => {
  const slice = () => doc("x [a:here], [b:there]").slice(0);
  const idsIn = (pasted: Slice) => [...spotsOf(doc("").copy(pasted.content)).keys()];

  it("keeps only comments that may come along, in all its depths, and all of its words", () => {
    const pasted = withoutStrayComments(slice(), (id) => id === "b");
    expect(idsIn(pasted)).toEqual(["b"]);
    expect(pasted.content.textBetween(0, pasted.content.size)).toBe("x here, there");
    expect([pasted.openStart, pasted.openEnd]).toEqual([slice().openStart, slice().openEnd]);
    expect(withoutStrayComments(Slice.empty, () => false).size).toBe(0);
  });

  it.each([
    ["nothing", 1, 1, ["a"]],
    ["all of its words", 3, 7, []],
    ["more than its words", 1, 10, []],
    ["a part of its words", 3, 5, ["a"]],
  ])("over %s: these threads still have words beside", (_name, from, to, ids) => {
    const text = doc("x [a:here], there");
    expect([...threadsOutside(text, [TextSelection.create(text, from, to)])]).toEqual(ids);
  });
});

it.each([
  ["once", "wait", { from: 9, to: 13 }],
  ["nowhere", "snow", null],
  ["twice", "o", null],
  ["as no words", "", null],
])("finds words that stand in the text %s", (_name, words, place) => {
  expect(onlyPlaceOf(doc("Lorries wait [a:at] the post, cold"), words)).toEqual(place);
});
