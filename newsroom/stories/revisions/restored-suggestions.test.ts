import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Body, emptyBody } from "../../body/body.ts";
import { body, money, p, ul } from "../../body/testing.ts";
import { documentOf, mergedDocument, suggestionsIn, textOf } from "../document/document.ts";
import { restoreText, suggestionsLost } from "./restore.ts";

const text = (content: Body, headline = "Snow closes the pass") => ({
  kicker: "",
  headline,
  standfirst: "",
  teaser: "",
  body: content,
});
const by = { by: "z", at: "2026-11-25T00:00:00Z" };
const proposal = (id: string) => JSON.stringify({ id, ...by });

/** The element that one comes to by these numbers. */
function within(parent: Y.XmlFragment, ...path: number[]): Y.XmlElement {
  const [first = 0, ...rest] = path;
  const child = parent.get(first);
  if (!(child instanceof Y.XmlElement)) throw new Error("There is no block here.");
  return rest.length > 0 ? within(child, ...rest) : child;
}
function wordsAt(parent: Y.XmlFragment, ...path: number[]): Y.XmlText {
  const words = within(parent, ...path).get(0);
  if (!(words instanceof Y.XmlText)) throw new Error("There is no text here.");
  return words;
}
const putIn = (words: Y.XmlText, at: number, what: string, id: string) =>
  words.insert(at, what, { insertion: { id, ...by } });
const takeOut = (words: Y.XmlText, at: number, length: number, id: string) =>
  words.format(at, length, { deletion: { id, ...by } });

/** Opens a story, proposes something in it and restores it; what the suggestions say then, and what the text would be with them. */
function restored(
  now: Body,
  propose: (body: Y.XmlFragment, headline: Y.XmlText) => void,
  before: Body,
  headline?: string,
) {
  const doc = mergedDocument([documentOf(text(now))]);
  const parts = doc.getXmlFragment("body");
  propose(parts, wordsAt(doc.getXmlFragment("headline"), 0));
  const [open, said, revision] = [suggestionsIn(doc), textOf(doc), text(before, headline)];
  const lost = suggestionsLost(doc, revision).map(({ id }) => id);
  expect(suggestionsIn(doc)).toEqual(open);
  const undo = restoreText(doc, revision);
  expect(textOf(doc)).toEqual(revision);
  const result = {
    left: suggestionsIn(doc).map(({ added, removed }) => `+${added} -${removed}`),
    lost,
    with_: textOf(doc, "with"),
  };
  undo();
  expect(suggestionsIn(doc)).toEqual(open);
  expect(textOf(doc)).toEqual(said);
  return result;
}

describe("a restore keeps what others propose", () => {
  it("in a paragraph that it changes", () => {
    const { left, lost, with_ } = restored(
      body(p("Forty lorries wait at the pass.")),
      (parts) => {
        putIn(wordsAt(parts, 0), 13, " and buses", "in");
        takeOut(wordsAt(parts, 0), 29, 7, "out");
      },
      body(p("Fifty lorries wait at the pass tonight.")),
    );
    expect(left).toEqual(["+ and buses -", "+ -at the "]);
    expect(lost).toEqual([]);
    expect(with_.body).toEqual(body(p("Fifty lorries and buses wait pass tonight.")));
  });

  it("in place of words that it takes away", () => {
    const { left, with_ } = restored(
      body(p("One two three.")),
      (parts) => putIn(wordsAt(parts, 0), 5, "[new]", "in"),
      body(p("One three.")),
    );
    expect(left).toEqual(["+[new] -"]);
    expect(with_.body).toEqual(body(p("One [new]three.")));
  });

  it("in a headline, also one that it empties", () => {
    const propose = (_: unknown, line: Y.XmlText) => putIn(line, 4, " again", "in");
    const one = body(p("One."));
    expect(restored(one, propose, one, "Snow closes the road").with_.headline).toBe("Snow again closes the road");
    expect(restored(one, propose, one, "").with_.headline).toBe(" again");
  });

  it("as an amount", () => {
    const { lost, with_ } = restored(
      body(p("It costs nothing.")),
      (parts) => {
        const amount = new Y.XmlElement("money");
        amount.setAttribute("amount", "5");
        amount.setAttribute("currency", "KGS");
        amount.setAttribute("inserted", proposal("in"));
        within(parts, 0).insert(1, [amount]);
      },
      body(p("That costs nothing.")),
    );
    expect(lost).toEqual([]);
    expect(with_.body).toEqual(body(p("That costs nothing.", money("5", "KGS"))));
  });

  it("as a new block", () => {
    const { left, lost, with_ } = restored(
      body(p("One one."), p("New."), p("Two two.")),
      (parts) => within(parts, 1).setAttribute("inserted", proposal("in")),
      body(p("One one."), p("Two two, changed."), p("Three.")),
    );
    expect([left.length, lost]).toEqual([1, []]);
    expect(with_.body).toEqual(body(p("One one."), p("New."), p("Two two, changed."), p("Three.")));
  });

  it("of a block that is to go, though its words change", () => {
    const { lost, with_ } = restored(
      body(p("One one."), p("Two two two.")),
      (parts) => within(parts, 1).setAttribute("deleted", proposal("out")),
      body(p("One one."), p("Two two four.")),
    );
    expect(lost).toEqual([]);
    expect(with_.body).toEqual(body(p("One one.")));
  });

  it("beside a text that is nothing but proposed", () => {
    const { with_ } = restored(
      emptyBody,
      (parts) => {
        const block = new Y.XmlElement("paragraph");
        block.setAttribute("inserted", proposal("in"));
        block.insert(0, [new Y.XmlText("New.")]);
        parts.delete(0, 1);
        parts.insert(0, [block]);
      },
      body(p("One.")),
    );
    expect(with_.body).toEqual(body(p("New."), p("One.")));
  });
});

describe("a restore says first which suggestions go with it:", () => {
  it.each<[string, Body, (parts: Y.XmlFragment) => void, Body]>([
    [
      "words in a block that goes",
      body(p("One."), p("Two.")),
      (parts) => putIn(wordsAt(parts, 1), 3, " more", "x"),
      body(p("One.")),
    ],
    [
      "a new item in a list",
      body(ul("one", "new")),
      (parts) => within(parts, 0, 1).setAttribute("inserted", proposal("x")),
      body(ul("one", "two")),
    ],
    [
      "a new paragraph out of an old one",
      body(p("One one."), p(" Two.")),
      (parts) => within(parts, 1).setAttribute("split", proposal("x")),
      body(p("One one. Three.")),
    ],
  ])("%s", (_what, now, propose, before) => {
    const doc = mergedDocument([documentOf(text(now))]);
    propose(doc.getXmlFragment("body"));
    expect(suggestionsLost(doc, text(before)).map(({ id }) => id)).toEqual(["x"]);
  });
});
