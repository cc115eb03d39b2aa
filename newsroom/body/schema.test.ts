import { describe, expect, it } from "vitest";
import { emptyBody } from "./body.ts";
import { safeHref } from "./links.ts";
import { bodySchema, parseBody } from "./schema.ts";
import { a, b, body, crosshead, i, ol, p, quote, rule, ul } from "./testing.ts";
import { ledeOf, plainText, readingMinutes, wordCount } from "./text.ts";

const full = body(
  p("Snow ", b("fell"), " on ", i(b("Naryn")), "."),
  crosshead("What we know"),
  crosshead("And what not", 3),
  ul("one", ["two ", a("links", "https://example.org/")], [p("three"), ol("a", "b")]),
  quote("We saw it."),
  rule(),
  p("The end."),
);
const paragraph = (node: unknown) => ({ type: "doc", content: [{ type: "paragraph", content: [node] }] });

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
    ["a fragment", { type: "paragraph" }],
    ["nothing", null],
    ["a string", "hello"],
    ["content that is no list", { type: "doc", content: {} }],
  ])("refuses %s", (_name, json) => {
    expect(() => parseBody(json)).toThrowError(expect.objectContaining({ fault: "invalid" }));
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
      "Snow fell on Naryn.\nWhat we know\nAnd what not\none\ntwo links\nthree\na\nb\nWe saw it.\nThe end.",
    );
    expect(ledeOf(full)).toBe("Snow fell on Naryn.");
  });
  it("counts words in any script, hyphenated ones once", () => {
    expect(wordCount(body(p("Тажик-ооган чек арасы, 3.5 million’s worth")))).toBe(6);
    expect(readingMinutes(0)).toBe(0);
    expect(readingMinutes(20)).toBe(1);
    expect(readingMinutes(660)).toBe(3);
  });
});
