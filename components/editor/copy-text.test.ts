import { expect, it } from "vitest";
import { b, body, crosshead, p, ul } from "#newsroom/body/testing";
import { documentOf, mergedDocument } from "#newsroom/stories/document/document";
import { wordsToKeep } from "./copy-text.ts";

it("keeps every word of the story, a paragraph each", () => {
  const doc = mergedDocument([
    documentOf({
      headline: "Snow",
      standfirst: "Much.",
      body: body(p("It ", b("snows"), "."), crosshead("Why"), ul("one", "two")),
    }),
  ]);
  expect(wordsToKeep(doc)).toBe("Snow\n\nMuch.\n\nIt snows.\n\nWhy\n\none\n\ntwo");
});
