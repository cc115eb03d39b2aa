import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Body, emptyBody } from "../body/body.ts";
import { a, b, body, crosshead, ol, p, quote, rule, ul } from "../body/testing.ts";
import { documentOf, mergedDocument, textOf } from "./document.ts";
import { restoreText } from "./restore.ts";
import { lineNames } from "./story-text.ts";

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

  it("leaves comments on words that stay as they are, and brings those it took back when it is undone", () => {
    const draft = text(body(p("Stays."), p("Goes away.")));
    const doc = opened(draft);
    const commentsIn = () =>
      [0, 1].map((at) =>
        Object.values(textIn(doc, at).toDelta()[0]?.attributes ?? {}).map((mark) => Reflect.get(Object(mark), "id")),
      );
    for (const [at, id] of ["one", "two"].entries()) textIn(doc, at).format(0, 4, { "comment--Ab3dEf9=": { id } });
    const undo = restoreText(doc, text(body(p("Stays."), p("Gone already."))));
    expect(commentsIn()[0]).toEqual(["one"]);
    undo();
    expect(commentsIn()).toEqual([["one"], ["two"]]);
    expect(textOf(doc)).toEqual(draft);
  });

  it("is undone in all its fields at once, without what was typed since", () => {
    const draft = text(body(p("One.")), { headline: "Snow" });
    const doc = opened(draft);
    const undo = restoreText(doc, text(body(p("Two.")), { headline: "Rain" }));
    doc.transact(() => textIn(doc, 0).insert(4, " Typed."), ySyncPluginKey);
    undo();
    expect(textOf(doc)).toEqual({ ...draft, body: body(p("One. Typed.")) });
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

  it("of the same text changes nothing", () => {
    const doc = opened(text(body(p("One."), ul("x"))));
    let changes = 0;
    doc.on("update", () => void changes++);
    restoreText(doc, textOf(doc));
    expect(changes).toBe(0);
  });
});
