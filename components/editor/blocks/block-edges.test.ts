import { joinBackward, joinForward, selectNodeBackward, selectNodeForward } from "@tiptap/pm/commands";
import { type Command, EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block } from "#newsroom/body/body";
import { bodySchema, parseBody } from "#newsroom/body/schema";
import { attribution, body, embed, factBox, p, pullQuote, quote, rule, table, ul } from "#newsroom/body/testing";
import { stepAtEdge } from "./block-edges.ts";

const empty: Block = { type: "paragraph" };
const video = embed("https://t.me/durov/1", "x");

const atEdge =
  (way: "back" | "forward"): Command =>
  ({ tr }, dispatch) => {
    const isDone = stepAtEdge(tr, way);
    if (isDone) dispatch?.(tr);
    return isDone;
  };
const keys: Record<"Backspace" | "Delete", readonly Command[]> = {
  Backspace: [atEdge("back"), joinBackward, selectNodeBackward],
  Delete: [atEdge("forward"), joinForward, selectNodeForward],
};

/** The text after a key, and where the cursor stands in it: after these words, or on a whole block of this kind. */
function pressed(key: keyof typeof keys, at: number, blocks: readonly Block[]) {
  const doc = bodySchema.nodeFromJSON(body(...blocks));
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, at) });
  const dispatch = (tr: Transaction) => {
    state = state.apply(tr);
  };
  keys[key].some((command) => command(state, dispatch));
  const { selection } = state;
  return {
    blocks: parseBody(state.doc.toJSON()).content,
    cursor:
      selection instanceof NodeSelection
        ? selection.node.type.name
        : `${selection.$from.parent.type.name} ${selection.$from.parentOffset}`,
  };
}

/** The place before or behind the first line with these words; of an empty line without any. */
function place(side: "before" | "behind", words: string, blocks: readonly Block[]): number {
  let found = 0;
  bodySchema.nodeFromJSON(body(...blocks)).descendants((node, pos) => {
    if (node.isTextblock && node.textContent === words)
      found = side === "before" ? pos + 1 : pos + 1 + node.content.size;
  });
  return found;
}

describe("at the edge of a block", () => {
  it.each<[string, Block[], string]>([
    ["a quote", [quote("They said.", attribution("A")), p("After")], "blockquote"],
    ["a quote of nobody", [quote("They said."), p("After")], "blockquote"],
    ["a pull quote", [pullQuote("Large.", attribution("A")), p("After")], "pullQuote"],
    ["a box", [factBox("A", "One"), p("After")], "factBox"],
    ["a table", [table("", ["One"]), p("After")], "table"],
    ["an embed", [video, p("After")], "embed"],
  ])("Backspace behind %s selects it, and the line stays outside", (_name, blocks, kind) =>
    expect(pressed("Backspace", place("before", "After", blocks), blocks)).toEqual({ blocks, cursor: kind }),
  );

  it.each<[string, Block[], string]>([
    ["a quote", [p("Before"), quote("They said.", attribution("A"))], "blockquote"],
    ["a pull quote", [p("Before"), pullQuote("Large.", attribution("A"))], "pullQuote"],
    ["an embed", [p("Before"), video], "embed"],
  ])("Delete before %s selects it, and takes nothing out of it", (_name, blocks, kind) =>
    expect(pressed("Delete", place("behind", "Before", blocks), blocks)).toEqual({ blocks, cursor: kind }),
  );

  it("an empty line behind a quote goes away, and the cursor stands in the quote", () => {
    const said = quote("They said.", attribution("A"));
    expect(pressed("Backspace", place("before", "", [said, empty]), [said, empty])).toEqual({
      blocks: [said],
      cursor: "attribution 1",
    });
  });

  it("Delete at the end of a quote takes no line into it", () => {
    const blocks = [quote("They said.", attribution("A")), p("After")];
    expect(pressed("Delete", place("behind", "A", blocks), blocks).blocks).toEqual(blocks);
  });

  it("between the title of a box and its line the cursor walks, and both stay", () => {
    const blocks = [factBox("The pass", "It is closed.")];
    expect(pressed("Backspace", place("before", "It is closed.", blocks), blocks)).toEqual({
      blocks,
      cursor: "factBoxTitle 8",
    });
    expect(pressed("Delete", place("behind", "The pass", blocks), blocks)).toEqual({ blocks, cursor: "paragraph 0" });
  });

  it("an empty line under a title goes away where another stands, and so does an empty title", () => {
    const blocks = [factBox("The pass", empty, p("Closed."))];
    expect(pressed("Backspace", place("before", "", blocks), blocks)).toEqual({
      blocks: [factBox("The pass", "Closed.")],
      cursor: "factBoxTitle 8",
    });
    const untitled: Block[] = [{ type: "factBox", content: [{ type: "factBoxTitle" }, p("Closed.")] }];
    expect(pressed("Delete", 2, untitled)).toEqual({
      blocks: [{ type: "factBox", content: [p("Closed.")] }],
      cursor: "paragraph 0",
    });
  });

  it("a rule goes at once, lines of text join", () => {
    expect(
      pressed("Backspace", place("before", "After", [p("B"), rule(), p("After")]), [p("B"), rule(), p("After")]),
    ).toEqual({ blocks: [p("B"), p("After")], cursor: "paragraph 0" });
    const listed = [p("Before"), ul("One")];
    expect(pressed("Backspace", place("before", "One", listed), listed).blocks).toEqual([p("Before"), p("One")]);
  });
});
