import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodySchema, parseBody } from "../schema.ts";
import { cleanedPaste } from "./cleaned-paste.ts";
import { nothingLeftOut, type PastedNode } from "./passage.ts";

/** An element with its children, or a word of text. */
type Tree = { tag: string; attributes: string; children: Tree[] } | string;

const tags = (
  "div p span b strong i em a ul ol li table tbody tr td th h1 h2 h3 h6 blockquote pre section article figure " +
  "figcaption dl dt dd font u s del q sup sub code label center header nav"
).split(" ");
const shown = [
  "",
  ' style="font-weight:700"',
  ' style="white-space:pre-wrap"',
  ' style="mso-list:l0 level2 lfo1"',
  ' style="display:block"',
  ' class="MsoQuote"',
  ' href="https://a.example/?utm_source=x"',
  ' href="javascript:alert(1)"',
  ' colspan="3"',
  ' rowspan="2"',
  ' role="heading" aria-level="3"',
  ' style="vertical-align:super"',
  ' style="text-decoration:line-through"',
];
const silent = ["<script>var hidden = 1</script>", "<style>.hidden{}</style>", "<div hidden>hidden</div>"];

const word = fc.stringMatching(/^[a-zа-я]{1,6}$/);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 7, depthSize: "large" },
    word,
    fc.constantFrom("<br>", "<hr>", "&nbsp;", "<img src=x>", ...silent),
    fc.record({
      tag: fc.constantFrom(...tags),
      attributes: fc.constantFrom(...shown),
      children: fc.array(tie("tree"), { maxLength: 5 }),
    }),
  ),
}));

const written = (node: Tree): string =>
  typeof node === "string"
    ? ` ${node} `
    : `<${node.tag}${node.attributes}>${node.children.map(written).join("")}</${node.tag}>`;
const wordsIn = (node: Tree): string[] => {
  if (typeof node === "string") return /^[a-zа-я]+$/.test(node) ? [node] : [];
  return node.children.flatMap(wordsIn);
};
const textsOf = (nodes: PastedNode[]): string[] =>
  nodes.flatMap(({ text, content = [] }) => (text === undefined ? textsOf(content) : [text]));
const wordsOf = (nodes: PastedNode[]): string[] =>
  textsOf(nodes)
    .join(" ")
    // A letter above the line is that letter.
    .normalize("NFKC")
    .match(/[a-zа-я]+/g) ?? [];

describe("whatever HTML is pasted", () => {
  it.each([true, false])("each of its words arrives, in order (tables: %s)", (tables) => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
        const html = trees.map(written).join("");
        expect(wordsOf(cleanedPaste({ html, text: "" }, { tables }).content)).toEqual(trees.flatMap(wordsIn));
      }),
      { numRuns: 600 },
    );
  });

  it("only what a body may have arrives", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
        const { content } = cleanedPaste({ html: trees.map(written).join(""), text: "" }, { tables: false });
        if (content.length === 0) return;
        const body = { type: "doc", content };
        expect(parseBody(body)).toBe(body);
        expect(JSON.stringify(content)).not.toMatch(/utm_|javascript|Mso|"paragraph"}/);
      }),
      { numRuns: 600 },
    );
  });

  it("of Markdown and plain text each word arrives, in order", () => {
    const sign = fc.constantFrom(
      "# ",
      "- ",
      "  - ",
      "1. ",
      "> ",
      "**",
      "*",
      "_",
      "\n",
      "\n\n",
      "---",
      "| ",
      "`",
      "[",
      "](",
      ")",
      "~~",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, sign), { maxLength: 30 }), (parts) => {
        const text = parts.map((part) => (/^[a-zа-я]+$/.test(part) ? ` ${part} ` : part)).join("");
        // What stands in the brackets of a link is its address.
        fc.pre(!/\]\(/.test(text));
        const expected: string[] = text.match(/[a-zа-я]+/g) ?? [];
        expect(wordsOf(cleanedPaste({ html: "", text }, { tables: true }).content)).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });
});

describe("bad clipboards", () => {
  const deep = (depth: number) => `${"<div>".repeat(depth)}<p>word</p>${"</div>".repeat(depth)}`;

  it("20,000 elements in each other lose no word", () => {
    const { content } = cleanedPaste({ html: deep(20_000), text: "" }, { tables: true });
    expect(content).toEqual([{ type: "paragraph", content: [{ type: "text", text: "word" }] }]);
  });

  it("deeper ones are read as plain text", () => {
    expect(wordsOf(cleanedPaste({ html: deep(60_000), text: "word" }, { tables: true }).content)).toEqual(["word"]);
  });

  it("5,000 lists in each other stay within the depth of a body", () => {
    const html = `${"<ul><li>a".repeat(5_000)}${"</li></ul>".repeat(5_000)}`;
    const { content } = cleanedPaste({ html, text: "" }, { tables: false });
    const body = { type: "doc", content };
    expect(parseBody(body)).toBe(body);
    expect(wordsOf(content)).toHaveLength(5_000);
  });

  it.each([
    "[",
    "]",
    "(",
    "!",
    "*",
    "_ ",
    "`",
    "``a",
    "~~",
    "|",
    "|-",
    "- ",
    "> ",
    "#",
    " ",
    ".",
    "<",
    "<!--",
    "<!---->",
    "https://",
    "[a](b",
  ])("100,000 characters of “%s” between words lose neither word", (signs) => {
    const text = `first ${signs.repeat(100_000 / signs.length)} last`;
    for (const clipboard of [
      { html: "", text },
      { html: "", text: `# one\n${text}` },
      { html: `<pre>${text.replaceAll("<", "&lt;")}</pre>`, text: "" },
      { html: `<p>first<p>last${signs.repeat(100_000 / signs.length)}`, text: "" },
    ]) {
      const words = wordsOf(cleanedPaste(clipboard, { tables: true }).content);
      expect(words).toEqual(expect.arrayContaining(["first", expect.stringMatching(/^last/)]));
    }
  });

  it("what cannot be stored is left out, the words around it stay", () => {
    const { content } = cleanedPaste({ html: "<p>a\u0000b\ud800c\u00add</p>", text: "" }, { tables: false });
    expect(bodySchema.nodeFromJSON({ type: "doc", content }).textContent).toBe("ab\ufffdcd");
  });

  it("an empty clipboard and one of pictures alone give no blocks", () => {
    expect(cleanedPaste({ html: "", text: " \n " }, { tables: true })).toEqual({
      content: [],
      leftOut: nothingLeftOut,
    });
    expect(cleanedPaste({ html: '<img src="x.png">', text: "" }, { tables: true })).toEqual({
      content: [],
      leftOut: { ...nothingLeftOut, pictures: 1 },
    });
  });
});
