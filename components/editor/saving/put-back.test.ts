import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { body, p, ul } from "#newsroom/body/testing";
import { plainText } from "#newsroom/body/text";
import { documentOf, textOf } from "#newsroom/stories/document/document";
import { keptWords } from "./kept-words.ts";
import { putBack } from "./put-back.ts";

const stored = documentOf({ headline: "Snow", body: body(p("Lorries wait.")) });
const opened = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stored);
  return doc;
};
const write = (doc: Y.Doc, words: string, name = "paragraph") => {
  const block = new Y.XmlElement(name);
  block.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment("body").push([block]);
};
const lines = (doc: Y.Doc) => plainText(textOf(doc).body).split("\n");

/** What a window left in which this was typed, one update a step. */
function aWindow(name: string, ...steps: ((doc: Y.Doc) => void)[]) {
  const doc = opened();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  for (const step of steps) step(doc);
  const discard = () => Promise.resolve();
  return { story: "snow", window: name, updates, typedAt: new Date(0), refusal: null, isOnlyHere: false, discard };
}
const windowsOf = (left: readonly { window: string }[]) => left.map(({ window }) => window);

describe("what earlier windows left", () => {
  it("is put back, and shown", () => {
    const doc = opened();
    const { recovered, put, rest } = putBack(doc, [aWindow("a", (away) => write(away, "For days."))]);
    expect(lines(doc)).toEqual(["Lorries wait.", "For days."]);
    expect([windowsOf(put), windowsOf(rest)]).toEqual([["a"], []]);
    expect(recovered?.texts && plainText(recovered.texts.after.body)).toContain("For days.");
  });

  it("is nothing to tell of where the text has it already", () => {
    const doc = opened();
    const left = aWindow("a", (away) => write(away, "For days."));
    putBack(doc, [left]);
    expect(putBack(doc, [left])).toMatchObject({ recovered: null, put: [left], rest: [] });
  });

  it("is put back window by window: one that cannot be holds up no other, and its words are there to copy", () => {
    const torn = aWindow(
      "torn",
      (away) => write(away, "Lost on the way."),
      (away) => write(away, "Behind the gap."),
    );
    const [, behind] = torn.updates;
    const stray = aWindow("stray", (away) => write(away, "Without a place.", "listItem"));
    const newer = aWindow("newer", (away) => write(away, "Of a newer editor.", "hologram"));
    const doc = opened();
    const { put, rest } = putBack(doc, [
      { ...torn, updates: behind ? [behind] : [] },
      stray,
      newer,
      aWindow("whole", (away) => write(away, "For days.")),
    ]);
    expect(windowsOf(put)).toEqual(["whole"]);
    expect(lines(doc)).toEqual(["Lorries wait.", "For days."]);
    expect(rest.map((one) => keptWords(doc, one).words)).toEqual([
      "Behind the gap.",
      "Without a place.",
      "Of a newer editor.",
    ]);
  });

  it("is put back though the text has to be brought into order then, by the newsroom", () => {
    const started = documentOf({ body: body(ul("one", "two")) });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, started);
    const away = new Y.Doc();
    Y.applyUpdate(away, started);
    const updates: Uint8Array[] = [];
    away.on("update", (update: Uint8Array) => void updates.push(update));
    (away.getXmlFragment("body").get(0) as Y.XmlElement).delete(0, 1);
    write(away, "For days.");
    (doc.getXmlFragment("body").get(0) as Y.XmlElement).delete(1, 1);
    const { put } = putBack(doc, [{ updates, typedAt: new Date(0), refusal: null }]);
    expect(put).toHaveLength(1);
    expect(doc.getXmlFragment("body").toString()).toContain("For days.");
  });

  it("is put back though it builds on what another window left", () => {
    const [first, second] = [aWindow("first"), aWindow("second")];
    const doc = opened();
    doc.on("update", (update: Uint8Array) => void first.updates.push(update));
    write(doc, "One.");
    const [one = new Uint8Array()] = first.updates;
    write(doc, "Two.");
    const [, two = new Uint8Array()] = first.updates;
    const next = opened();
    const { put } = putBack(next, [
      { ...second, updates: [two] },
      { ...first, updates: [one] },
    ]);
    expect(windowsOf(put)).toEqual(["second", "first"]);
    expect(lines(next)).toEqual(["Lorries wait.", "One.", "Two."]);
  });

  it("is not put back where the newsroom has refused it", () => {
    const doc = opened();
    const left = { ...aWindow("a", (away) => write(away, "Too much.")), refusal: "Too long." };
    expect(putBack(doc, [left])).toEqual({ recovered: null, put: [], rest: [left] });
    expect(keptWords(doc, left)).toMatchObject({ words: "Too much.", refusal: "Too long." });
  });
});
