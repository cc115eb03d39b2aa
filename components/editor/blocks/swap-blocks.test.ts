import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { isWithin, moveBlocks, swapBlocks } from "./swap-blocks.ts";

const paragraph = (text: string) => {
  const block = new Y.XmlElement("paragraph");
  block.insert(0, [new Y.XmlText(text)]);
  return block;
};
const linesOf = (doc: Y.Doc) =>
  doc
    .getXmlFragment("body")
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? String(block.get(0)) : ""));
const textAt = (doc: Y.Doc, index: number) =>
  (doc.getXmlFragment("body").get(index) as Y.XmlElement).get(0) as Y.XmlText;

function two() {
  const [me, them] = [new Y.Doc(), new Y.Doc()];
  me.getXmlFragment("body").push(["One", "Two", "Three"].map(paragraph));
  Y.applyUpdate(them, Y.encodeStateAsUpdate(me));
  return {
    me,
    them,
    meet: () => {
      const [mine, theirs] = [Y.encodeStateAsUpdate(me), Y.encodeStateAsUpdate(them)];
      Y.applyUpdate(me, theirs);
      Y.applyUpdate(them, mine);
      expect(linesOf(me)).toEqual(linesOf(them));
      return linesOf(me);
    },
  };
}

describe("a block that moves past its neighbour", () => {
  it.each([
    ["up", 1, 1, ["Two, they say", "One", "Three"]],
    ["up", 1, 0, ["Two", "One, they say", "Three"]],
    ["down", 1, 1, ["One", "Three", "Two, they say"]],
    ["down", 1, 2, ["One", "Three, they say", "Two"]],
  ] as const)(
    "%s keeps what is typed at that moment in block %i by others in block %i",
    (direction, index, theirs, expected) => {
      const { me, them, meet } = two();
      const theirText = textAt(me, theirs);
      textAt(them, theirs).insert(textAt(them, theirs).length, ", they say");
      expect(swapBlocks(me.getXmlFragment("body"), index, direction, (block) => isWithin(theirText, block))).toBe(true);
      expect(meet()).toEqual(expected);
    },
  );

  it("keeps comments and other marks, and attributes, of the one that is made anew", () => {
    const doc = new Y.Doc();
    const head = new Y.XmlElement("crosshead");
    head.setAttribute("level", "2");
    head.insert(0, [new Y.XmlText("Head")]);
    doc.getXmlFragment("body").push([head, paragraph("Text")]);
    (head.get(0) as Y.XmlText).format(0, 2, { bold: {}, "comment--abc": { id: "t" } });
    swapBlocks(doc.getXmlFragment("body"), 0, "down", () => false);
    expect(doc.getXmlFragment("body").toString()).toBe(
      '<paragraph>Text</paragraph><crosshead level="2"><bold><comment--abc id="t">He</comment--abc></bold>ad</crosshead>',
    );
  });

  it.each([
    ["a dragged block that others write in", 0, 1, 3, 0, ["Two", "Three", "One, they say"]],
    ["a block that another is dragged over", 0, 1, 3, 1, ["Two, they say", "Three", "One"]],
    ["a dragged block that others write in, on its way up", 2, 1, 0, 2, ["Three, they say", "One", "Two"]],
    ["the second of two that are dragged", 0, 2, 3, 1, ["Three", "One", "Two, they say"]],
  ])("keeps what is typed at that moment in %s", (_what, from, count, to, theirs, expected) => {
    const { me, them, meet } = two();
    const theirText = textAt(me, theirs);
    textAt(them, theirs).insert(textAt(them, theirs).length, ", they say");
    const isTheirs = (block: unknown) => isWithin(theirText, block);
    expect(moveBlocks(me.getXmlFragment("body"), { from, count }, to, isTheirs)).toBe(true);
    expect(meet()).toEqual(expected);
  });

  it.each([0, 1])("leaves all that it passes to those who wrote it, on its way to place %i", (to) => {
    const { me } = two();
    const passed = [0, 1].slice(to).map((at) => textAt(me, at));
    moveBlocks(me.getXmlFragment("body"), { from: 2, count: 1 }, to, () => false);
    passed.forEach((text, at) => {
      expect(textAt(me, to + 1 + at)).toBe(text);
    });
    expect(linesOf(me)).toEqual(
      [
        ["Three", "One", "Two"],
        ["One", "Three", "Two"],
      ][to],
    );
  });

  it("does not, where others write in both", () => {
    const { me } = two();
    expect(swapBlocks(me.getXmlFragment("body"), 1, "up", () => true)).toBeNull();
    expect(linesOf(me)).toEqual(["One", "Two", "Three"]);
  });
});
