import { Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { BodyNode } from "#newsroom/body/node";
import { lineSchema } from "#newsroom/stories/document/document";
import { replaceWithLine } from "./pasted-line.ts";

const said = (text: string, ...ids: string[]): BodyNode => ({
  type: "text",
  text,
  marks: ids.map((id) => ({ type: "comment", attrs: { id } })),
});
const plain = (text: string): BodyNode => ({ type: "text", text });
const line = (...content: BodyNode[]) =>
  lineSchema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", content }] });

/** Words with the threads that are about them, as `Snow [a:closes] the pass`. */
function read(state: EditorState): string {
  let words = "";
  state.doc.descendants(({ text = "", marks }) => {
    const ids = marks.map(({ attrs }) => attrs.id);
    words += ids.length > 0 ? `[${ids.join("+")}:${text}]` : text;
  });
  return words;
}

function pasted(into: BodyNode[], [from, to]: [number, number], brought: BodyNode[], text: string): string {
  const doc = line(...into);
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
  const slice = brought.length > 0 ? line(...brought).slice(0) : Slice.empty;
  const after = state.apply(replaceWithLine(state, text, slice));
  after.doc.check();
  return read(after);
}

describe("a line that is pasted", () => {
  it("keeps the comments on its words", () => {
    const brought = [plain("Snow "), said("closes", "a"), plain(" the pass")];
    expect(pasted([plain("Today: ")], [8, 8], brought, "Snow closes the pass")).toBe("Today: Snow [a:closes] the pass");
  });

  it("keeps them where its spaces and breaks became one", () => {
    expect(pasted([plain("x")], [1, 2], [said("Snow   closes", "a")], "Snow closes")).toBe("[a:Snow] [a:closes]");
  });

  it("keeps two on the same words", () => {
    expect(pasted([plain("x")], [1, 2], [said("Snow", "a", "b")], "Snow")).toBe("[a+b:Snow]");
  });

  it("is about what it is put into, as typed words are", () => {
    expect(pasted([said("Snow pass", "a")], [6, 6], [said("closes ", "b")], "closes ")).toBe(
      "[a:Snow ][a+b:closes ][a:pass]",
    );
  });

  it("is plain where another program copied it", () => {
    expect(pasted([plain("Snow")], [5, 5], [], " closes")).toBe("Snow closes");
  });
});
