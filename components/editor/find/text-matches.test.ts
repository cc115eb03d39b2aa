import { describe, expect, it } from "vitest";
import { bodySchema } from "#newsroom/body/schema";
import { b, body, crosshead, p, quote, ul } from "#newsroom/body/testing";
import { editing } from "../suggestions/testing.ts";
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

  it("words that a suggestion takes away are none, one by one or with their block, and those around them are found without them", () => {
    const by = { by: "bakyt", at: "2026-11-25T12:00:00.000Z" };
    const state = editing(body(p("snow sn__ow _snow"), p("snow"), ul("snow"), p("snow")));
    const deletion = state.schema.mark("deletion", { id: "out", ...by });
    const attribute = JSON.stringify({ id: "all", ...by });
    const tr = state.tr.addMark(1, 5, deletion).addMark(8, 10, deletion).addMark(13, 14, deletion);
    tr.setNodeAttribute(19, "deleted", attribute).setNodeAttribute(25, "deleted", attribute);
    const spans = searchOf({ words: "snow", matchCase: false, wholeWord: true })?.(tr.doc) ?? [];
    expect(spans.map(({ from, to }) => `${from} ${tr.doc.textBetween(from, to)}`)).toEqual([
      "6 sn__ow",
      "14 snow",
      "36 snow",
    ]);
  });

  it("nothing is looked for without words", () => expect(searchOf({ words: "", ...plain })).toBeNull());
});
