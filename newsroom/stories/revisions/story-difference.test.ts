import { expect, it } from "vitest";
import { body, p } from "../../body/testing.ts";
import { storyDifference } from "./story-difference.ts";

const text = (headline: string, words: string) => ({
  kicker: "",
  headline,
  standfirst: "Winter came early.",
  teaser: "",
  body: body(p(words)),
});
const columns = {
  section: "Security",
  tags: ["CSTO", "Water"],
  byline: [],
  dateline: null,
  leadImage: null,
  slug: "x",
  language: "en",
};

it("names each line and column that changed, and leaves out lines that nobody wrote", () => {
  const {
    lines,
    columns: changed,
    isSameText,
    words,
  } = storyDifference(
    { text: text("Snow", "One."), columns },
    { text: text("Much snow", "One."), columns: { ...columns, tags: ["CSTO"], dateline: "Osh" } },
  );
  expect(lines.map(({ name, stretches }) => [name, stretches.map(({ kind }) => kind).join(" ")])).toEqual([
    ["headline", "gone new"],
    ["standfirst", "same"],
  ]);
  expect(changed).toEqual([
    { name: "tags", before: "CSTO, Water", after: "CSTO" },
    { name: "dateline", before: "", after: "Osh" },
  ]);
  expect(words).toEqual({ added: 2, removed: 1 });
  expect(isSameText).toBe(false);
});

it("says when nothing was written or taken away", () => {
  expect(storyDifference({ text: text("Snow", "One.") }, { text: text("Snow", "One.") }).isSameText).toBe(true);
  expect(storyDifference({ text: text("Snow", "One.") }, { text: text("Snow", "One more.") }).isSameText).toBe(false);
});
