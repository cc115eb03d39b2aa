import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "../../body/testing.ts";
import { documentOf } from "./document.ts";
import { addsNothing } from "./update-check.ts";

const open = (text: string) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentOf({ body: body(p(text)) }));
  return doc;
};
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const words = (doc: Y.Doc) => (doc.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText;

it.each<[string, boolean, (doc: Y.Doc) => void]>([
  ["nothing that was done", true, () => {}],
  ["a letter", false, (doc) => words(doc).insert(0, "x")],
  ["one letter less at the beginning", false, (doc) => words(doc).delete(0, 1)],
  ["one less behind what is gone already", false, (doc) => words(doc).delete(2, 1)],
  ["one less at the end", false, (doc) => words(doc).delete(words(doc).length - 1, 1)],
])("a whole text with %s adds nothing: %s", (_what, expected, change) => {
  const doc = open("Lorries wait at the pass.");
  words(doc).delete(2, 3);
  words(doc).delete(8, 2);
  const theirs = copyOf(doc);
  change(theirs);
  expect(addsNothing(doc, Y.encodeStateAsUpdate(theirs))).toBe(expected);
  if (!expected) expect(addsNothing(theirs, Y.encodeStateAsUpdate(doc))).toBe(true);
});

it("a text from which letters were taken in 60,000 places is told from another before anybody stops waiting", () => {
  const doc = open("ab".repeat(60_100));
  const [typist = 0] = doc.store.clients.keys();
  const gone = Array.from({ length: 60_000 }, (_, place) => [place * 2 + 10, 1]);
  const number = (it: number): number[] => (it > 127 ? [(it & 127) | 128, ...number(Math.floor(it / 128))] : [it]);
  const taken = Uint8Array.from([0, 1, typist, gone.length, ...gone.flat()].flatMap(number));
  Y.applyUpdate(doc, taken);
  expect(addsNothing(doc, Y.encodeStateAsUpdate(doc))).toBe(true);
});
