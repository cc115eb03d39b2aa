import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { b, body, crosshead, ol, p, quote, ul } from "../../body/testing.ts";
import { documentOf } from "./document.ts";
import { updateIssue } from "./update-check.ts";

const text = {
  headline: "Snow closes the pass",
  body: body(p("Lorries ", b("wait"), "."), crosshead("What we know"), ul("one", [p("two"), ol("a")]), quote("Cold.")),
};

const open = () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentOf(text));
  return doc;
};

/** What `change` does in a window of its own, as it is sent. */
function sent(change: (doc: Y.Doc) => void, doc = open()): { update: Uint8Array; doc: Y.Doc } {
  const before = Y.encodeStateAsUpdate(doc);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, before);
  const vector = Y.encodeStateVector(theirs);
  theirs.transact(() => change(theirs));
  return { update: Y.encodeStateAsUpdate(theirs, vector), doc };
}

const issueOf = (change: (doc: Y.Doc) => void) => {
  const { update, doc } = sent(change);
  return updateIssue(doc, update);
};

const element = (name: string, ...content: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  made.insert(0, content);
  return made;
};
const author = {
  id: "0190aaaa-0000-7000-8000-000000000001",
  by: "0190aaaa-0000-7000-8000-000000000002",
  at: "2026-11-23T08:00:00.000Z",
};
const script = "java\tscript:alert(1)";
/** A proposal to change what bears this, as it stands in a mark of words. */
const formatting = (format: string, was: string | null) => ({ "formatting--Zm9vYmFy": { ...author, format, was } });
/** A proposal about a block, as it stands in an attribute. */
const changed = (was: object) => JSON.stringify({ ...author, was });
const carried = (...marks: object[]) => {
  const money = element("money");
  money.setAttribute("amount", "40");
  money.setAttribute("currency", "KGS");
  money.setAttribute("carried", JSON.stringify(marks));
  return money;
};
const bodyOf = (doc: Y.Doc) => doc.getXmlFragment("body");
const blockAt = (doc: Y.Doc, at: number) => bodyOf(doc).get(at) as Y.XmlElement;
const firstText = (doc: Y.Doc) => blockAt(doc, 0).get(0) as Y.XmlText;
const headlineOf = (doc: Y.Doc) => (doc.getXmlFragment("headline").get(0) as Y.XmlElement).get(0) as Y.XmlText;

describe("an update that a window sends", () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ["typed words", (doc) => firstText(doc).insert(3, "ries, cars and buses wait")],
    ["words in bold", (doc) => firstText(doc).format(0, 7, { bold: {} })],
    ["a mark taken off", (doc) => firstText(doc).format(8, 4, { bold: null })],
    ["a link", (doc) => firstText(doc).format(0, 7, { link: { href: "https://example.org/" } })],
    ["a mark with its hash", (doc) => firstText(doc).format(0, 7, { "link--Zm9vYmFy": { href: "/stories/x" } })],
    ["a new paragraph", (doc) => bodyOf(doc).push([element("paragraph", new Y.XmlText("New."))])],
    ["a deletion", (doc) => bodyOf(doc).delete(0, 2)],
    ["an attribute set anew", (doc) => blockAt(doc, 1).setAttribute("level", 3 as never)],
    ["an item in a list", (doc) => blockAt(doc, 2).push([element("listItem", element("paragraph"))])],
    ["a quote around a list", (doc) => bodyOf(doc).push([element("blockquote", element("bulletList"))])],
    ["a headline", (doc) => doc.getXmlFragment("headline").push([element("paragraph", new Y.XmlText("More"))])],
    ["a link that is proposed to go", (doc) => firstText(doc).format(0, 3, formatting("link", "https://example.org/"))],
    ["words that are proposed to be bold", (doc) => firstText(doc).format(0, 3, formatting("bold", null))],
    [
      "a crosshead that is proposed to be a paragraph",
      (doc) => blockAt(doc, 0).setAttribute("changed", changed({ type: "crosshead", attrs: { level: 2 } })),
    ],
    ["a linked amount", (doc) => blockAt(doc, 0).push([carried({ type: "link", attrs: { href: "/stories/x" } })])],
    ["nothing", () => {}],
  ])("passes with %s", (_what, change) => expect(issueOf(change)).toBeNull());

  it("passes when it repeats what the document has", () => {
    const doc = open();
    expect(updateIssue(doc, Y.encodeStateAsUpdate(doc))).toBeNull();
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["an unknown block", (doc) => bodyOf(doc).push([element("iframe")])],
    ["a block named like an inherited property", (doc) => bodyOf(doc).push([element("constructor")])],
    ["an unknown part of the story", (doc) => void doc.getXmlFragment("evil").push([element("paragraph")])],
    ["a map in place of a part", (doc) => void doc.getMap("body2").set("x", 1)],
    ["an unknown attribute", (doc) => (bodyOf(doc).get(0) as Y.XmlElement).setAttribute("onclick", "x")],
    ["__proto__ as an attribute", (doc) => (bodyOf(doc).get(0) as Y.XmlElement).setAttribute("__proto__", "x")],
    ["an unknown mark", (doc) => firstText(doc).format(0, 3, { blink: {} })],
    ["a script link", (doc) => firstText(doc).format(0, 3, { link: { href: "java\tscript:alert(1)" } })],
    [
      "a script link behind a hash",
      (doc) => firstText(doc).format(0, 3, { "link--Zm9vYmFy": { href: "javascript:1" } }),
    ],
    ["a mark behind a name that is none", (doc) => firstText(doc).format(0, 3, { "bold--x": {} })],
    ["bold in a headline", (doc) => headlineOf(doc).format(0, 3, { bold: {} })],
    ["a list in a headline", (doc) => doc.getXmlFragment("headline").push([element("bulletList")])],
    ["a rule in a paragraph", (doc) => blockAt(doc, 0).push([element("horizontalRule")])],
    ["a rule in a list", (doc) => blockAt(doc, 2).push([element("horizontalRule")])],
    ["an item outside a list", (doc) => bodyOf(doc).push([element("listItem", element("paragraph"))])],
    ["a box in a quote", (doc) => blockAt(doc, 3).push([element("factBox")])],
    ["a new box with a box in it", (doc) => bodyOf(doc).push([element("factBox", element("factBox"))])],
    ["a row beside a paragraph", (doc) => bodyOf(doc).insert(1, [element("tableRow")])],
    ["words in a list", (doc) => blockAt(doc, 2).push([new Y.XmlText("Loose")])],
    ["words beside blocks", (doc) => bodyOf(doc).push([new Y.XmlText("Loose")])],
    ["a block in words", (doc) => firstText(doc).insertEmbed(3, element("paragraph"))],
    ["an attribute of another block", (doc) => blockAt(doc, 0).setAttribute("currency", "KGS")],
    ["a block as an attribute", (doc) => blockAt(doc, 0).setAttribute("level", element("paragraph") as never)],
    ["an attribute of words", (doc) => firstText(doc).setAttribute("level", 2)],
    ["an embedded object", (doc) => firstText(doc).insertEmbed(0, { x: 1 })],
    ["a NUL", (doc) => firstText(doc).insert(0, "a\u0000b")],
    ["a script link that is proposed to go", (doc) => firstText(doc).format(0, 3, formatting("link", script))],
    ["a proposal about an unknown mark", (doc) => firstText(doc).format(0, 3, formatting("blink", "on"))],
    ["a mark with an unknown attribute", (doc) => firstText(doc).format(0, 3, { bold: { onclick: "x" } })],
    ["a script link on an amount", (doc) => blockAt(doc, 0).push([carried({ type: "link", attrs: { href: script } })])],
    [
      "a script link that is proposed to go from an amount",
      (doc) =>
        blockAt(doc, 0).push([carried({ type: "formatting", attrs: { ...author, format: "link", was: script } })]),
    ],
    ["an unknown mark on an amount", (doc) => blockAt(doc, 0).push([carried({ type: "blink" })])],
    ["a block that was an unknown one", (doc) => blockAt(doc, 0).setAttribute("changed", changed({ type: "iframe" }))],
    [
      "a block that was one with an unknown attribute",
      (doc) => blockAt(doc, 0).setAttribute("changed", changed({ type: "paragraph", attrs: { onclick: "x" } })),
    ],
    [
      "a block that was a script embedded",
      (doc) => blockAt(doc, 0).setAttribute("changed", changed({ type: "embed", attrs: { url: script, title: "" } })),
    ],
    ["a mark of 10,000 characters", (doc) => firstText(doc).format(0, 3, { bold: { x: "y".repeat(10_000) } })],
  ])("is refused with %s", (_what, change) => expect(issueOf(change)).toMatchObject({ kind: "unfit" }));

  it("is refused with a bad value in the place of a good one", () => {
    const doc = open();
    blockAt(doc, 0).setAttribute("changed", changed({ type: "crosshead", attrs: { level: 2 } }));
    const { update } = sent((theirs) => blockAt(theirs, 0).setAttribute("changed", changed({ type: "iframe" })), doc);
    expect(updateIssue(doc, update)).toMatchObject({ kind: "unfit" });
  });

  it.each<[string, unknown]>([
    ["a BigInt", 12n],
    ["undefined", undefined],
    ["bytes", new Uint8Array([1])],
    ["what is no number", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a BigInt deep inside", { a: [{ b: 12n }] }],
    ["undefined deep inside", { a: [undefined] }],
    ["an object of a kind of its own", JSON.parse('{"__proto__":{"x":1}}')],
    ["5,000 levels", Array.from({ length: 5_000 }).reduce<unknown>((inner) => [inner], null)],
    ["a million zeros", Array.from({ length: 1_000_000 }, () => 0)],
  ])("is refused with a value that no attribute has: %s", (_what, value) => {
    expect(issueOf((doc) => blockAt(doc, 1).setAttribute("level", value as never))).toMatchObject({ kind: "unfit" });
  });

  const nested = (doc: Y.Doc, levels: number) =>
    doc.transact(() => {
      let around: Y.XmlFragment = bodyOf(doc);
      for (let level = 0; level < levels; level++) {
        const quoted = element("blockquote");
        around.insert(0, [quoted]);
        around = quoted;
      }
    });

  it("is refused at 20,000 levels of nesting, without falling over", () => {
    const { update, doc } = sent((theirs) => nested(theirs, 20_000));
    expect(updateIssue(doc, update)).toMatchObject({ why: expect.stringMatching(/deep/) });
  });

  it("is refused at a depth that it reaches step by step", () => {
    const doc = open();
    nested(doc, 100);
    const deeper = sent((theirs) => {
      let deepest = bodyOf(theirs).get(0) as Y.XmlElement;
      while (deepest.length > 0) deepest = deepest.get(0) as Y.XmlElement;
      deepest.insert(0, [element("blockquote")]);
    }, doc);
    expect(updateIssue(doc, deeper.update)).toMatchObject({ why: expect.stringMatching(/deep/) });
  });

  it("is a gap when it builds on what never arrived", () => {
    const doc = open();
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    const updates: Uint8Array[] = [];
    theirs.on("update", (update: Uint8Array) => void updates.push(update));
    firstText(theirs).insert(0, "one ");
    firstText(theirs).insert(4, "two ");
    firstText(theirs).delete(0, 8);
    expect(updateIssue(doc, updates[1] as Uint8Array)).toMatchObject({ kind: "gap" });
    expect(updateIssue(doc, updates[2] as Uint8Array)).toMatchObject({ kind: "gap" });
    expect(updateIssue(doc, Y.mergeUpdates(updates))).toBeNull();
  });

  it("is refused when it is no update at all, or too large", () => {
    expect(updateIssue(open(), new Uint8Array([9, 9, 9, 9]))).not.toBeNull();
    expect(updateIssue(open(), new Uint8Array(9 * 1024 * 1024))).toMatchObject({ kind: "unfit" });
  });

  it("does no harm when it passes, whatever its bytes are", () => {
    const { update, doc } = sent((theirs) => {
      firstText(theirs).insert(3, "more");
      firstText(theirs).delete(0, 2);
      bodyOf(theirs).push([element("paragraph", new Y.XmlText("New."))]);
    });
    const before = Y.encodeStateAsUpdate(doc);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(update.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const broken = update.slice();
          for (const [at, value] of changes) broken[at] = value;
          if (updateIssue(doc, broken)) return;
          const copy = new Y.Doc();
          Y.applyUpdate(copy, before);
          Y.applyUpdate(copy, broken);
          expect(copy.store.pendingStructs).toBeNull();
          expect(copy.store.pendingDs).toBeNull();
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
