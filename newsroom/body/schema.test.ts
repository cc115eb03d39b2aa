import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { emptyBody } from "./body.ts";
import { safeHref } from "./links.ts";
import { nodeDefinitions } from "./nodes.ts";
import { bodySchema, parseBody } from "./schema.ts";
import {
  a,
  attribution,
  b,
  body,
  crosshead,
  embed,
  factBox,
  i,
  money,
  ol,
  p,
  picture,
  pullQuote,
  quote,
  rateBox,
  rule,
  table,
  ul,
} from "./testing.ts";
import { plainText, readingMinutes, wordCount } from "./text.ts";

const full = body(
  p("Snow ", b("fell"), " on ", i(b("Naryn")), "."),
  crosshead("What we know"),
  crosshead("And what not", 3),
  ul("one", ["two ", a("links", "https://example.org/")], [p("three"), ol("a", "b")]),
  quote("We saw it.", attribution("A ", b("driver"))),
  pullQuote("It is a long night.", attribution("Another")),
  factBox(
    "The pass",
    p("It costs ", money("40.50", "KGS"), "."),
    ul("3,184 m"),
    table("Closed", ["Year", "Days"], ["2025", "12"]),
    rateBox("KGS"),
  ),
  embed("https://www.youtube.com/watch?v=aqz-KE-bpKQ", "The pass from above"),
  rateBox("TJS", "live"),
  picture(),
  rule(),
  p("The end."),
);
const paragraph = (node: unknown) => ({ type: "doc", content: [{ type: "paragraph", content: [node] }] });
const doc = (type: string, attrs: object) => ({ type: "doc", content: [{ type, attrs }] });
const paragraphs = { type: "paragraph" };
const title = { type: "factBoxTitle" };
const box = { type: "factBox", content: [paragraphs] };
const tableOf = (cells: object[]) => ({ type: "table", content: [{ type: "tableRow", content: cells }] });
const inRow = (attrs: object) => ({
  type: "doc",
  content: [tableOf([{ type: "tableCell", attrs, content: [paragraphs] }])],
});
const inCell = (block: object) => ({ type: "doc", content: [tableOf([{ type: "tableCell", content: [block] }])] });
const inItem = (block: object) => ({
  type: "doc",
  content: [{ type: "bulletList", content: [{ type: "listItem", content: [paragraphs, block] }] }],
});

describe("the body's schema", () => {
  it("accepts each block and mark that the editor can make, unchanged", () => {
    expect(parseBody(full)).toBe(full);
    expect(bodySchema.nodeFromJSON(full).toJSON()).toEqual(full);
    expect(parseBody(emptyBody)).toBe(emptyBody);
  });

  it.each([
    ["an unknown block", { type: "doc", content: [{ type: "iframe" }] }],
    ["a block named like an inherited property", { type: "doc", content: [{ type: "constructor" }] }],
    ["an unknown attribute", { type: "doc", content: [{ type: "paragraph", attrs: { style: "x" } }] }],
    ["an unknown property", { type: "doc", content: [{ type: "paragraph", onclick: "x" }] }],
    ["an own __proto__", JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{"x":1}}]}')],
    ["a crosshead of level 1", { type: "doc", content: [{ type: "crosshead", attrs: { level: 1 } }] }],
    ["an unknown mark", paragraph({ type: "text", text: "x", marks: [{ type: "blink" }] })],
    [
      "a script link",
      paragraph({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "java\tscript:alert(1)" } }] }),
    ],
    [
      "a link with a target",
      paragraph({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "/", target: "_top" } }] }),
    ],
    ["a NUL", paragraph({ type: "text", text: "a\u0000b" })],
    ["a lone surrogate", paragraph({ type: "text", text: "a\ud800b" })],
    ["an empty text", paragraph({ type: "text", text: "" })],
    ["a list item outside a list", { type: "doc", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] }],
    [
      "a list that starts nowhere",
      { type: "doc", content: [{ type: "orderedList", attrs: { start: -3 }, content: [] }] },
    ],
    ["a fact box in a fact box", { type: "doc", content: [{ ...box, content: [paragraphs, box] }] }],
    ["a title after the text of a box", { type: "doc", content: [{ ...box, content: [paragraphs, title] }] }],
    ["a pull quote in a list", inItem({ type: "pullQuote", content: [paragraphs] })],
    ["a table in a table", inCell({ type: "table", content: [{ type: "tableRow" }] })],
    ["a cell that spans half a row", inRow({ colspan: 0.5 })],
    ["a cell that spans 101 rows", inRow({ rowspan: 101 })],
    ["a cell with a width", inRow({ colwidth: [100] })],
    ["a caption of 301 letters", { type: "doc", content: [{ ...tableOf([]), attrs: { caption: "x".repeat(301) } }] }],
    ["a caption with a NUL", { type: "doc", content: [{ ...tableOf([]), attrs: { caption: "a\u0000b" } }] }],
    ["an embed from anywhere", doc("embed", { url: "https://example.org/", title: "x" })],
    [
      "an embed by another address than its plain one",
      doc("embed", { url: "https://youtu.be/aqz-KE-bpKQ", title: "" }),
    ],
    ["an embed without an address", doc("embed", { title: "x" })],
    ["a picture by an address", doc("picture", { ...picture().attrs, pictureId: "/api/pictures/x" })],
    ["a picture without a size", doc("picture", { ...picture().attrs, width: 0 })],
    ["a picture with an address of its own", doc("picture", { ...picture().attrs, src: "https://example.org/x.jpg" })],
    ["alt text of 501 letters", doc("picture", { ...picture().attrs, altText: "x".repeat(501) })],
    ["a credit with a NUL", doc("picture", { ...picture().attrs, credit: "a\u0000b" })],
    ["a rate that nobody follows", doc("rateBox", { currency: "EUR", mode: "live" })],
    ["a rate box that is neither live nor frozen", doc("rateBox", { currency: "KGS", mode: "now" })],
    ["a rate box without attributes", { type: "doc", content: [{ type: "rateBox" }] }],
    ...["-1", "1e3", "01", "1.", ".5", "1,000", "1.1234567", "٣", "", 40, null].map((amount): [string, unknown] => [
      `the amount ${JSON.stringify(amount)}`,
      paragraph({ type: "money", attrs: { amount, currency: "KGS" } }),
    ]),
    ["an amount of an unknown currency", paragraph({ type: "money", attrs: { amount: "1", currency: "XXX" } })],
    ["an attribution outside of a quote", { type: "doc", content: [{ type: "attribution" }] }],
    ["a fragment", { type: "paragraph" }],
    ["nothing", null],
    ["a string", "hello"],
    ["content that is no list", { type: "doc", content: {} }],
  ])("refuses %s", (_name, json) => {
    expect(() => parseBody(json)).toThrowError(expect.objectContaining({ fault: "invalid" }));
  });

  it("has a check for every node that has attributes", () => {
    const unchecked = Object.values(bodySchema.nodes).filter(
      ({ name, spec }) =>
        Object.keys(spec.attrs ?? {}).length > 0 &&
        !nodeDefinitions.some(({ extension, attrs }) => extension.name === name && attrs),
    );
    expect(unchecked.map(({ name }) => name)).toEqual([]);
  });

  it("takes an attribution wherever two people's merged edits have put it, and quotes without one", () => {
    const merged = body({ type: "blockquote", content: [p("One."), attribution("She"), p("Two.")] }, quote("Alone."));
    expect(parseBody(merged)).toBe(merged);
  });

  it("refuses 20,000 levels of nesting without falling over", () => {
    let node: object = { type: "paragraph" };
    for (let level = 0; level < 20_000; level++) node = { type: "blockquote", content: [node] };
    expect(() => parseBody({ type: "doc", content: [node] })).toThrow("nested too deeply");
  });

  it("refuses a text over the limit of words", () => {
    expect(() => parseBody(body(p("word ".repeat(200_001))))).toThrow("200,000 words");
  });
});

it("what is typed behind linked words is no link", () => {
  const doc = bodySchema.nodeFromJSON(body(p("See ", a("this", "https://example.org/"))));
  const { tr } = EditorState.create({ doc });
  expect(tr.insertText(" and that", 9).doc.toJSON()).toEqual(
    body(p("See ", a("this", "https://example.org/"), " and that")),
  );
});

describe("safe links", () => {
  it.each([
    "https://example.org/a?b=c#d",
    "http://example.org",
    "mailto:a@example.org",
    "tel:+996312",
    "/stories/x",
    "#note",
  ])("keeps %s", (href) => expect(safeHref(href)).toBe(href));
  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://user:pass@example.org",
    "relative/path",
    "",
    null,
  ])("refuses %j", (href) => expect(safeHref(href)).toBeNull());
});

describe("text of a body", () => {
  it("is one line a paragraph, marks and blocks gone", () => {
    expect(plainText(full)).toBe(
      "Snow fell on Naryn.\nWhat we know\nAnd what not\none\ntwo links\nthree\na\nb\nWe saw it.\nA driver\nIt is a long night.\nAnother\n" +
        "The pass\nIt costs 40.50 KGS.\n3,184 m\nClosed\nYear\nDays\n2025\n12\nKGS/USD\nThe pass from above\nTJS/USD\nThe pass on Monday. Aida Bekova\nThe end.",
    );
  });
  it("counts words in any script, hyphenated ones once", () => {
    expect(wordCount(body(p("Тажик-ооган чек арасы, 3.5 million’s worth")))).toBe(6);
    // Stressed, with a soft hyphen, and with a hyphen at which no line breaks.
    expect(wordCount(body(p("за\u0301мок непре\u00adрывный кто\u2011то")))).toBe(3);
    // Apostrophes as they are typed in Uzbek, a stress, a soft hyphen, a joiner of Persian.
    expect(wordCount(body(p("O‘zbekiston g`alaba o\u02bbzbek за́мок инфля\u00adция می\u200cخواهم")))).toBe(6);
    expect(readingMinutes(0)).toBe(0);
    expect(readingMinutes(20)).toBe(1);
    expect(readingMinutes(660)).toBe(3);
  });
});
