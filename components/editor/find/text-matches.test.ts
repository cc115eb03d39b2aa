import { describe, expect, it } from "vitest";
import { bodySchema } from "#newsroom/body/schema";
import { b, body, crosshead, p, quote, ul } from "#newsroom/body/testing";
import { searchOf } from "./text-matches.ts";

const plain = { matchCase: false, wholeWord: false };
const story = bodySchema.nodeFromJSON(
  body(p("Sn", b("ow"), " fell."), crosshead("Snow"), ul([p("a"), ul("snow")]), quote("sno"), p("w and SNOW")),
);
const found = (words: string, doc = story) =>
  (searchOf({ words, ...plain })?.(doc) ?? []).map(({ from, to }) => doc.textBetween(from, to));

describe("finding in a text", () => {
  it("goes across marks and through crossheads, lists and quotes, not from one paragraph into the next", () => {
    expect(found("snow")).toEqual(["Snow", "Snow", "snow", "SNOW"]);
  });

  it("no word goes over a line break, and what follows one is found at its place", () => {
    const doc = bodySchema.nodeFromJSON(
      body({
        type: "paragraph",
        content: [{ type: "text", text: "sn" }, { type: "hardBreak" }, { type: "text", text: "ow snow" }],
      }),
    );
    expect(found("snow", doc)).toEqual(["snow"]);
  });

  it("nothing is looked for without words", () => expect(searchOf({ words: "", ...plain })).toBeNull());
});
