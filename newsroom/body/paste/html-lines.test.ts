import { describe, expect, it } from "vitest";
import type { Block, Paragraph } from "../body.ts";
import { attribution, b, p, quote, ul } from "../testing.ts";
import { cleanedPaste } from "./cleaned-paste.ts";

const pasted = ({ html }: { html: string }, options = {}): unknown =>
  cleanedPaste({ html, text: "" }, { tables: false, ...options }).content;
const broken = (...lines: string[]): Paragraph => ({
  type: "paragraph",
  content: lines.flatMap((text, at) => [
    ...(at > 0 ? [{ type: "hardBreak" as const }] : []),
    { type: "text" as const, text },
  ]),
});

describe("who is quoted in HTML", () => {
  it.each<[string, string, Block[]]>([
    [
      "a footer",
      "<blockquote><p>So.</p><footer>— <cite>Ann</cite>, driver</footer></blockquote>",
      [quote("So.", attribution("Ann, driver"))],
    ],
    [
      "a citation below",
      "<blockquote><p>So.</p><cite>Ann</cite></blockquote><p>x</p>",
      [quote("So.", attribution("Ann")), p("x")],
    ],
    ["a citation in the words", "<blockquote><p>In <cite>Manas</cite> so.</p></blockquote>", [quote("In Manas so.")]],
    [
      "a citation among words without a paragraph",
      "<blockquote>In <cite>Manas</cite> so.</blockquote>",
      [quote("In Manas so.")],
    ],
    ["a footer elsewhere", "<footer>— Ann</footer>", [p("— Ann")]],
    ["nobody", "<blockquote><p>So.</p><footer> — </footer></blockquote>", [quote("So.")]],
  ])("%s", (_name, html, blocks) => expect(pasted({ html })).toEqual(blocks));

  it("is a line where no quote may stand", () =>
    expect(pasted({ html: "<blockquote><p>So.</p><footer>Ann</footer></blockquote>" }, { room: "paragraphs" })).toEqual(
      [p("So."), p("Ann")],
    ));
});

describe("lines with bullets in HTML", () => {
  it.each<[string, string, Block[]]>([
    [
      "in one paragraph",
      "<p>Нужно:<br>• раз<br>• <b>два</b><br>и всё</p>",
      [p("Нужно:"), ul("раз", [b("два")]), p("и всё")],
    ],
    [
      "in a chat",
      '<span style="white-space: pre-wrap">Первое.\n\nНужно:\n• раз\n• два</span>',
      [p("Первое."), p("Нужно:"), ul("раз", "два")],
    ],
    ["in paragraphs of their own", "<p>• раз</p><p>• два</p><p>Всё.</p>", [ul("раз", "два"), p("Всё.")]],
    ["one alone", "<p>• раз</p><p>Всё.</p>", [p("• раз"), p("Всё.")]],
    [
      "in an item",
      "<ul><li>• раз<br>• два</ul>",
      [{ type: "bulletList", content: [{ type: "listItem", content: [broken("• раз", "• два")] }] }],
    ],
    ["without words", "<p>•</p><p>• два</p>", [ul("два")]],
  ])("%s", (_name, html, blocks) => expect(pasted({ html })).toEqual(blocks));
});
