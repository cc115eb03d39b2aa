import { describe, expect, it } from "vitest";
import type { Block } from "../body.ts";
import { crosshead, ol, p, ul } from "../testing.ts";
import { cleanedPaste } from "./cleaned-paste.ts";

const pasted = ({ html }: { html: string }): unknown => cleanedPaste({ html, text: "" }, { tables: false }).content;

const from = (start: number, list: Block) => ({ ...list, attrs: { start } });

describe("lists of Word", () => {
  const item = (marker: string, words: string, list = 0) =>
    `<p class=MsoListParagraph style='mso-list:l${list} level1 lfo${list + 1}'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>${words}</p>`;
  it("a heading with a number is no list, and keeps its number", () =>
    expect(
      pasted({
        html: "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Введение</h1><p class=MsoNormal>Текст</p>",
      }),
    ).toEqual([crosshead("1. Введение"), p("Текст")]));

  it("goes on after a paragraph, and begins anew", () =>
    expect(
      pasted({
        html: [item("1.", "one"), item("2.", "two"), "<p>Between</p>", item("3.", "three"), item("1.", "new", 1)].join(
          "",
        ),
      }),
    ).toEqual([ol("one", "two"), p("Between"), from(3, ol("three")), ol("new")]));

  it.each<[string, number]>([
    ["c)", 3],
    ["в)", 3],
    ["к)", 10],
    ["iv.", 4],
    ["XII.", 12],
    ["i)", 1],
    ["(7)", 7],
    ["1.1.", 1],
  ])("%s counts from %s", (marker, start) =>
    expect(pasted({ html: item(marker, "x") })).toEqual([start === 1 ? ol("x") : from(start, ol("x"))]),
  );

  it("a marker in words keeps them", () =>
    expect(pasted({ html: item("Статья 5.", "О земле") + item("Статья 6.", "О воде") })).toEqual([
      ul("Статья 5. О земле", "Статья 6. О воде"),
    ]));

  it("so does one with a Roman number", () =>
    expect(pasted({ html: item("Глава IV.", "О земле") })).toEqual([ul("Глава IV. О земле")]));
});
