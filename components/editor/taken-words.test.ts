import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { takenWords, unseenTaken, wordsTakenAway } from "./taken-words.ts";

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

describe("words that others take away", () => {
  /** A window that typed "Ask the mayor." letter by letter, and what it holds as taken since somebody took it all out. */
  function afterTyping() {
    const doc = new Y.Doc();
    const text = new Y.XmlText();
    doc.getXmlFragment("body").push([text]);
    const since = Y.getState(doc.store, doc.clientID);
    for (const [at, letter] of [..."Ask the mayor."].entries()) text.insert(at, letter);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getXmlFragment("body").delete(0, 1);
    const taken = wordsTakenAway();
    doc.on("afterTransaction", (transaction) => taken.look(transaction, since));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    return { taken, since, client: doc.clientID };
  }

  it("are told as one, once the newsroom has acknowledged all of them", () => {
    const { taken, since } = afterTyping();
    expect(taken.open()).toBe("Ask the mayor.");
    for (let letters = 0; letters < 14; letters++) expect(taken.settled(since + letters)).toBe("");
    expect(taken.settled(since + 14)).toBe("Ask the mayor.");
    expect([taken.open(), taken.settled(since + 14)]).toEqual(["", ""]);
  });

  it("are not those that were typed in something that was moved, and stand there", () => {
    const { taken, since } = afterTyping();
    taken.typedAnew([
      { clock: since + 3, length: 4 },
      { clock: since + 13, length: 9 },
    ]);
    expect(taken.settled(since + 14)).toBe("Ask mayor");
    taken.typedAnew([{ clock: since, length: 14 }]);
    expect(taken.settled(since + 14)).toBe("");
  });
});
