import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { documentSchema } from "#newsroom/body/annotations";
import type { Block } from "#newsroom/body/body";
import { body, crosshead, money, p, ul } from "#newsroom/body/testing";
import { linesIn } from "#newsroom/workflow/checks/lines";
import { isStruck } from "./struck.ts";
import { type StruckPlace, struckSpan } from "./struck-span.ts";

const docOf = (...blocks: Block[]) => Node.fromJSON(documentSchema, body(...blocks));

/** As the checks name it. */
function placeOf(words: string, ...blocks: Block[]): StruckPlace {
  for (const line of linesIn(body(...blocks))) {
    const from = line.text.indexOf(words);
    const at = from < 0 ? null : line.at(from, from + words.length);
    if (at && isStruck(at)) return at;
  }
  throw new Error(`No "${words}" there.`);
}

const blocks = [crosshead("One"), p("Two words."), ul("three", [p("four"), p("five words")])];

describe("where a finding strikes in the editor", () => {
  it.each(["One", "words.", "three", "five words"])("%s", (words) => {
    const doc = docOf(...blocks);
    const span = struckSpan(doc, placeOf(words, ...blocks));
    expect(span && doc.textBetween(span.from, span.to)).toBe(words);
  });

  it("an amount, with what it says", () => {
    const amount = p("It costs ", money("1200", "KGS"), " a month.");
    const doc = docOf(amount);
    const span = struckSpan(doc, placeOf("a month", amount));
    expect(span && doc.textBetween(span.from, span.to)).toBe("a month");
  });

  it("the same words elsewhere, once lines above came or went; nowhere, once they are gone", () => {
    const doc = docOf(p("A new line."), ...blocks);
    const span = struckSpan(doc, placeOf("five words", ...blocks));
    expect(span && doc.textBetween(span.from, span.to)).toBe("five words");
    expect(struckSpan(docOf(p("Nothing.")), placeOf("five words", ...blocks))).toBeNull();
  });

  it("words beside a proposal, which the checks do not read", () => {
    const proposed = {
      type: "paragraph",
      content: [
        {
          type: "text",
          text: "new ",
          marks: [{ type: "insertion", attrs: { id: "1", by: "1", at: "2026-11-25T00:00:00Z" } }],
        },
        { type: "text", text: "old words" },
      ],
    };
    const doc = Node.fromJSON(documentSchema, { type: "doc", content: [proposed] });
    const span = struckSpan(doc, placeOf("words", p("old words")));
    expect(span && doc.textBetween(span.from, span.to)).toBe("words");
    expect(span?.from).toBe(9);
  });
});
