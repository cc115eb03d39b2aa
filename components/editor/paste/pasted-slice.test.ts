import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block } from "#newsroom/body/body";
import type { PastedNode } from "#newsroom/body/paste/passage";
import { bodySchema } from "#newsroom/body/schema";
import { body, crosshead, p, quote, rule, ul } from "#newsroom/body/testing";
import { replaceWithBlocks, roomAt } from "./pasted-slice.ts";

const empty: Block = { type: "paragraph" };

/** The text with the cursor where `|` stands. */
function withCursor(...blocks: Block[]): EditorState {
  const doc = bodySchema.nodeFromJSON(body(...blocks));
  let at = 1;
  doc.descendants((node, position) => {
    const bar = node.text?.indexOf("|") ?? -1;
    if (bar !== -1) at = position + bar;
  });
  const state = EditorState.create({ doc });
  const { tr } = state.apply(state.tr.setSelection(TextSelection.create(doc, at)));
  return state.apply(tr.setSelection(TextSelection.create(doc, at, Math.min(at + 1, doc.content.size - 1))));
}

const blocks = (...content: Block[]): PastedNode[] => JSON.parse(JSON.stringify(content));

describe("pasted blocks in the text", () => {
  it.each<[string, Block[], Block[], Block[]]>([
    ["words join the sentence", [p("a|b")], [p("X")], [p("aXb")]],
    ["paragraphs split it", [p("a|b")], [p("X"), p("Y")], [p("aX"), p("Yb")]],
    ["a crosshead stays one", [p("a|")], [crosshead("X"), p("Y")], [p("a"), crosshead("X"), p("Y")]],
    ["a quote stays whole", [p("a|b")], [quote("X")], [p("a"), quote("X"), p("b")]],
    ["a list stays whole beside a sentence", [p("a|")], [ul("X", "Y")], [p("a"), ul("X", "Y")]],
    ["a list in a list adds its items", [ul("a|")], [ul("X", "Y")], [ul("aX", "Y")]],
    ["a rule stands between", [p("a|b")], [rule()], [p("a"), rule(), p("b")]],
    ["words in a crosshead stay in it", [crosshead("a|")], [p("X")], [crosshead("aX")]],
  ])("%s", (_name, before, pasted, after) => {
    const { doc } = replaceWithBlocks(withCursor(...before), blocks(...pasted));
    expect(doc.toJSON()).toEqual(body(...after));
    doc.check();
  });

  it.each<[string, Block[]]>([
    ["paragraphs", [p("X"), p("Y")]],
    ["a crosshead", [crosshead("X")]],
    ["a list", [ul("X")]],
    ["a quote", [quote("X")]],
  ])("%s take the place of an empty paragraph", (_name, pasted) => {
    const state = EditorState.create({ doc: bodySchema.nodeFromJSON(body(empty)) });
    expect(replaceWithBlocks(state, blocks(...pasted)).doc.toJSON()).toEqual(body(...pasted));
  });

  it("the cursor comes to stand behind them", () => {
    const tr = replaceWithBlocks(withCursor(p("a|b")), blocks(p("X"), p("Y")));
    expect(tr.doc.textBetween(0, tr.selection.from, "\n")).toBe("aX\nY");
  });

  it("any block may stand in the text, in items and in quotes", () => {
    for (const block of [p("a|"), ul("a|"), quote("a|")])
      expect(roomAt(withCursor(block).selection.$from).room).toBe("blocks");
  });
});
