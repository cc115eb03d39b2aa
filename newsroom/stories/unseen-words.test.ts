import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Body } from "../body/body.ts";
import { body, p, ul } from "../body/testing.ts";
import { plainText } from "../body/text.ts";
import { documentOf, textOf } from "./document.ts";
import { withUnseenWords } from "./unseen-words.ts";

/** What two people did at once: `first` is stored before `second`, which was made without having seen it. */
function together(text: Body, first: (doc: Y.Doc) => void, second: (doc: Y.Doc) => void): string[] {
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
  return plainText(textOf(newsroom).body).split("\n");
}

const blocks = (doc: Y.Doc) => doc.getXmlFragment("body");
const textAt = (doc: Y.Doc, ...path: number[]): Y.XmlText => {
  let at: unknown = blocks(doc);
  for (const index of [...path, 0]) at = at instanceof Y.XmlFragment ? at.get(index) : null;
  if (!(at instanceof Y.XmlText)) throw new Error("There is no text.");
  return at;
};
const textsWithin = (type: unknown): Y.XmlText[] =>
  type instanceof Y.XmlText ? [type] : type instanceof Y.XmlFragment ? type.toArray().flatMap(textsWithin) : [];
const move = (doc: Y.Doc, from: number, to: number) => {
  const copy = blocks(doc).get(from).clone();
  blocks(doc).delete(from, 1);
  blocks(doc).insert(to, [copy]);
};

describe("words that somebody else stored meanwhile", () => {
  const text = body(p("Lorries wait."), p("Nobody knows why."), ul("one", "two"));

  it("move along with their block, each at its place", () =>
    expect(
      together(
        text,
        (doc) => {
          textAt(doc, 0).insert(13, " For days.");
          textAt(doc, 0).insert(0, "Forty ");
        },
        (doc) => move(doc, 0, 1),
      ),
    ).toEqual(["Nobody knows why.", "Forty Lorries wait. For days.", "one", "two"]));

  it("move along within a list", () =>
    expect(
      together(
        text,
        (doc) => textAt(doc, 2, 1, 0).insert(3, " and a half"),
        (doc) => move(doc, 2, 0),
      ),
    ).toEqual(["one", "two and a half", "Lorries wait.", "Nobody knows why."]));

  it("go with the words that a line is joined to", () =>
    expect(
      together(
        text,
        (doc) => textAt(doc, 1).insert(17, " Ask him."),
        (doc) => {
          textAt(doc, 0).insert(13, " Nobody knows why.");
          blocks(doc).delete(1, 1);
        },
      ),
    ).toEqual(["Lorries wait. Nobody knows why. Ask him.", "one", "two"]));

  it("stand alone where the block they were typed in is gone", () =>
    expect(
      together(
        text,
        (doc) => textAt(doc, 1).insert(0, "A driver says: "),
        (doc) => blocks(doc).delete(1, 1),
      ),
    ).toEqual(["Lorries wait.", "A driver says:", "one", "two"]));

  it("stay in the line of a headline that is written anew", () => {
    const line = (doc: Y.Doc) => doc.getXmlFragment("headline");
    const said: string[] = [];
    together(
      text,
      (doc) => {
        const block = line(doc).get(0);
        const words = block instanceof Y.XmlElement ? block.get(0) : null;
        if (words instanceof Y.XmlText) words.insert(4, " at the pass");
      },
      (doc) => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText("Ice")]);
        line(doc).delete(0, 1);
        line(doc).insert(0, [paragraph]);
        doc.on("update", () => said.push(textOf(doc).headline));
      },
    );
    expect(said.at(-1)).toBe("Ice at the pass");
  });
});

it("none is lost, whatever was moved, joined or taken away meanwhile, and however much", () => {
  const text = body(p("Lorries wait."), ul("one", "two"), p("Nobody knows why."), p("one"));
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  const typed = fc.array(fc.record({ block: share, atEnd: fc.boolean() }), { minLength: 1, maxLength: 6 });
  const changed = fc.array(fc.record({ kind: fc.constantFrom("move", "take", "join"), from: share, to: share }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(typed, changed, (words, changes) => {
      const texts = (doc: Y.Doc) => blocks(doc).toArray().flatMap(textsWithin);
      const lines = together(
        text,
        (doc) => {
          for (const [n, { block, atEnd }] of words.entries()) {
            const at = texts(doc)[Math.floor(block * texts(doc).length)];
            at?.insert(atEnd ? at.length : 0, ` word${n} `);
          }
        },
        (doc) => {
          for (const { kind, from, to } of changes) {
            const index = Math.floor(from * blocks(doc).length);
            if (blocks(doc).length < 2) return;
            if (kind === "move") move(doc, index, Math.floor(to * (blocks(doc).length - 1)));
            else {
              const gone = textsWithin(blocks(doc).get(index)).map(String).join(" ");
              blocks(doc).delete(index, 1);
              const home = texts(doc)[0];
              if (kind === "join" && home) home.insert(home.length, gone);
            }
          }
        },
      ).join(" ");
      for (const n of words.keys()) expect(lines).toMatch(new RegExp(`\\bword${n}\\b`));
    }),
    { numRuns: 300 },
  );
});

describe("nothing comes back", () => {
  const text = body(p("Lorries wait."), p("Nobody knows why."));
  const changed = (change: (doc: Y.Doc) => void): unknown => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, documentOf({ body: text }));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(copy);
    copy.transact(() => change(copy));
    return withUnseenWords(doc, Y.encodeStateAsUpdate(copy, before));
  };

  it("that its author had seen", () => expect(changed((doc) => blocks(doc).delete(0, 1))).toBeNull());
  it("of a block that moves and in which nobody wrote", () => expect(changed((doc) => move(doc, 0, 1))).toBeNull());
  it("that is taken out of a text which stays", () => expect(changed((doc) => textAt(doc, 0).delete(0, 8))).toBeNull());
});
