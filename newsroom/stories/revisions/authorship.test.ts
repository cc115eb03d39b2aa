import { expect, it } from "vitest";
import * as Y from "yjs";
import { a, body, crosshead, p, ul } from "../../body/testing.ts";
import { documentOf, mergedDocument } from "../document/document.ts";
import { movedIn } from "../moves/moved.ts";
import { Moves } from "../moves/moves.ts";
import { typedBlocks } from "./authorship.ts";

/** The same document in the hands of another client. */
function inHandsOf(client: number, doc: Y.Doc): Y.Doc {
  const copy = mergedDocument([Y.encodeStateAsUpdate(doc)]);
  copy.clientID = client;
  return copy;
}

function textIn(doc: Y.Doc, block: number): Y.XmlText {
  const element = doc.getXmlFragment("body").get(block);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("There is no text here.");
  return text;
}

const shown = (doc: Y.Doc, first: number) =>
  typedBlocks(doc).map(({ kind, runs }) => [
    kind,
    ...runs.map(({ client, text }) => `${client === first ? "first" : client}: ${text}`),
  ]);

it("names the client of each run of words, through edits, marks, line breaks and deletions", () => {
  const made = mergedDocument([
    documentOf({
      headline: "Snow",
      body: body(crosshead("Who"), p("It snows ", a("hard", "/x"), " here."), ul("boots"), {
        type: "paragraph",
        content: [{ type: "text", text: "a" }, { type: "hardBreak" }, { type: "text", text: "b" }],
      }),
    }),
  ]);
  const first = [...Y.decodeStateVector(Y.encodeStateVector(made)).keys()][0] ?? 0;
  const second = inHandsOf(2, made);
  textIn(second, 1).insert(3, "always ");
  textIn(second, 1).format(0, 2, { bold: {} });
  const third = inHandsOf(3, second);
  textIn(third, 1).delete(3, 4);
  textIn(third, 0).insert(3, "?");
  const expected = [
    ["headline", "first: Snow"],
    ["crosshead", "first: Who", "3: ?"],
    ["paragraph", "first: It ", "2: ys ", "first: snows hard here."],
    ["paragraph", "first: boots"],
    ["paragraph", "first: a\nb"],
  ];
  expect(shown(third, first)).toEqual(expected);
  // Folded into one state and opened again.
  expect(shown(mergedDocument([Y.encodeStateAsUpdate(third)]), first)).toEqual(expected);
});

it("takes words that were typed around one letter of somebody else's as typed in one go", () => {
  const made = mergedDocument([documentOf({ body: body(p("attack in the gorge")) })]);
  const first = [...Y.decodeStateVector(Y.encodeStateVector(made)).keys()][0] ?? 0;
  const second = inHandsOf(2, made);
  textIn(second, 0).insert(10, "Said ");
  // "t" before "the" looks like a "t" after the "t" that stands there.
  textIn(second, 0).insert(16, "hat it was t");
  expect(shown(second, first)).toEqual([
    ["paragraph", "first: attack in ", "2: Said that it was ", "first: the gorge"],
  ]);
});

it("follows words that were moved, in part too, to who typed them", () => {
  const made = mergedDocument([documentOf({ body: body(p("attack in the gorge")) })]);
  const [first = 0] = Y.decodeStateVector(Y.encodeStateVector(made)).keys();
  const second = inHandsOf(2, made);
  const before = Y.encodeStateVector(second);
  textIn(second, 0).delete(0, 6);
  textIn(second, 0).insert(13, ": attack!");
  const moves = new Moves(movedIn(made, Y.encodeStateAsUpdate(second, before)).moved);
  expect(typedBlocks(second, moves).map(({ runs }) => runs)).toEqual([
    [
      { client: first, text: " in the gorge" },
      { client: 2, text: ": " },
      { client: first, text: "attack" },
      { client: 2, text: "!" },
    ],
  ]);
});

it("of a page without words says nothing", () => {
  expect(typedBlocks(mergedDocument([documentOf({})]))).toEqual([]);
});
