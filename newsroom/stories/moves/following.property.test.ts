import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "../../body/annotations.ts";
import { body, factBox, p, ul } from "../../body/testing.ts";
import { misplacedIn } from "../document/misplaced.ts";
import { blocks, move, textsWithin } from "../document/testing-unseen.ts";
import { charactersOf } from "../document/unseen.ts";
import { aText } from "./testing.ts";

const text = body(
  p("Lorries wait at the pass."),
  ul("Diesel", "Bread"),
  p("Nobody knows why."),
  factBox("Box", "In the box"),
);
const originals = ["Lorries wait at the pass.", "Diesel", "Bread", "Nobody knows why.", "Box", "In the box"];

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const deed = (...kinds: string[]) => fc.record({ kind: fc.constantFrom(...kinds), at: share, to: share });
type Deed = { kind: string; at: number; to: number };

/** Does it, and answers the sign that was typed, if any. */
function doing(doc: Y.Doc, { kind, at, to }: Deed, sign: string): string | null {
  const { length } = blocks(doc);
  const texts = blocks(doc).toArray().flatMap(textsWithin);
  const line = texts[Math.floor(at * texts.length)];
  const index = Math.floor(at * length);
  if (kind === "type" && line) {
    line.insert(Math.floor(to * (line.length + 1)), sign);
    return sign;
  }
  if (kind === "move") move(doc, index, Math.floor(to * length));
  if (kind === "take" && length > 1) blocks(doc).delete(index, 1);
  const block = blocks(doc).get(index);
  const own = block instanceof Y.XmlElement && block.nodeName === "paragraph" ? block.get(0) : null;
  if (kind === "split" && own instanceof Y.XmlText) {
    const cut = Math.floor(to * (own.length + 1));
    const rest = new Y.XmlElement("paragraph");
    rest.insert(0, [new Y.XmlText(own.toString().slice(cut))]);
    own.delete(cut, own.length - cut);
    blocks(doc).insert(index + 1, [rest]);
  }
  return null;
}

const deeds = (...kinds: string[]) => fc.array(deed(...kinds), { minLength: 1, maxLength: 3 });

/** What stands in the end, and what was typed. */
function said(first: Deed[], second: Deed[], isLate: boolean) {
  const story = aText(text);
  const [one, other] = [story.window(), story.window()];
  const signs: string[] = [];
  const windows = [
    { window: one, all: first, name: "A" },
    { window: other, all: second, name: "B" },
  ];
  for (const { window, all, name } of windows)
    for (const [n, each] of all.entries())
      window.does((doc) => signs.push(...[doing(doc, each, `<${name}${n}>`)].filter((sign) => sign !== null)));
  one.send();
  other.send(isLate);
  one.send();
  expect(misplacedIn(documentSchema, blocks(story.doc))).toBeNull();
  const words = charactersOf(blocks(story.doc));
  expect([one, other].map(({ doc }) => charactersOf(blocks(doc)))).toEqual([words, words]);
  return { words, signs };
}

// Each by itself, since what was typed may have been split.
const letters = (words: string[]) => [...words.join("").replaceAll(" ", "")].sort();
const kinds = ["move", "split", "type"];

it("each letter is there once, whatever two people move, split and type at once", () => {
  fc.assert(
    fc.property(deeds(...kinds), deeds(...kinds), (first, second) => {
      const { words, signs } = said(first, second, false);
      expect(letters([words])).toEqual(letters([...originals, ...signs]));
    }),
    { numRuns: 400 },
  );
});

it("none is gone if one of them had no connection meanwhile; a few that stand between what was typed may be there twice", () => {
  fc.assert(
    fc.property(deeds(...kinds), deeds(...kinds), (first, second) => {
      const { words, signs } = said(first, second, true);
      const left = letters([words]);
      for (const letter of letters([...originals, ...signs])) {
        expect(left).toContain(letter);
        left.splice(left.indexOf(letter), 1);
      }
      expect(left.length).toBeLessThan(4);
    }),
    { numRuns: 300 },
  );
});
