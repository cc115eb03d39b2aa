import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Block } from "../body.ts";
import { bodySchema } from "../schema.ts";
import { a, attribution, b, crosshead, i, ol, p, quote, rule, ul } from "../testing.ts";
import { cleanedPaste } from "./cleaned-paste.ts";
import { nothingLeftOut } from "./passage.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const br = { type: "hardBreak" } as const;
const broken = (...lines: string[]): Block => ({
  type: "paragraph",
  content: lines.flatMap((text, at) => [...(at > 0 ? [br] : []), { type: "text" as const, text }]),
});
const from = (start: number, list: Block) => ({ ...list, attrs: { start } });
const cell = (words: string, type = "tableCell") => ({
  type,
  content: words === "" ? [{ type: "paragraph" }] : [p(words)],
});
const table = (head: string[] | null, ...rows: string[][]) => ({
  type: "table",
  content: [
    ...(head ? [{ type: "tableRow", content: head.map((words) => cell(words, "tableHeader")) }] : []),
    ...rows.map((row) => ({ type: "tableRow", content: row.map((words) => cell(words)) })),
  ],
});

describe("what a clipboard holds becomes blocks of the body", () => {
  it.each<[string, unknown[], number]>([
    [
      "word-365.html.txt",
      [
        crosshead("Snow closes the pass"),
        p(
          "Drivers waited ",
          b("nine hours"),
          " near ",
          i("Töö-Ashuu"),
          ", the ",
          a("ministry", "https://mchs.example/road?id=7"),
          " said.",
        ),
        crosshead("What is closed", 3),
        ul([p("Roads"), ul([p("Bishkek–Osh"), ul("from kilometre 129")])], "Schools"),
        from(3, ol("Third", "Fourth")),
        quote("“We saw it.”"),
        table(["Road", "Open"], ["Osh", ""]),
        p("It cost 10\u00a0000 soms."),
      ],
      0,
    ],
    [
      "word-mac.html.txt",
      [crosshead("The archive"), p(b("Bold"), " and ", i("italic")), ol([p("first"), ol("below")], "second")],
      1,
    ],
    ["word-web.html.txt", [crosshead("Online"), ul([p("one"), ul([b("two")])], "three")], 0],
    [
      "google-docs.html.txt",
      [
        crosshead("Water at night"),
        p("Plain, ", b("bold"), ", ", i("italic"), " and ", a(i(b("a link")), "https://water.example/a?b=1"), "."),
        ul([p("one"), ul([p("one a"), ol("deep")])], "two"),
        broken("A line", "and its second."),
        table(null, ["a1", "b1"], ["a2", "b2"]),
      ],
      1,
    ],
    ["excel.html.txt", [table(null, ["Currency", "Rate"], ["USD", "87.45"])], 0],
    [
      "wordpress.html.txt",
      [
        crosshead("Glacier reading"),
        p(
          "The ",
          b("Adygene"),
          " glacier lost ",
          i("four"),
          " metres. ",
          a("Readings", "https://glacier.example/r?p=2#s"),
          " here.",
        ),
        p("The tongue in July"),
        crosshead("Why it matters"),
        crosshead("In detail", 3),
        quote("It is the well of the city.", attribution("A. Sadykov")),
        ul([p("first"), ul("nested")], "second"),
        rule(),
        broken("Line one", "line two"),
        p("New paragraph"),
        p("🙂 Thanks"),
      ],
      1,
    ],
    [
      "encyclopedia.html.txt",
      [
        crosshead("History"),
        p(b("Naryn"), " is a ", a("town", "https://en.encyclopedia.example/wiki/Town"), ".[1]"),
        p("Population"),
        table(["Year", "People"], ["2020", "41,000"], ["", "42,000"]),
        p("Term"),
        p("Its meaning"),
        from(5, ol("five")),
      ],
      0,
    ],
    [
      "telegram-web.html.txt",
      [
        {
          type: "paragraph",
          content: [...inline(p("Срочно: ", b("перевал закрыт"))), br, ...inline(p("Очередь — 40 машин."))],
        },
        p("Подробнее: ", a("t.me/news/1", "https://t.me/news/1"), " ❄️"),
      ],
      0,
    ],
    ["vs-code.html.txt", [crosshead("Title"), ul("one", "two")], 0],
    [
      "markdown.txt",
      [
        crosshead("Night train"),
        {
          type: "paragraph",
          content: [
            ...inline(p("The ", b("first"), " train, ", i("the slow one"), ", leaves at ~~six~~ ")),
            ...inline(
              p(a("seven", "https://rail.example/t?n=1"), ". It has ", b("two"), " cars and snake_case_names."),
            ),
            br,
            ...inline(p("A new line.")),
          ],
        },
        crosshead("Stops"),
        ol([p("Bishkek"), ul([p("platform 2"), ul("by the bridge")], "kiosk")], "Balykchy"),
        crosshead("Voices", 3),
        quote("We waited. For hours.", quote("Nobody came.")),
        rule(),
        table(["Stop", "Time"], ["Tokmok", "8:15"], ["Kemin", ""]),
        p(
          "See ",
          a("https://rail.example/x", "https://rail.example/x"),
          " or ",
          a("https://rail.example/y?gclid=1", "https://rail.example/y"),
          ". Also ",
          a("notes", "https://rail.example/notes"),
          ".",
        ),
        p("plain & simple"),
      ],
      1,
    ],
    [
      "wire.txt",
      [
        p(
          "BISHKEK, Nov 3 (Wire) - The National Bank kept its key rate at nine per cent on Monday, in line with what most analysts had expected, and said that inflation was slowing.",
        ),
        p(
          '"We see no reason to hurry," the chairman told reporters after the board had met, adding that the next decision would be taken in late January or earlier.',
        ),
      ],
      0,
    ],
  ])("%s", (name, content, pictures) => {
    const clipboard = name.endsWith(".html.txt")
      ? { html: fixture(name), text: name.startsWith("vs-code") ? "## Title\n\n- one\n- two" : "" }
      : { html: "", text: fixture(name) };
    expect(cleanedPaste(clipboard, { tables: true })).toEqual({ content, leftOut: { ...nothingLeftOut, pictures } });
  });

  it("a text with tracked changes is what Word would print, without its comments and with its footnotes", () => {
    const { content, leftOut } = cleanedPaste({ html: fixture("word-tracked.html.txt"), text: "" }, { tables: true });
    expect(content).toEqual([
      p("The fare was 60 soms.[1]"),
      p("It ~~may~~ will rise."),
      p("10⁶ trips in 24 m² of CO₂"),
      p("[1] Without luggage."),
    ]);
    expect(leftOut).toEqual({ ...nothingLeftOut, deletions: 2, struck: 1 });
  });

  it("a sheet's rows, its line breaks in a cell and its wide cells", () => {
    expect(cleanedPaste({ html: fixture("google-sheets.html.txt"), text: "" }, { tables: true }).content).toEqual([
      {
        type: "table",
        content: [
          ...table(["Oblast", "2024", "2025"], ["Osh", "12", ""]).content,
          {
            type: "tableRow",
            content: [{ type: "tableCell", content: [broken("Naryn", "(town)")] }, cell("n/a"), cell("")],
          },
        ],
      },
    ]);
  });

  it("where there are no tables each row is a paragraph", () => {
    const { content } = cleanedPaste({ html: fixture("google-sheets.html.txt"), text: "" }, { tables: false });
    expect(bodySchema.nodeFromJSON({ type: "doc", content }).toJSON().content).toEqual([
      p(b("Oblast"), " | ", b("2024"), " | ", b("2025")),
      p("Osh | 12 | "),
      p("Naryn (town) | n/a | "),
    ]);
  });
});

function inline(block: Block) {
  return block.type === "paragraph" ? (block.content ?? []) : [];
}
