import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, embed, factBox, p, table, ul } from "../../body/testing.ts";
import { wholeBody } from "./document.ts";
import { blocks, merged, move, textsWithin, together } from "./testing-unseen.ts";

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

it("nor what stands on words or beside them: proposals, comments, links, amounts and captions", () => {
  const film = embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Film");
  const text = body(
    p("Lorries wait."),
    film,
    ul("one", "two"),
    table("", ["a"], ["b"]),
    factBox("Box", "In it"),
    p("one"),
  );
  const at = "2026-11-25T12:00:00.000Z";
  const marks: Record<string, unknown>[] = [
    {},
    { insertion: { id: "s1", by: "11111111-1111-4111-8111-111111111111", at } },
    { "comment--Zm9vYmFy": { id: "c1" } },
    { link: { href: "/stories/x" } },
  ];
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  const done = fc.record({ kind: fc.constantFrom("word", "amount", "caption"), block: share, mark: fc.nat(3) });
  const changed = fc.record({ kind: fc.constantFrom("move", "take", "caption"), from: share, to: share });
  const below = (type: unknown): Y.XmlElement[] =>
    type instanceof Y.XmlElement ? [type, ...type.toArray().flatMap(below)] : [];
  const elements = (doc: Y.Doc) => blocks(doc).toArray().flatMap(below);
  const chosen = <One>(all: One[], by: number) => all[Math.floor(by * all.length)];
  fc.assert(
    fc.property(
      fc.array(done, { minLength: 1, maxLength: 6 }),
      fc.array(changed, { minLength: 1, maxLength: 4 }),
      (things, changes) => {
        const captions = new Map<Y.XmlElement, string>();
        let wanted: string[] = [];
        const writeCaption = (there: Y.Doc, at: number, words: string) => {
          const one = chosen(
            elements(there).filter(({ nodeName }) => nodeName === "embed" || nodeName === "table"),
            at,
          );
          one?.setAttribute(one.nodeName === "embed" ? "title" : "caption", words);
          if (one) captions.set(one, words);
        };
        const doc = merged(
          text,
          (there) => {
            for (const [n, { kind, block, mark }] of things.entries()) {
              const lines = blocks(there).toArray().flatMap(textsWithin);
              if (kind === "word") chosen(lines, block)?.insert(0, ` word${n} `, marks[mark]);
              else if (kind === "amount") {
                const made = new Y.XmlElement("money");
                made.setAttribute("amount", String(7_000 + n));
                made.setAttribute("currency", "KGS");
                const line = chosen(lines, block)?.parent;
                if (line instanceof Y.XmlElement) line.push([made]);
              } else writeCaption(there, block, `caption${n} `);
            }
          },
          (there) => {
            // Of what both write at once Yjs keeps this one's; were it the other, this one's would be told in their window.
            there.clientID = 4_294_967_295;
            const written = [...captions.values()];
            captions.clear();
            for (const [n, { kind, from, to }] of changes.entries()) {
              const { length } = blocks(there);
              if (kind === "caption") writeCaption(there, from, `another${n} `);
              else if (kind === "move") move(there, Math.floor(from * length), Math.floor(to * (length - 1)));
              else if (length > 1) blocks(there).delete(Math.floor(from * length), 1);
            }
            const left = JSON.stringify(wholeBody(blocks(there)));
            wanted = [...written, ...[...captions.values()].filter((caption) => left.includes(caption))];
          },
        );
        const standing = JSON.stringify(wholeBody(blocks(doc)));
        const delta = blocks(doc)
          .toArray()
          .flatMap(textsWithin)
          .flatMap((line) => line.toDelta() as { insert: string; attributes?: object }[]);
        for (const [n, { kind, mark }] of things.entries()) {
          if (kind === "amount") expect(standing).toContain(`"amount":"${7_000 + n}"`);
          if (kind !== "word") continue;
          const word = delta.find(({ insert }) => new RegExp(`\\bword${n}\\b`).test(insert));
          expect(Object.keys(word?.attributes ?? {})).toEqual(Object.keys(marks[mark] ?? {}));
          expect(word).toBeDefined();
        }
        for (const caption of wanted) expect(standing).toContain(caption.trim());
      },
    ),
    { numRuns: 200 },
  );
});
