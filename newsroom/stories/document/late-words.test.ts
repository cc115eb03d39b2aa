import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Body } from "../../body/body.ts";
import { body, crosshead, embed, factBox, p, ul } from "../../body/testing.ts";
import { plainText } from "../../body/text.ts";
import { documentOf, textOf } from "./document.ts";
import { applyLate } from "./late-words.ts";

const text = body(p("Lorries wait."), p("Nobody knows why."), ul("one", "two"));

/** What `typed` wrote offline comes into a document in which `meanwhile` happened, as a new window has it from the newsroom. */
function recovered(typed: (doc: Y.Doc) => void, meanwhile: (doc: Y.Doc) => void, start: Body = text) {
  const [away, newsroom, next] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const stored = documentOf({ headline: "Snow", body: start });
  for (const doc of [away, newsroom]) Y.applyUpdate(doc, stored);
  // Of what both write in one attribute, that of the higher number stands.
  [away.clientID, newsroom.clientID] = [1, 2];
  const left: Uint8Array[] = [];
  away.on("update", (update: Uint8Array) => left.push(update));
  typed(away);
  meanwhile(newsroom);
  Y.applyUpdate(next, Y.encodeStateAsUpdate(newsroom));
  const sent: Uint8Array[] = [];
  const client = next.clientID;
  next.on("update", (update: Uint8Array) => sent.push(update));
  applyLate(next, left, "recovered");
  for (const update of sent) Y.applyUpdate(newsroom, update);
  // The newsroom was told this one.
  expect(next.clientID).toBe(client);
  expect(textOf(newsroom)).toEqual(textOf(next));
  return { lines: linesOf(next), headline: textOf(next).headline, doc: next, left, sent };
}

const linesOf = (doc: Y.Doc): string[] => plainText(textOf(doc).body).split("\n");
const blocks = (doc: Y.Doc) => doc.getXmlFragment("body");
const textAt = (doc: Y.Doc, ...path: number[]): Y.XmlText => {
  let at: unknown = blocks(doc);
  for (const index of [...path, 0]) at = at instanceof Y.XmlFragment ? at.get(index) : null;
  if (!(at instanceof Y.XmlText)) throw new Error("There is no text.");
  return at;
};
/** Letter by letter, as one types. */
const type = (into: Y.XmlText, at: number, words: string) => {
  for (const [n, letter] of [...words].entries()) into.insert(at + n, letter);
};
const paragraph = (words: string) => {
  const made = new Y.XmlElement("paragraph");
  made.insert(0, [new Y.XmlText(words)]);
  return made;
};
const move = (doc: Y.Doc, from: number, to: number) =>
  doc.transact(() => {
    const copy = blocks(doc).get(from).clone();
    blocks(doc).delete(from, 1);
    blocks(doc).insert(to, [copy]);
  });

describe("words of a window that is gone", () => {
  it("stand where they were typed while their block lives", () =>
    expect(
      recovered(
        (doc) => type(textAt(doc, 0), 13, " For days."),
        (doc) => move(doc, 1, 0),
      ).lines,
    ).toEqual(["Nobody knows why.", "Lorries wait. For days.", "one", "two"]));

  it.each<[string, (doc: Y.Doc) => void, string[]]>([
    ["moved", (doc) => move(doc, 0, 1), ["Forty For days.", "Nobody knows why.", "Lorries wait.", "one", "two"]],
    [
      "joined to another",
      (doc) => {
        textAt(doc, 1).insert(0, "Lorries wait. ");
        blocks(doc).delete(0, 1);
      },
      ["Forty For days.", "Lorries wait. Nobody knows why.", "one", "two"],
    ],
    [
      "made a crosshead",
      (doc) => {
        const made = new Y.XmlElement("crosshead");
        made.setAttribute("level", 2 as unknown as string);
        made.insert(0, [new Y.XmlText("Lorries wait.")]);
        blocks(doc).insert(0, [made]);
        blocks(doc).delete(1, 1);
      },
      ["Lorries wait.", "Forty For days.", "Nobody knows why.", "one", "two"],
    ],
    [
      "made a list",
      (doc) => {
        const [list, item] = [new Y.XmlElement("bulletList"), new Y.XmlElement("listItem")];
        item.insert(0, [paragraph("Lorries wait.")]);
        list.insert(0, [item]);
        blocks(doc).delete(0, 1);
        blocks(doc).insert(0, [list]);
      },
      ["Lorries wait.", "Forty For days.", "Nobody knows why.", "one", "two"],
    ],
    ["deleted", (doc) => blocks(doc).delete(0, 1), ["Forty For days.", "Nobody knows why.", "one", "two"]],
  ])("stand near it as a paragraph where their block was %s", (_what, meanwhile, lines) => {
    const typed = (doc: Y.Doc) => {
      type(textAt(doc, 0), 0, "Forty ");
      type(textAt(doc, 0), 19, " For days.");
    };
    expect(recovered(typed, meanwhile).lines).toEqual(lines);
  });

  it("come back from a list that is gone, item by item", () =>
    expect(
      recovered(
        (doc) => {
          type(textAt(doc, 2, 1, 0), 3, " and a half");
          const item = new Y.XmlElement("listItem");
          item.insert(0, [paragraph("")]);
          (blocks(doc).get(2) as Y.XmlElement).insert(2, [item]);
          type(textAt(doc, 2, 2, 0), 0, "three");
        },
        (doc) => blocks(doc).delete(2, 1),
      ).lines,
    ).toEqual(["Lorries wait.", "Nobody knows why.", "and a half", "three"]));

  it("come back without what was taken out again, and without what was stored before", () => {
    const { lines } = recovered(
      (doc) => {
        type(textAt(doc, 1), 17, " Ask him now.");
        textAt(doc, 1).delete(25, 4);
        textAt(doc, 1).delete(0, 6);
      },
      (doc) => blocks(doc).delete(1, 1),
    );
    expect(lines).toEqual(["Lorries wait.", "Ask him.", "one", "two"]);
  });

  it("stay in their line", () =>
    expect(
      recovered(
        (doc) => type((doc.getXmlFragment("headline").get(0) as Y.XmlElement).get(0) as Y.XmlText, 4, " at last"),
        (doc) => {
          doc.getXmlFragment("headline").delete(0, 1);
          doc.getXmlFragment("headline").insert(0, [paragraph("Much snow")]);
        },
      ).headline,
    ).toBe("Much snow at last"));

  it("come once, however often they are brought", () => {
    const { doc, left, sent } = recovered(
      (doc) => type(textAt(doc, 0), 13, " For days."),
      (doc) => move(doc, 0, 1),
    );
    expect(sent).toHaveLength(1);
    const before = linesOf(doc);
    applyLate(doc, left, "recovered");
    expect(linesOf(doc)).toEqual(before);
  });

  const film = embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Film");
  const titled = (doc: Y.Doc, title: string) => (blocks(doc).get(0) as Y.XmlElement).setAttribute("title", title);
  it.each<[string, (doc: Y.Doc) => void, string[]]>([
    ["moved", (doc) => move(doc, 0, 1), ["The pass today", "Why?", "Film"]],
    ["deleted", (doc) => blocks(doc).delete(0, 1), ["The pass today", "Why?"]],
    ["given other words", (doc) => titled(doc, "Snow"), ["Snow", "The pass today", "Why?"]],
  ])("come back as a line where what they were the title of was %s", (_what, meanwhile, lines) => {
    const typed = (doc: Y.Doc) => {
      titled(doc, "The pas");
      titled(doc, "The pass today");
    };
    expect(recovered(typed, meanwhile, body(film, p("Why?"))).lines).toEqual(lines);
  });

  it("come back with the words of a block that was put into one that is gone", () => {
    const typed = (doc: Y.Doc) => {
      const made = new Y.XmlElement("embed");
      for (const [key, value] of Object.entries(film.attrs)) made.setAttribute(key, String(value));
      (blocks(doc).get(0) as Y.XmlElement).push([made]);
    };
    const { lines } = recovered(typed, (doc) => move(doc, 0, 1), body(factBox("Box", "In it"), p("Why?")));
    expect(lines).toEqual(["Film", "Why?", "Box", "In it"]);
  });

  it("stand at the end where nobody can tell where they belong", () => {
    const { lines } = recovered(
      (doc) => type(textAt(doc, 0), 13, " For days."),
      (doc) => {
        textAt(doc, 0).delete(0, 13);
        textAt(doc, 0).insert(0, "Lorries wait.");
        blocks(doc).delete(0, 1);
      },
      body(p("Lorries wait."), crosshead("Why")),
    );
    expect(lines).toEqual(["For days.", "Why"]);
  });

  it("are all there, once each, whatever happened meanwhile", () => {
    const place = fc.nat({ max: 2 });
    const step = fc.tuple(fc.constantFrom("move", "delete", "join", "again"), place, place);
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), fc.array(step, { maxLength: 4 }), (typed, steps) => {
        const { lines } = recovered(
          (doc) => {
            for (const [n, at] of typed.entries()) type(textAt(doc, at), textAt(doc, at).length, ` word${n}.`);
          },
          (doc) => {
            for (const [what, from, to] of steps) change(doc, what, from, to);
          },
          body(p("Lorries wait."), p("Nobody knows why."), p("Snow falls.")),
        );
        const words = lines.join(" ").match(/word\d/g) ?? [];
        expect(words.toSorted()).toEqual(typed.map((_, n) => `word${n}`));
      }),
    );
  });
});

function change(doc: Y.Doc, what: string, from: number, to: number): void {
  const { length } = blocks(doc);
  if (length < 2) return;
  const [one, other] = [from % length, to % length];
  if (what === "move") move(doc, one, Math.min(other, length - 1));
  else if (what === "delete") blocks(doc).delete(one, 1);
  else {
    const words = textAt(doc, one).toString();
    blocks(doc).delete(one, 1);
    if (what === "join") textAt(doc, 0).insert(0, words);
    else blocks(doc).insert(one, [paragraph(words)]);
  }
}
