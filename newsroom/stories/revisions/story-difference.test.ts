import { expect, it } from "vitest";
import type { Block } from "../../body/body.ts";
import { parseBody } from "../../body/schema.ts";
import { a, b, body, money, ol, p, picture, table } from "../../body/testing.ts";
import { documentOf, mergedDocument, textOf } from "../document/document.ts";
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

/** As the database keeps it: shorter keys first. */
const stored = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part) =>
    part === null || typeof part !== "object" || Array.isArray(part)
      ? part
      : Object.fromEntries(
          Object.entries(part).sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1)),
        ),
  );

it.each<[string, Block]>([
  ["words", p("See ", b("this"), " ", a("page", "/x"), ".")],
  ["an amount", p("It costs ", money("5", "KGS"), ".")],
  ["a list", ol("one", "two")],
  ["a picture", picture()],
  ["a table", table("Cells", ["a"], ["b"])],
])("finds %s the same as the database keeps it", (_what, block) => {
  const draft = textOf(mergedDocument([documentOf({ body: body(p("First."), block) })]));
  const kept = { ...draft, body: parseBody(stored(draft.body)) };
  expect(storyDifference({ text: kept }, { text: draft })).toMatchObject({
    isSameText: true,
    words: { added: 0, removed: 0 },
    body: [{ kind: "same" }, { kind: "same" }],
  });
});
