import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { body, p } from "../../body/testing.ts";
import { plainText } from "../../body/text.ts";
import { documentOf, mergedDocument, textOf } from "./document.ts";
import { type Sent, sortOut } from "./quarantine.ts";

/** What windows on one text send, in the order in which they do. */
function windows() {
  const state = documentOf({ headline: "Snow", body: body(p("Lorries wait.")) });
  const updates: Sent[] = [];
  const open = (staffId = "anna") => {
    const doc = mergedDocument([state, ...updates.map(({ update }) => update)]);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "sent") updates.push({ update, staffId });
    });
    return {
      body: doc.getXmlFragment("body"),
      /** Takes in what the others sent. */
      catchUp: () => doc.transact(() => updates.forEach(({ update }) => void Y.applyUpdate(doc, update)), "sent"),
    };
  };
  return { state, updates, open };
}
const block = (kind: string, words: string) => {
  const element = new Y.XmlElement(kind);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
};
const stray = (words: string) => {
  const item = new Y.XmlElement("listItem");
  item.insert(0, [block("paragraph", words)]);
  return item;
};
const wordsIn = (good: Uint8Array) => plainText(textOf(mergedDocument([good])).body);

describe("sorting out a text that does not fit", () => {
  it("puts aside what does not fit, and what its window typed after it", () => {
    const { state, updates, open } = windows();
    const [bad, good] = [open(), open()];
    bad.body.push([block("paragraph", "Before.")]);
    bad.body.push([stray("Stray.")]);
    good.body.push([block("paragraph", "Of somebody else.")]);
    bad.body.push([block("paragraph", "After.")]);
    const sorted = sortOut(state, updates);
    expect(sorted.aside.map(({ at }) => at)).toEqual([1, 3]);
    expect(wordsIn(sorted.good)).toContain("Before.");
    expect(wordsIn(sorted.good)).toContain("Of somebody else.");
    expect(wordsIn(sorted.good)).not.toContain("After.");
  });

  it("puts aside what somebody else typed in it, which would hang nowhere", () => {
    const { state, updates, open } = windows();
    const [bad, other] = [open(), open()];
    bad.body.push([stray("Stray")]);
    other.catchUp();
    const item = other.body.get(1);
    const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (text instanceof Y.XmlText) text.insert(5, " and more");
    other.body.push([block("paragraph", "Elsewhere.")]);
    expect(updates).toHaveLength(3);
    const sorted = sortOut(state, updates);
    expect(sorted.aside.map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(wordsIn(sorted.good)).toBe("Lorries wait.");
  });

  it("comes to an end though the state itself does not fit", () => {
    const { state, updates, open } = windows();
    open().body.push([stray("Stray")]);
    const unfit = Y.mergeUpdates([state, ...updates.map(({ update }) => update)]);
    const doc = mergedDocument([unfit]);
    doc.on("update", (update: Uint8Array) => updates.push({ update, staffId: "boris" }));
    for (const words of ["One.", "Two."]) doc.getXmlFragment("body").push([block("paragraph", words)]);
    expect(sortOut(unfit, updates.slice(1)).aside).toHaveLength(2);
  });

  it("puts aside all of who sent more than can be sought one by one, and nothing of others", () => {
    const { state, updates, open } = windows();
    const other = open("boris");
    const hostile = Array.from({ length: 10 }, () => open("anna"));
    hostile.pop()?.body.push([block("paragraph", "A good one of Anna.")]);
    for (const [window, { body }] of hostile.entries()) {
      body.insert(0, [stray(`Stray ${window}`)]);
      other.body.push([block("paragraph", `Good ${window}.`)]);
    }
    const sorted = sortOut(state, updates);
    expect(sorted.aside.map(({ at }) => updates[at]?.staffId)).toEqual(Array(10).fill("anna"));
    expect(wordsIn(sorted.good).split("\n")).toEqual([
      "Lorries wait.",
      ...Array.from({ length: 9 }, (_none, window) => `Good ${window}.`),
    ]);
  });
});
