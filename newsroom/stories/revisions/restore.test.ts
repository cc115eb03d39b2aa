import { ySyncPluginKey } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Body, emptyBody } from "../../body/body.ts";
import { a, b, body, crosshead, ol, p, picture, quote, rule, ul } from "../../body/testing.ts";
import { documentOf, mergedDocument, suggestionsIn, textOf } from "../document/document.ts";
import { lineNames } from "../document/story-text.ts";
import { restoreText } from "./restore.ts";

const text = (content: Body, lines = {}) => ({
  kicker: "",
  headline: "Snow closes the pass",
  standfirst: "Winter came early.",
  teaser: "",
  body: content,
  ...lines,
});
const opened = (from: ReturnType<typeof text>) => mergedDocument([documentOf(from)]);
function textIn(doc: Y.Doc, at: number): Y.XmlText {
  const element = doc.getXmlFragment("body").get(at);
  const inner = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(inner instanceof Y.XmlText)) throw new Error("There is no text here.");
  return inner;
}
const paragraph = (doc: Y.Doc, at: number) => doc.getXmlFragment("body").get(at);

it("brings back what a picture said", () => {
  const before = text(body(p("Snow."), picture({ caption: "Monday." }), p("Ice.")));
  const doc = opened(text(body(p("Snow."), picture({ caption: "Tuesday." }), p("Ice."))));
  const ice = paragraph(doc, 2);
  restoreText(doc, before);
  expect(textOf(doc)).toEqual(before);
  expect(paragraph(doc, 2)).toBe(ice);
});

const proposal = (id: string) => JSON.stringify({ id, by: "z", at: "2026-11-25T00:00:00Z" });
const startingAt = (start: number, ...items: string[]) => ({ ...ol(...items), attrs: { start } });

/** Where the `[a:words]` of a text stand in it. */
function placesIn(words: string) {
  let taken = 0;
  return [...words.matchAll(/\[(\w):([^\]]*)\]/g)].map(({ index, 1: id = "", 2: said = "" }) => {
    const at = index - taken;
    taken += 4;
    return { id, at, length: said.length };
  });
}

const textsIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
type Delta = { insert: string; attributes?: Record<string, { id?: string }> }[];
const deltaOf = (part: Y.XmlText): Delta => part.toDelta();
const wordsOf = (part: Y.XmlText) =>
  deltaOf(part)
    .map(({ insert }) => insert)
    .join("");

/** The words of each comment, all its places one after the other. */
function commentsIn(doc: Y.Doc, part = "body"): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { insert, attributes = {} } of textsIn(doc.getXmlFragment(part)).flatMap(deltaOf))
    for (const [name, { id = "" }] of Object.entries(attributes))
      if (name.startsWith("comment")) found[id] = (found[id] ?? "") + insert;
  return found;
}

describe("a restore", () => {
  it.each<[string, Body, Body]>([
    ["words", body(p("It snows hard.")), body(p("It snows softly."))],
    ["marks and links", body(p("See ", a("this", "/a"), " page.")), body(p("See ", b(a("this", "/b")), " page."))],
    ["blocks", body(p("One."), p("Two."), p("Three.")), body(p("Zero."), p("One."), rule(), p("Three."))],
    ["kinds", body(p("What is missing"), ul("a b", "c d")), body(crosshead("What is missing"), ol("a b", "c d"))],
    ["levels", body(crosshead("Who", 2)), body(crosshead("Who", 3))],
    [
      "lists and quotes",
      body(ul("boots", "stoves", "wire"), quote("One two three.", "Four.")),
      body(ul("boots", "twelve stoves", [p("wire"), ul("tea")]), quote("One two three four.", p("Four."), p("Five."))),
    ],
    ["everything", body(p("One."), rule(), ul("x")), body(quote("Nothing of that."))],
    ["nothing left", body(p("One."), p("Two.")), emptyBody],
  ])("of %s says what the revision said, and undone what stood before", (_, now, before) => {
    const [draft, revision] = [
      text(now, { kicker: "Now", headline: "Snow" }),
      text(before, { standfirst: "", teaser: "A card." }),
    ];
    const doc = opened(draft);
    const undo = new Y.UndoManager(
      [...lineNames, "body"].map((name) => doc.getXmlFragment(name)),
      { trackedOrigins: new Set([ySyncPluginKey]) },
    );
    restoreText(doc, revision);
    expect(textOf(doc)).toEqual(revision);
    undo.undo();
    expect(textOf(doc)).toEqual(draft);
    undo.redo();
    expect(textOf(doc)).toEqual(revision);
  });

  it.each<[string, string[], string[], Record<string, string>]>([
    ["on words that stay", ["It [a:snows] hard."], ["It snows softly."], { a: "snows" }],
    ["on words that go", ["It snows [a:hard]."], ["It snows softly."], {}],
    ["on both", ["[a:Forty lorries] wait."], ["Fifty lorries wait."], { a: " lorries" }],
    ["where only a space or a sign would be left", ["[a:Forty, say] wait."], ["Fifty, or so wait."], {}],
    ["that share words", ["[a:Forty ][b:lorries] wait."], ["Now forty lorries wait."], { b: "lorries" }],
    ["of a thread with two places", ["[a:One] and [a:two]."], ["Zero and two."], { a: "two" }],
    ["in a block that stays whole", ["Snow.", "Wind [a:blows]."], ["Rain.", "Wind blows."], { a: "blows" }],
    ["in a block that goes", ["Snow.", "Wind [a:blows]."], ["Snow."], {}],
  ])("keeps comments %s, and an undo brings back the others", (_, now, before, kept) => {
    const doc = opened(text(body(...now.map((words) => p(words.replace(/\[\w:|\]/g, ""))))));
    now.forEach((words, block) => {
      for (const { id, at, length } of placesIn(words))
        textIn(doc, block).format(at, length, { [`comment--${id}b3dEf9=`]: { id } });
    });
    const all = commentsIn(doc);
    const undo = restoreText(doc, text(body(...before.map((words) => p(words)))));
    expect(commentsIn(doc)).toEqual(kept);
    expect(textOf(doc).body).toEqual(body(...before.map((words) => p(words))));
    undo();
    expect(commentsIn(doc)).toEqual(all);
  });

  it.each<[string, Body, Body]>([
    ["bold goes", body(p("Some ", b("lorries"), " wait.")), body(p("Some lorries wait."))],
    ["the kind changes", body(p("Some lorries")), body(crosshead("Some lorries"))],
    ["a list becomes a numbered one", body(ul("boots", "lorries")), body(ol("boots", "lorries"))],
    ["a list starts elsewhere", body(ol("boots", "lorries")), body(startingAt(3, "boots", "lorries"))],
    ["an item is added", body(ul("boots", "lorries")), body(ul("stoves", "boots", "lorries"))],
    ["a quote is longer", body(quote("Some lorries.", "Two.")), body(quote("Some lorries, two.", "Two."))],
  ])("keeps comments on words that stay when %s", (_, now, before) => {
    const doc = opened(text(now));
    const found = textsIn(doc.getXmlFragment("body")).find((part) => part.toString().includes("lorries"));
    found?.format(wordsOf(found).indexOf("lorries"), 7, { "comment--Ab3dEf9=": { id: "a" } });
    expect(commentsIn(doc)).toEqual({ a: "lorries" });
    restoreText(doc, text(before));
    expect(textOf(doc).body).toEqual(before);
    expect(commentsIn(doc)).toEqual({ a: "lorries" });
  });

  it("keeps comments on words of a line that stay", () => {
    const doc = opened(text(body(p("Snow."))));
    const [line] = textsIn(doc.getXmlFragment("headline"));
    line?.format(0, 11, { "comment--Ab3dEf9=": { id: "a" } });
    line?.format(16, 4, { "comment--Bb3dEf9=": { id: "b" } });
    expect(commentsIn(doc, "headline")).toEqual({ a: "Snow closes", b: "pass" });
    const undo = restoreText(doc, text(body(p("Snow.")), { headline: "Snow closes the road" }));
    expect(textOf(doc).headline).toBe("Snow closes the road");
    expect(commentsIn(doc, "headline")).toEqual({ a: "Snow closes" });
    undo();
    expect(commentsIn(doc, "headline")).toEqual({ a: "Snow closes", b: "pass" });
  });

  it("keeps, of any comment, only words that it had, and all of a text that only grew", () => {
    const word = fc.constantFrom("snow", "pass", "Osh", "🙂", "ё", "and", ".");
    const words = fc.array(word, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, words, fc.nat(7), fc.nat(7), (now, before, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
        const doc = opened(text(body(p(now.join(" ")))));
        const [lead, said] = [now.slice(0, from).join(" "), now.slice(from, to).join(" ")];
        const start = lead === "" ? 0 : lead.length + 1;
        if (said !== "") textIn(doc, 0).format(start, said.length, { "comment--Ab3dEf9=": { id: "a" } });
        const grown = mergedDocument([Y.encodeStateAsUpdate(doc)]);
        restoreText(grown, text(body(p(["Now", ...now, "then"].join(" ")))));
        expect(commentsIn(grown)).toEqual(commentsIn(doc));
        restoreText(doc, text(body(p(before.join(" ")))));
        expect(textOf(doc).body).toEqual(body(p(before.join(" "))));
        const left = (commentsIn(doc).a ?? "").split(" ").filter(Boolean);
        for (const one of left) expect(now.slice(from, to)).toContain(one);
      }),
    );
  });

  it("joins a block that is only to be divided from the one before, and leaves other proposals", () => {
    const doc = opened(text(body(p("One one."), p(" Proposed."), p("Two two."), p("Three three."))));
    const block = paragraph(doc, 1);
    if (block instanceof Y.XmlElement) block.setAttribute("split", proposal("x"));
    textIn(doc, 3).format(0, 5, { deletion: { id: "y", by: "z", at: "2026-11-25T00:00:00Z" } });
    const before = textOf(doc);
    const revision = text(body(p("One one."), p("Two two changed."), p("Three three.")));
    const undo = restoreText(doc, revision);
    expect(textOf(doc)).toEqual(revision);
    expect(suggestionsIn(doc).map(({ id, removed }) => [id, removed])).toEqual([["y", "Three"]]);
    undo();
    expect(textOf(doc)).toEqual(before);
    expect(suggestionsIn(doc).map(({ id }) => id)).toEqual(["x", "y"]);
  });

  it("is undone in all its fields at once, without what was typed since", () => {
    const draft = text(body(p("One.")), { headline: "Snow" });
    const doc = opened(draft);
    const undo = restoreText(doc, text(body(p("Two.")), { headline: "Rain" }));
    doc.transact(() => textIn(doc, 0).insert(4, " Typed."), ySyncPluginKey);
    undo();
    expect(textOf(doc)).toEqual({ ...draft, body: body(p("One. Typed.")) });
  });

  it("is undone without what others wrote in blocks that it brought", () => {
    const mine = opened(text(body(p("One."))));
    const undo = restoreText(mine, text(body(p("One."), crosshead("Two"), ul("three", "four"))));
    const theirs = mergedDocument([Y.encodeStateAsUpdate(mine)]);
    textIn(theirs, 1).insert(3, " of theirs");
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    undo();
    expect(textOf(mine).body).toEqual(body(p("One."), crosshead(" of theirs")));
  });

  it("leaves what did not change as it is, with the carets in it", () => {
    const doc = opened(text(body(p("One."), p("Cut me."), p("Two two two."), p("Three."))));
    const [first, third] = [paragraph(doc, 0), paragraph(doc, 2)];
    restoreText(doc, text(body(p("New."), p("One."), p("Two, two two."), p("Three."))));
    expect(paragraph(doc, 1)).toBe(first);
    expect(paragraph(doc, 2)).toBe(third);
  });

  it("merges with what somebody types meanwhile", () => {
    const mine = opened(text(body(p("One."), p("Bad."), p("Three."))));
    const theirs = mergedDocument([Y.encodeStateAsUpdate(mine)]);
    textIn(theirs, 2).insert(6, " Four.");
    restoreText(mine, text(body(p("One."), p("Three."))));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(textOf(mine).body).toEqual(body(p("One."), p("Three. Four.")));
  });

  it("merges with what somebody types between two words that it changes", () => {
    const draft = text(body(p("Old one two ", b("three"), " and old.")), { headline: "Old snow closes the old pass" });
    const mine = opened(draft);
    const theirs = mergedDocument([Y.encodeStateAsUpdate(mine)]);
    textIn(theirs, 0).insert(8, "high ");
    textsIn(theirs.getXmlFragment("headline"))[0]?.insert(9, "now ");
    restoreText(mine, text(body(p("New one two ", b("three"), " and new.")), { headline: "Snow closes the pass" }));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(textOf(mine)).toEqual(
      text(body(p("New one high two ", b("three"), " and new.")), { headline: "Snow now closes the pass" }),
    );
  });

  it("of the same text changes nothing", () => {
    const doc = opened(text(body(p("One."), ul("x"))));
    let changes = 0;
    doc.on("update", () => void changes++);
    restoreText(doc, textOf(doc));
    expect(changes).toBe(0);
  });
});
