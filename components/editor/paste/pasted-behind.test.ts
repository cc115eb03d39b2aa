import { type Node, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block } from "#newsroom/body/body";
import { bodySchema, parseBody } from "#newsroom/body/schema";
import { attribution, body, crosshead, embed, factBox, p, pullQuote, quote, table, ul } from "#newsroom/body/testing";
import { pastedBehind } from "./pasted-behind.ts";

const docOf = (...blocks: Block[]): Node => bodySchema.nodeFromJSON(body(...blocks));
const video = embed("https://t.me/durov/1", "x");

/** The text after blocks are pasted behind its word “here”; null if the editor's own way is as good. */
function pasted(into: Block, slice: Slice): Block[] | null {
  const doc = docOf(into, p("End"));
  let at = 0;
  doc.descendants((node, pos) => {
    if (node.text === "here") at = pos + 4;
  });
  const tr = pastedBehind(EditorState.create({ doc, selection: TextSelection.create(doc, at) }), slice);
  return tr && parseBody(tr.doc.toJSON()).content;
}
const wholeOf = (...blocks: Block[]): Slice => new Slice(docOf(...blocks).content, 0, 0);

describe("own blocks that are pasted where they may not stand", () => {
  const rows = table("", ["here", "there"]);
  it.each<[string, Block, Block]>([
    ["a crosshead in a cell", rows, crosshead("X")],
    ["a quote in a cell", rows, quote("X")],
    ["an embed in a cell", rows, video],
    ["an embed in a list", ul("here", "there"), video],
    ["a box in a list", ul("here", "there"), factBox("A", "X")],
    ["a box in a box", factBox("Title", "here", "there"), factBox("A", "X")],
    ["a box at the title of a box", factBox("here", "there"), factBox("A", "X")],
    ["a table in a quote", quote("here", attribution("B")), table("", ["X"])],
    ["a list in a pull quote", pullQuote("here", attribution("B")), ul("X")],
  ])("%s comes behind it", (_name, into, block) =>
    expect(pasted(into, wholeOf(block))).toEqual([into, block, p("End")]),
  );

  it("comes behind a table within its box", () => {
    const into = factBox("Title", rows, p("there"));
    expect(pasted(into, wholeOf(video))).toEqual([factBox("Title", rows, video, p("there")), p("End")]);
  });

  it("what was selected from a quote to its attribution breaks no table", () => {
    const said = quote("X", attribution("B"));
    expect(pasted(rows, docOf(said).slice(2, 6, true))).toEqual([rows, said, p("End")]);
  });

  it.each<[string, Block, Slice]>([
    ["words in a cell", rows, docOf(crosshead("X")).slice(1, 2)],
    ["a list in a cell", rows, wholeOf(ul("X"))],
    ["a table in a cell, which it fills", rows, wholeOf(table("", ["X"]))],
    ["items in a list", ul("here", "there"), docOf(ul("X", "Y")).slice(3, 9)],
    ["a quote in a list", ul("here", "there"), wholeOf(quote("X"))],
    ["a list in a quote", quote("here", attribution("B")), wholeOf(ul("X"))],
    ["an embed in a box", factBox("Title", "here", "there"), wholeOf(video)],
    ["an embed in a paragraph", p("here"), wholeOf(video)],
  ])("%s: the editor's own way", (_name, into, slice) => expect(pasted(into, slice)).toBeNull());
});
