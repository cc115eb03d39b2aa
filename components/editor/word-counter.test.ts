import { expect, it } from "vitest";
import { bodySchema } from "#newsroom/body/schema";
import { b, body, crosshead, ol, p, quote, rule, ul } from "#newsroom/body/testing";
import { wordCount } from "#newsroom/body/text";
import { wordsOf } from "./word-counter.ts";

it("counts in the editor as the newsroom counts", () => {
  const text = body(
    p("Snow ", b("fell"), " on Naryn-Too."),
    crosshead("What we know"),
    ul("one", [p("two and a half"), ol("a", "b")]),
    quote("We saw it.", "Twice."),
    rule(),
    {
      type: "paragraph",
      content: [{ type: "text", text: "broken" }, { type: "hardBreak" }, { type: "text", text: "line" }],
    },
  );
  const node = bodySchema.nodeFromJSON(text);
  expect(wordsOf(node)).toBe(wordCount(text));
  expect(wordsOf(node)).toBe(wordCount(text));
});
