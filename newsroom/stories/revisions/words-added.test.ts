import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { mostRead, wordsAdded } from "./words-added.ts";

/** The updates of a window in which this is typed. */
function typed(...steps: ((text: Y.XmlText, body: Y.XmlFragment) => void)[]): Uint8Array[] {
  const doc = new Y.Doc();
  const body = doc.getXmlFragment("body");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("listItem");
  paragraph.insert(0, [text]);
  body.insert(0, [paragraph]);
  for (const step of steps) step(text, body);
  return updates;
}
const letters = (words: string, at = 0) =>
  [...words].map((letter, n) => (text: Y.XmlText) => text.insert(at + n, letter));
const another = (words: string) => (_text: Y.XmlText, body: Y.XmlFragment) => {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  body.push([paragraph]);
};

describe("the words of updates that nobody can apply", () => {
  it.each<[string, Uint8Array[], string]>([
    ["letter by letter", typed(...letters("Snow falls.")), "Snow falls."],
    ["with words put in the middle", typed(...letters("Snow falls."), ...letters(" still", 4)), "Snow still falls."],
    ["with words put before", typed(...letters("falls."), ...letters("Snow ", 0)), "Snow falls."],
    ["with some taken out again", typed(...letters("Snow never falls."), (text) => text.delete(4, 6)), "Snow falls."],
    ["with all taken out again", typed(...letters("Snow"), (text) => text.delete(0, 4)), ""],
    ["sent twice", typed(another("One."), another("Two.")).flatMap((update) => [update, update]), "One.\nTwo."],
    ["in several blocks", typed(another("One."), another("Two.")), "One.\nTwo."],
    [
      "in bold",
      typed(
        (text) => text.insert(0, "Snow falls."),
        (text) => text.format(0, 4, { bold: {} }),
      ),
      "Snow falls.",
    ],
    [
      "with captions and amounts, as they were in the end",
      typed(
        (text) => text.insert(0, "Snow"),
        (_text, body) => {
          const picture = new Y.XmlElement("picture");
          for (const [name, value] of Object.entries({
            pictureId: "p1",
            caption: "The pas",
            credit: "",
            inserted: "{}",
          }))
            picture.setAttribute(name, value);
          body.push([picture]);
        },
        (_text, body) => (body.get(1) as Y.XmlElement).setAttribute("caption", "The pass"),
        (_text, body) => (body.get(1) as Y.XmlElement).setAttribute("pictureId", "p2"),
      ),
      "Snow\nThe pass",
    ],
    ["with signs that nobody sees", typed((text) => text.insert(0, "a\u0000b\u202ec")), "abc"],
    ["of no text", typed(), ""],
    ["that cannot be read", [new Uint8Array([1, 2, 3]), ...typed(another("One."))], "One."],
  ])("%s", (_name, updates, words) => {
    expect(wordsAdded(updates)).toEqual({ words, isCut: false });
  });

  it("of a window that was in the middle of a text that is not there", () => {
    const doc = new Y.Doc();
    doc.getText("body").insert(0, "It snows.");
    const before = Y.encodeStateVector(doc);
    doc.getText("body").insert(3, "still ");
    expect(wordsAdded([Y.encodeStateAsUpdate(doc, before)]).words).toBe("still ");
  });

  it("of a caption that was there before, and of nothing that is only proposed about its block", () => {
    const doc = new Y.Doc();
    const picture = new Y.XmlElement("picture");
    doc.getXmlFragment("body").push([picture]);
    for (const name of ["caption", "deleted"]) picture.setAttribute(name, "{}");
    const before = Y.encodeStateVector(doc);
    picture.setAttribute("caption", "The pass");
    picture.setAttribute("deleted", '{"id":"s1"}');
    expect(wordsAdded([Y.encodeStateAsUpdate(doc, before)]).words).toBe("The pass");
  });

  it("are bounded, and say that there is more", () => {
    const { words, isCut } = wordsAdded(typed(another("One."), another("x".repeat(mostRead))));
    expect(words).toMatch(/^One\.\nx{49000,}$/);
    expect(isCut).toBe(true);
  });
});
