import { expect } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import type { Body } from "../../body/body.ts";
import { plainText } from "../../body/text.ts";
import { documentOf, textOf } from "./document.ts";
import { misplacedIn } from "./misplaced.ts";
import { withUnseenWords } from "./unseen-words.ts";

/** What two people did at once: `first` is stored before `second`, which was made without having seen it. */
export function merged(text: Body, first: (doc: Y.Doc) => void, second: (doc: Y.Doc) => void): Y.Doc {
  const start = documentOf({ headline: "Snow", body: text });
  const [newsroom, other] = [new Y.Doc(), new Y.Doc()];
  for (const doc of [newsroom, other]) Y.applyUpdate(doc, start);
  const sent: Uint8Array[] = [];
  other.on("update", (update: Uint8Array) => sent.push(update));
  first(newsroom);
  other.transact(() => second(other));
  for (const update of sent) Y.applyUpdate(newsroom, withUnseenWords(newsroom, update)?.update ?? update);
  // Who made it has the same text in the end.
  Y.applyUpdate(other, Y.encodeStateAsUpdate(newsroom));
  expect(textOf(other)).toEqual(textOf(newsroom));
  expect(misplacedIn(documentSchema, blocks(newsroom))).toBeNull();
  return newsroom;
}

export const linesOf = (doc: Y.Doc): string[] => plainText(textOf(doc).body).split("\n");
export const together = (...all: Parameters<typeof merged>): string[] => linesOf(merged(...all));

export const blocks = (doc: Y.Doc) => doc.getXmlFragment("body");
export const textAt = (doc: Y.Doc, ...path: number[]): Y.XmlText => {
  let at: unknown = blocks(doc);
  for (const index of [...path, 0]) at = at instanceof Y.XmlFragment ? at.get(index) : null;
  if (!(at instanceof Y.XmlText)) throw new Error("There is no text.");
  return at;
};
export const textsWithin = (type: unknown): Y.XmlText[] =>
  type instanceof Y.XmlText ? [type] : type instanceof Y.XmlFragment ? type.toArray().flatMap(textsWithin) : [];
export const move = (doc: Y.Doc, from: number, to: number) => {
  const copy = blocks(doc).get(from).clone();
  blocks(doc).delete(from, 1);
  blocks(doc).insert(to, [copy]);
};
