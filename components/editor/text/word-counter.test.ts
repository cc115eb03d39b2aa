import { expect, it } from "vitest";
import { bodySchema } from "#newsroom/body/schema";
import {
  attribution,
  b,
  body,
  crosshead,
  embed,
  factBox,
  money,
  ol,
  p,
  quote,
  rateBox,
  rule,
  table,
  ul,
} from "#newsroom/body/testing";
import { wordCount } from "#newsroom/body/text";
import { wordsOf } from "./word-counter.ts";

it("counts in the editor as the newsroom counts", () => {
  const text = body(
    p("Snow ", b("fell"), " on Naryn-Too."),
    crosshead("What we know"),
    ul("one", [p("two and a half"), ol("a", "b")]),
    quote("We saw it.", "Twice."),
    rule(),
    quote("Said.", attribution("by a driver")),
    factBox(
      "The pass",
      p("costs ", money("40.50", "KGS"), " a lorry"),
      table("Closed since", ["Year", "Days"], ["2025", "12"]),
    ),
    embed("https://t.me/durov/1", "A post"),
    rateBox("KGS"),
    {
      type: "paragraph",
      content: [{ type: "text", text: "broken" }, { type: "hardBreak" }, { type: "text", text: "line" }],
    },
  );
  const node = bodySchema.nodeFromJSON(text);
  expect(wordsOf(node)).toBe(wordCount(text));
  expect(wordsOf(node)).toBe(wordCount(text));
});
