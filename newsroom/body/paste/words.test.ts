import { describe, expect, it } from "vitest";
import type { Block } from "../body.ts";
import { bodySchema } from "../schema.ts";
import { a, b, crosshead, i, ol, p, quote, rule, ul } from "../testing.ts";
import { cleanedPaste, pastedLine } from "./cleaned-paste.ts";

const pasted = (clipboard: { html?: string; text?: string }, options = {}): unknown => {
  const { content } = cleanedPaste({ html: "", text: "", ...clipboard }, { tables: false, ...options });
  return bodySchema.nodeFromJSON({ type: "doc", content }).toJSON().content ?? [];
};
const broken = (...lines: string[]): Block => ({
  type: "paragraph",
  content: lines.flatMap((text, at) => [
    ...(at > 0 ? [{ type: "hardBreak" as const }] : []),
    { type: "text" as const, text },
  ]),
});

describe("plain text", () => {
  it.each<[string, string, Block[]]>([
    ["each line is a paragraph where no line is blank", "One.\nTwo.\r\nThree.", [p("One."), p("Two."), p("Three.")]],
    [
      "a blank line ends a paragraph, a line's end within one stays",
      "A\nb\n\nC\n \nD\n",
      [broken("A", "b"), p("C"), p("D")],
    ],
    [
      "lines that were wrapped at a width flow together",
      "The road over the pass has been closed since the morning, the\nministry said, and it will stay so for at least another day or\ntwo.\n\nBuses wait.",
      [
        p(
          "The road over the pass has been closed since the morning, the ministry said, and it will stay so for at least another day or two.",
        ),
        p("Buses wait."),
      ],
    ],
    [
      "a wire's indented lines begin paragraphs",
      "   The road over the pass has been closed since the morning, the\nministry said, and it will stay so for at least another day or two.\n   Buses wait at the lower end of the tunnel, and the drivers have\nbeen told to go home.",
      [
        p(
          "The road over the pass has been closed since the morning, the ministry said, and it will stay so for at least another day or two.",
        ),
        p("Buses wait at the lower end of the tunnel, and the drivers have been told to go home."),
      ],
    ],
    [
      "addresses are links, without the sentence's own marks",
      "See https://a.example/x?utm_source=b, (https://b.example/y).",
      [
        p(
          "See ",
          a("https://a.example/x?utm_source=b", "https://a.example/x"),
          ", (",
          a("https://b.example/y", "https://b.example/y"),
          ").",
        ),
      ],
    ],
    ["one hash or star is no Markdown", "#hashtag and 2 * 3 * 4", [p("#hashtag and 2 * 3 * 4")]],
    ["one dash is a line of speech", "- Да, - сказал он.", [p("- Да, - сказал он.")]],
    ["cells of a spreadsheet", "a\tb\nc\t\n", [p("a | b"), p("c | ")]],
    ["spaces of layout are one, a lone no-break space stays", "  a   b\t c 10\u00a0000  ", [p("a b c 10\u00a0000")]],
  ])("%s", (_name, text, blocks) => expect(pasted({ text })).toEqual(blocks));
});

describe("Markdown", () => {
  it.each<[string, string, Block[]]>([
    ["headings", "# A\n## B ##\n### C\n#### D", [crosshead("A"), crosshead("B"), crosshead("C", 3), crosshead("D", 3)]],
    ["headings by a line under them", "# x\n\nA\n===\n\nB\n---", [crosshead("x"), crosshead("A"), crosshead("B")]],
    [
      "lists within lists, by two spaces and by four",
      "- a\n  - b\n    - c\n- d",
      [ul([p("a"), ul([p("b"), ul("c")])], "d")],
    ],
    [
      "a paragraph of an item",
      "1. a\n\n   more\n2. b\n\nafter **x**",
      [ol([p("a"), p("more")], "b"), p("after ", b("x"))],
    ],
    ["a list in a quote", "> said\n> - a\n> - b", [quote("said", ul("a", "b"))]],
    [
      "emphasis within words and beside marks",
      "**a**b *c*d snake_case 2*3 __e__.",
      [p(b("a"), "b ", i("c"), "d snake_case 2*3 ", b("e"), ".")],
    ],
    ["both at once", "***a*** **b *c***", [p(i(b("a")), " ", b("b "), i(b("c")))]],
    ["signs that close nothing", "**a* [b](c d) [e] ~~f", [p("**a* [b](c d) [e] ~~f")]],
    ["escaped signs", "\\*a\\* **b**", [p("*a* ", b("b"))]],
    ["a link that may not stand", "[a](javascript:alert(1)) [b](/x)", [p("a b")]],
    ["code is words", "# x\n`a*b*c`\n```js\nd = 1\n```", [crosshead("x"), p("a*b*c"), p("d = 1")]],
    ["rules", "# x\n***\n- - -", [crosshead("x"), rule(), rule()]],
    ["tasks", "- [ ] a\n- [x] b", [ul("a", "b")]],
  ])("%s", (_name, text, blocks) => expect(pasted({ text })).toEqual(blocks));
});

describe("where not every block may stand", () => {
  const html =
    "<h2>A</h2><ul><li>b<ul><li><i>c</i></li></ul></li></ul><hr><blockquote>d</blockquote><table><tr><td>e<td>f</table>";

  it("all is paragraphs, with their marks", () =>
    expect(pasted({ html }, { room: "paragraphs" })).toEqual([p("A"), p("b"), p(i("c")), p("d"), p("e | f")]));

  it("lists stay where they may", () =>
    expect(pasted({ html }, { room: "lists" })).toEqual([p("A"), ul([p("b"), ul([i("c")])]), p("d"), p("e | f")]));

  it("a list in a cell stays one", () => {
    const { content } = cleanedPaste(
      { html: "<table><tr><td>a<td><ul><li>b</ul></table>", text: "" },
      { tables: true },
    );
    expect(content).toEqual([
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [
              { type: "tableCell", content: [p("a")] },
              { type: "tableCell", content: [ul("b")] },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    [{ html: "<p>A <b>b</b></p><p>c<br>d</p>", text: "" }, "A b c d"],
    [{ html: "<b>ignored</b>", text: " one\r\n\ttwo\u0000 " }, "one two"],
    [{ html: "", text: "" }, ""],
    [{ html: "<img src=x>", text: "" }, ""],
  ])("on one line: %j", (clipboard, expected) => expect(pastedLine(clipboard)).toBe(expected));
});
