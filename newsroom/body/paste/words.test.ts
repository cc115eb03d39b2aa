import { describe, expect, it } from "vitest";
import type { Block, Paragraph } from "../body.ts";
import { bodySchema } from "../schema.ts";
import { a, b, crosshead, i, ol, p, quote, rule, ul } from "../testing.ts";
import { cleanedPaste, pastedLine } from "./cleaned-paste.ts";
import { nothingLeftOut } from "./passage.ts";

const pasted = (clipboard: { html?: string; text?: string }, options = {}): unknown => {
  const { content } = cleanedPaste({ html: "", text: "", ...clipboard }, { tables: false, ...options });
  return bodySchema.nodeFromJSON({ type: "doc", content }).toJSON().content ?? [];
};
/** The words of each line, and what was left out. */
const wordsOf = (html: string, language = "en") => {
  const { content, leftOut } = cleanedPaste({ html, text: "" }, { tables: false, language });
  const doc = bodySchema.nodeFromJSON({ type: "doc", content });
  return { words: doc.textBetween(0, doc.content.size, "\n", "\n"), leftOut };
};
const broken = (...lines: string[]): Paragraph => ({
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
    [
      "a letter's wrapped paragraphs flow, its signature and its long address stay lines",
      "Сообщаем вам о том, что завтра в десять часов утра состоится\nпресс-конференция, посвящённая открытию нового моста через реку\nНарын.\n\nhttps://a.example/a-very-long-address-that-no-program-of-letters-would-wrap-anywhere-since-it-has-no-space-in-it\n\nС уважением,\nпресс-служба",
      [
        p(
          "Сообщаем вам о том, что завтра в десять часов утра состоится пресс-конференция, посвящённая открытию нового моста через реку Нарын.",
        ),
        p(
          a(
            "https://a.example/a-very-long-address-that-no-program-of-letters-would-wrap-anywhere-since-it-has-no-space-in-it",
            "https://a.example/a-very-long-address-that-no-program-of-letters-would-wrap-anywhere-since-it-has-no-space-in-it",
          ),
        ),
        broken("С уважением,", "пресс-служба"),
      ],
    ],
    ["one dash is a line of speech", "- Да, - сказал он.", [p("- Да, - сказал он.")]],
    [
      "speech with the words of who tells it",
      "Он вышел.\n- Да, - сказал он.\n- Нет.",
      [p("Он вышел."), p("- Да, - сказал он."), p("- Нет.")],
    ],
    [
      "a question and its answer are speech",
      "Вечером.\n\n- Ты кто?\n- Водитель.\n\nИ всё.",
      [p("Вечером."), p("- Ты кто?"), p("- Водитель."), p("И всё.")],
    ],
    [
      "each line of speech is a paragraph",
      "Он:\n— Да?\n— Нет.\n\nИ ушёл.",
      [p("Он:"), p("— Да?"), p("— Нет."), p("И ушёл.")],
    ],
    [
      "speech beside Markdown",
      "## Ночь\n- Ты кто?\n- Водитель.",
      [crosshead("Ночь"), p("- Ты кто?"), p("- Водитель.")],
    ],
    ["a list with a question in it", "- Water.\n- A tent?", [ul("Water.", "A tent?")]],
    ["questions alone are a list", "- Кто?\n- Где?", [ul("Кто?", "Где?")]],
    ["bullets of a word processor", "•\tодин\no\tпод ним\n•\tдва", [ul([p("один"), ul("под ним")], "два")]],
    [
      "bullets in bullets",
      "Что нужно:\n• сомы\n\t◦ мелкие\n• вода",
      [p("Что нужно:"), ul([p("сомы"), ul("мелкие")], "вода")],
    ],
    ["numbers of a word processor", "1.\tодин\n2.\tдва", [ol("один", "два")]],
    ["paragraphs indented by tabs", "\tПервый абзац.\n\tВторой абзац.", [p("Первый абзац."), p("Второй абзац.")]],
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
    ["what is struck out, with its signs", "# x\n~~50~~60", [crosshead("x"), p("~~50~~60")]],
    ["signs that close nothing", "**a* [b](c d) [e] ~~f", [p("**a* [b](c d) [e] ~~f")]],
    ["escaped signs", "\\*a\\* **b**", [p("*a* ", b("b"))]],
    ["a link that may not stand", "[a](javascript:alert(1)) [b](/x)", [p("a b")]],
    [
      "addresses with signs of emphasis in them",
      "# x\nhttps://a.example/a_b_c*d* and __https://b.example/x_y__",
      [
        crosshead("x"),
        p(
          a("https://a.example/a_b_c", "https://a.example/a_b_c"),
          i("d"),
          " and ",
          b(a("https://b.example/x_y", "https://b.example/x_y")),
        ),
      ],
    ],
    [
      "a link with a title, and nothing else of Markdown",
      '[a](https://a.example/b "c")',
      [p(a("a", "https://a.example/b"))],
    ],
    ["code is words", "# x\n`a*b*c`\n```js\nd = 1\n```", [crosshead("x"), p("a*b*c"), p("d = 1")]],
    ["rules", "# x\n***\n- - -", [crosshead("x"), rule(), rule()]],
    ["tasks", "- [ ] a\n- [x] b", [ul("a", "b")]],
  ])("%s", (_name, text, blocks) => expect(pasted({ text })).toEqual(blocks));
});

describe("what elements say and a story's text cannot", () => {
  it.each<[string, string]>([
    ["10<sup>6</sup>", "10⁶"],
    ["10<sup>−6</sup> and 10<sup>-6</sup>", "10⁻⁶ and 10⁻⁶"],
    ['10<span style="font-size:0.6em;vertical-align:super;">6</span> people', "10⁶ people"],
    ["CO<sub>2</sub> and H<sub>2</sub>O", "CO₂ and H₂O"],
    ["25 km<sup>2</sup>, x<sup>n+1</sup>", "25 km², xⁿ⁺¹"],
    ["C<sub>n</sub>H<sub>2n+2</sub>", "CₙH₂ₙ₊₂"],
    ["2<sup>2y</sup>, 10<sup>x</sup>, a<sub>2k</sub>", "2^(2y), 10^x, a_(2k)"],
    ["2<sup>1</sup>/<sub>3</sub>", "2¹/₃"],
    ["500<sup>1,2</sup> soms", "500¹,² soms"],
    ["500<sup><a href='#n'><span>[</span>1<span>]</span></a></sup> soms", "500[1] soms"],
    ["the 21<sup>st</sup>, le 1<sup>er</sup>, n<sup>o</sup> 5, 5<sup>а</sup>", "the 21st, le 1er, no 5, 5а"],
    ["<b>10<sup>6</sup></b>", "10⁶"],
  ])("%s: what is above or below the line makes no other number", (html, words) =>
    expect(wordsOf(html).words).toBe(words),
  );

  it.each<[string, string, number]>([
    ["<del>50</del><ins>60</ins> soms", "~~50~~ 60 soms", 1],
    ["was <s>50 </s>60", "was ~~50~~ 60", 1],
    ["5<strike>0</strike>, 60", "5 ~~0~~, 60", 1],
    ["<s>50</s><s> soms</s> less", "~~50 soms~~ less", 1],
    ['<span style="text-decoration:line-through">50</span>60', "~~50~~ 60", 1],
    ['<span style="text-decoration-line:underline line-through">50</span>.', "~~50~~.", 1],
    ["<s>a<br>b</s>c", "~~a~~\n~~b~~ c", 2],
    ["<del><p>One.</p><p>Two.</p></del><p>Three.</p>", "~~One.~~\n~~Two.~~\nThree.", 2],
    ["<s> </s>a", "a", 0],
  ])("%s: what is struck out is no live text", (html, words, struck) =>
    expect(wordsOf(html)).toEqual({ words, leftOut: { ...nothingLeftOut, struck } }),
  );

  it.each<[string, string, number]>([
    ['<del cite="mailto:A" datetime="2026-11-03">50</del><ins>60</ins>', "60", 1],
    ["<span class=msoDel>50</span>60 <span class=MsoDel>or</span> less", "60 less", 2],
    ['<span class="TextRun TrackChangeTextDeletion">50</span>60', "60", 1],
    ['<meta name="generator" content="LibreOffice 24"><p><del>50</del>60</p>', "60", 1],
  ])("%s: what was deleted while changes were tracked is left out", (html, words, deletions) =>
    expect(wordsOf(html)).toEqual({ words, leftOut: { ...nothingLeftOut, deletions } }),
  );

  it.each([
    ["en", "<q>No</q>, he said", "“No”, he said"],
    ["ru", "<q>Час <q>Пик</q></q>", "«Час „Пик“»"],
    ["fr", "Il dit <q> <b>oui</b></q>.", "Il dit «\u202foui\u202f»."],
    ["en", "<q>“No”</q>, <q></q>he said", "“No”, he said"],
    ["en", "<q>It is <s>so</s></q> here", "“It is ~~so~~” here"],
  ])("%s: %s has its quotation marks", (language, html, words) => expect(wordsOf(html, language).words).toBe(words));

  it("a proposal to put words in the place of others leaves these as they are", () => {
    const html =
      'cost <del data-suggestion="a">50</del><ins data-suggestion="a">60</ins><ins data-suggestion="b"> soms</ins>';
    expect(wordsOf(html)).toEqual({ words: "cost 50 soms", leftOut: { ...nothingLeftOut, proposals: 1 } });
  });

  it("on one line too, whatever its plain text says", () => {
    expect(pastedLine({ html: "10<sup>6</sup> <q>trips</q>", text: "106 trips" }).line).toBe("10⁶ “trips”");
    expect(pastedLine({ html: "<s>50</s>60", text: "5060" })).toEqual({
      line: "~~50~~ 60",
      leftOut: { ...nothingLeftOut, struck: 1 },
    });
  });
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
  ])("on one line: %j", (clipboard, expected) => expect(pastedLine(clipboard).line).toBe(expected));
});
