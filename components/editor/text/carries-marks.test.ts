import { EditorState, type Transaction } from "@tiptap/pm/state";
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "#newsroom/body/annotations";
import { body, money, p } from "#newsroom/body/testing";
import { withMarks } from "./carries-marks.ts";

const editing = (json: unknown): EditorState => EditorState.create({ doc: documentSchema.nodeFromJSON(json) });

/** As the editor applies what somebody does. */
function done(state: EditorState, tr: Transaction): EditorState {
  const next = state.apply(tr);
  const appended = withMarks(state, next, false);
  return appended ? next.apply(appended) : next;
}

/** The text in another window, to which Yjs brought it. */
function arrived(state: EditorState): EditorState {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(documentSchema, state.doc.toJSON(), doc.getXmlFragment("body"));
  const there = editing(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment("body")));
  const appended = withMarks(editing(body(p())), there, true);
  return appended ? there.apply(appended) : there;
}

const amountIn = ({ doc }: EditorState) => {
  const marks: string[][] = [];
  doc.descendants((node) => {
    if (node.type.name === "money") marks.push(node.marks.map(({ type }) => type.name));
  });
  return marks;
};

describe("an amount", () => {
  const text = editing(body(p("Bread costs ", money("40", "KGS"), ", meat ", money("900", "KGS"), ".")));
  const { bold, link } = documentSchema.marks;
  if (!bold || !link) throw new Error("There are no marks.");
  const marked = done(text, text.tr.addMark(1, 15, bold.create()).addMark(8, 14, link.create({ href: "/stories/x" })));

  it("takes its marks along to the others", () => {
    expect(amountIn(marked)).toEqual([["link", "bold"], []]);
    expect(amountIn(arrived(marked))).toEqual([["link", "bold"], []]);
    expect(arrived(marked).doc.eq(marked.doc)).toBe(true);
  });

  it("loses a mark everywhere when it is taken away", () => {
    const plain = done(marked, marked.tr.removeMark(1, 15, bold));
    expect(amountIn(arrived(plain))).toEqual([["link"], []]);
    const bare = done(plain, plain.tr.removeMark(1, 15, link));
    expect(amountIn(arrived(bare))).toEqual([[], []]);
    expect(bare.doc.eq(text.doc)).toBe(true);
  });

  it("is left alone by typing beside it", () => {
    const typed = marked.apply(marked.tr.insertText("x", 3));
    expect(withMarks(marked, typed, false)).toBeNull();
  });
});
