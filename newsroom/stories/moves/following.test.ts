// Two people change the same part of a text at once, and one of them moves it: the other's change goes where it stands by then.
import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, embed, factBox, p, table, ul } from "../../body/testing.ts";
import { blocks, move, textAt } from "../document/testing-unseen.ts";
import { aText } from "./testing.ts";

const text = body(p("Lorries wait."), p("Nobody knows why."), p("The pass is shut."));
type Does = (doc: Y.Doc) => void;

/** `first` is stored before `second`, and neither has heard of the other. */
function together(start: Parameters<typeof aText>[0], first: Does, second: Does): string[] {
  const story = aText(start);
  const [one, other] = [story.window().does(first), story.window().does(second)];
  one.send();
  other.send();
  one.send();
  expect(Y.encodeStateVector(one.doc)).toEqual(Y.encodeStateVector(other.doc));
  return story.lines();
}

it("words that are typed in a block that was moved are typed in it", () => {
  const typed: [Does, string][] = [
    [(doc) => textAt(doc, 0).insert(7, " still"), "Lorries still wait."],
    [(doc) => textAt(doc, 0).insert(0, "The "), "The Lorries wait."],
    [(doc) => textAt(doc, 0).insert(13, " For days."), "Lorries wait. For days."],
  ];
  for (const [types, line] of typed)
    expect(together(text, (doc) => move(doc, 0, 2), types)).toEqual(["Nobody knows why.", "The pass is shut.", line]);
});

it("and so are words that are put in bold in it, commented on, or to be taken out", () => {
  const story = aText(text);
  const [one, other] = [story.window(), story.window()];
  const marks = { bold: {}, "comment--Zm9vYmFy": { id: "c1" }, deletion: { id: "s1", by: "b1", at: "2026-11-25" } };
  one.does((doc) => move(doc, 0, 2)).send();
  for (const [key, value] of Object.entries(marks)) other.does((doc) => textAt(doc, 0).format(8, 4, { [key]: value }));
  other.does((doc) => textAt(doc, 0).insert(8, "all ", { bold: {} })).send();
  expect(textAt(story.doc, 2).toDelta()).toEqual([
    { insert: "Lorries " },
    { insert: "all ", attributes: { bold: {} } },
    { insert: "wait", attributes: marks },
    { insert: "." },
  ]);
});

it("words that are taken out of a block that was moved, and others in their place", () => {
  const replaces: Does = (doc) => {
    textAt(doc, 0).delete(0, 7);
    textAt(doc, 0).insert(0, "Cars");
  };
  expect(together(text, (doc) => move(doc, 0, 2), replaces)).toEqual([
    "Nobody knows why.",
    "The pass is shut.",
    "Cars wait.",
  ]);
});

it("a block that two people move stands where the second of them moved it, with what the first wrote in it since", () => {
  const first: Does = (doc) => {
    move(doc, 0, 2);
    textAt(doc, 2).insert(13, " For days.");
  };
  expect(
    together(
      text,
      (doc) => move(doc, 0, 2),
      (doc) => move(doc, 0, 1),
    ),
  ).toEqual(["Nobody knows why.", "Lorries wait.", "The pass is shut."]);
  expect(together(text, first, (doc) => move(doc, 0, 1))).toEqual([
    "Nobody knows why.",
    "Lorries wait. For days.",
    "The pass is shut.",
  ]);
});

it("so with lists, tables, boxes and what has no text", () => {
  const film = embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Film");
  for (const block of [ul("one", "two"), table("Sum", ["a", "b"], ["c", "d"]), factBox("Box", "In it"), film]) {
    const start = body(block, p("Nobody knows why."), p("The pass is shut."));
    const story = aText(start);
    const once = story.lines().length;
    const [one, other] = [story.window(), story.window()];
    one.does((doc) => move(doc, 0, 2)).send();
    other.does((doc) => move(doc, 0, 1)).send();
    expect(
      blocks(story.doc)
        .toArray()
        .map((it) => (it as Y.XmlElement).nodeName),
    ).toEqual(["paragraph", block.type, "paragraph"]);
    expect(story.lines()).toHaveLength(once);
  }
});

it("a block that one moves and the other takes out stays", () => {
  expect(
    together(
      text,
      (doc) => move(doc, 0, 2),
      (doc) => blocks(doc).delete(0, 1),
    ),
  ).toContain("Lorries wait.");
});

it("the part of a moved block that is split off is not there twice", () => {
  const splits: Does = (doc) => {
    textAt(doc, 0).delete(8, 5);
    const rest = new Y.XmlElement("paragraph");
    rest.insert(0, [new Y.XmlText("wait.")]);
    blocks(doc).insert(1, [rest]);
  };
  const lines = together(text, (doc) => move(doc, 0, 2), splits);
  expect(lines.join(" ").match(/wait/g)).toHaveLength(1);
  expect(lines.join(" ").match(/Lorries/g)).toHaveLength(1);
});
