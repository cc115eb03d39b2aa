import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "../../body/testing.ts";
import { documentOf } from "./document.ts";
import { joinedUpdates } from "./joined-updates.ts";
import { applyLate } from "./late-words.ts";

/** A window in which somebody types a letter after the other, and takes some back. */
function typedOffline(letters: number) {
  const [doc, before] = [new Y.Doc(), documentOf({ body: body(p("Lorries wait.")) })];
  Y.applyUpdate(doc, before);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  const paragraph = doc.getXmlFragment("body").get(0) as Y.XmlElement;
  const words = paragraph.get(0) as Y.XmlText;
  for (let letter = 0; letter < letters; letter++) {
    words.insert(words.length, String.fromCharCode(97 + (letter % 26)));
    if (letter % 500 === 499) words.delete(words.length - 3, 1);
  }
  return { updates, before, text: words.toString() };
}

const textIn = (doc: Y.Doc) => ((doc.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText).toString();

it.each([0, 1, 50, 51, 2_600])("joins %i letters as Yjs would", (letters) => {
  const { updates, before, text } = typedOffline(letters);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, before);
  if (updates.length > 0) Y.applyUpdate(doc, joinedUpdates(updates));
  expect([textIn(doc), doc.store.pendingStructs]).toEqual([text, null]);
});

it("what was typed offline in a whole day is back before anybody stops waiting for it", () => {
  const { updates, before, text } = typedOffline(40_000);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, before);
  applyLate(doc, updates, "recovered");
  expect(textIn(doc)).toBe(text);
});
