import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Block, Paragraph, TableCell } from "../../body/body.ts";
import { body, crosshead, factBox, p, table, ul } from "../../body/testing.ts";
import { documentOf, readingOf, textOf } from "./document.ts";
import { grammarMend } from "./mended-grammar.ts";
import { blocks } from "./testing-unseen.ts";

const prices = table("Prices", ["a"], ["b"]);
const text = body(
  p("Lorries wait."),
  ul("one", "two"),
  ul([p("three"), p("four"), crosshead("Five")], "six"),
  { ...prices, content: prices.content.map((row) => ({ ...row, content: row.content?.map(twice) ?? [] })) },
  factBox("Box", "In the box"),
);
function twice(cell: TableCell): TableCell {
  return { ...cell, content: [...cell.content, ...cell.content] };
}
const stored = documentOf({ body: text });
type Change = (body: Y.XmlFragment) => void;

/** What the text is once two people have changed it, neither having seen what the other did, and it is brought into order. */
function mended(one: Change, other: Change): { content: Block[]; typedBy: number | null; client: number } {
  const [doc, there] = [new Y.Doc(), new Y.Doc()];
  for (const each of [doc, there]) Y.applyUpdate(each, stored);
  // Whose number is lower, stands first.
  [doc.clientID, there.clientID] = [2, 1];
  one(blocks(doc));
  other(blocks(there));
  for (const each of [doc, there]) expect(readingOf(each).unfit).toBeNull();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(there));
  expect(readingOf(doc).unfit).not.toBeNull();
  const mend = grammarMend(doc);
  if (!mend) throw new Error("It cannot be mended.");
  Y.applyUpdate(doc, mend.update);
  return { ...mend, content: textOf(doc).body.content };
}

const at = (part: Y.XmlFragment, ...path: number[]): Y.XmlElement => {
  let found: unknown = part;
  for (const index of path) found = found instanceof Y.XmlFragment ? found.get(index) : null;
  return found as Y.XmlElement;
};
const line = (name: string, words: string) => {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
};
const blank: Paragraph = { type: "paragraph" };

describe("a text that two changes broke together", () => {
  it("loses a list of which each took out an item", () =>
    expect(
      mended(
        (it) => at(it, 1).delete(0, 1),
        (it) => at(it, 1).delete(1, 1),
      ).content,
    ).toEqual(text.content.toSpliced(1, 1)));

  it("keeps the caption of a table of which each took out a row", () => {
    const { content } = mended(
      (it) => at(it, 3).delete(0, 1),
      (it) => at(it, 3).delete(1, 1),
    );
    expect(content).toEqual(text.content.with(3, p("Prices")));
  });

  it("keeps a cell, and an item whose first lines are gone, with an empty line", () => {
    const takingOut = (which: number) => (it: Y.XmlFragment) => {
      at(it, 2, 0).delete(which, 1);
      at(it, 3, 1, 0).delete(which, 1);
    };
    const { content, typedBy } = mended(takingOut(0), takingOut(1));
    expect(content[2]).toEqual(ul([blank, crosshead("Five")], "six"));
    expect(content[3]).toMatchObject({ content: [{}, { content: [{ type: "tableCell", content: [blank] }] }] });
    expect(typedBy).toBeNull();
  });

  it("has one title a box: the other one is a paragraph, and still its writer's", () => {
    const { content, typedBy } = mended(
      (it) => {
        at(it, 4).delete(0, 1);
        at(it, 4).insert(0, [line("factBoxTitle", "What we know")]);
      },
      (it) => {
        at(it, 4).delete(0, 1);
        at(it, 4).insert(0, [line("paragraph", "Snow.")]);
      },
    );
    expect(content[4]).toEqual({ type: "factBox", content: [p("Snow."), p("What we know"), p("In the box")] });
    expect(typedBy).toBe(2);
  });
});

it("what no two changes make together is not mended", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored);
  expect(grammarMend(doc)).toBeNull();
  blocks(doc).insert(0, [line("listItem", "Stray")]);
  expect(grammarMend(doc)).toBeNull();
});
