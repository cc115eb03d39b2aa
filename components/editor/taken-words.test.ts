import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { takenWords, unseenTaken } from "./taken-words.ts";

/** Two windows on "Lorries wait." in one paragraph, and what of mine the other's change takes away. */
function taking(mine: (text: Y.XmlText, body: Y.XmlFragment) => void, theirs: (body: Y.XmlFragment) => void): string[] {
  const [me, them] = [new Y.Doc(), new Y.Doc()];
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Lorries wait.")]);
  them.getXmlFragment("body").push([paragraph]);
  Y.applyUpdate(me, Y.encodeStateAsUpdate(them));
  const said: string[] = [];
  const body = me.getXmlFragment("body");
  mine((body.get(0) as Y.XmlElement).get(0) as Y.XmlText, body);
  me.on("afterTransaction", (transaction) => void said.push(takenWords(transaction, 0)));
  theirs(them.getXmlFragment("body"));
  Y.applyUpdate(me, Y.encodeStateAsUpdate(them));
  return said.filter((words) => words !== "");
}

describe("words that somebody takes away unseen", () => {
  it("are those that were typed in what is deleted, in the order in which they were typed", () => {
    const typed = (text: Y.XmlText) => {
      text.insert(0, "Forty ");
      text.insert(text.length, " At the pass.");
    };
    expect(taking(typed, (body) => body.delete(0, 1))).toEqual(["Forty  At the pass."]);
  });

  it("are amounts and captions as well, each as a line", () => {
    const typed = (text: Y.XmlText, body: Y.XmlFragment) => {
      text.insert(0, "Bread: ");
      const [money, film] = [new Y.XmlElement("money"), new Y.XmlElement("embed")];
      money.setAttribute("amount", "40");
      money.setAttribute("currency", "KGS");
      film.setAttribute("title", "The pass");
      film.setAttribute("url", "https://example.org/");
      (body.get(0) as Y.XmlElement).push([money, film]);
    };
    expect(taking(typed, (body) => body.delete(0, 1))).toEqual(["Bread: \n40 KGS\nThe pass"]);
  });

  it("are a line for each paragraph", () => {
    const typed = (text: Y.XmlText, body: Y.XmlFragment) => {
      text.insert(0, "One");
      const item = new Y.XmlElement("paragraph");
      item.insert(0, [new Y.XmlText("Two")]);
      (body.get(0) as Y.XmlElement).push([item]);
    };
    expect(taking(typed, (body) => body.delete(0, 1))).toEqual(["One\nTwo"]);
  });

  it("are none where only words of others go, or mine stay", () => {
    expect(
      taking(
        () => {},
        (body) => body.delete(0, 1),
      ),
    ).toEqual([]);
    expect(
      taking(
        (text) => text.insert(0, "Forty "),
        (body) => ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 7),
      ),
    ).toEqual([]);
  });
});

it.each([
  ["One.", "One.", ""],
  ["One.\nTwo.", "One.", "Two."],
  ["Two.", "One.\nTwo.", ""],
  ["Two.", "One.", "Two."],
])("of %j, once %j has been seen, %j is left", (all, seen, left) => expect(unseenTaken(all, seen)).toBe(left));
