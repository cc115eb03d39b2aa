import { expect, it } from "vitest";
import { mark, snippetOf } from "./snippet.ts";

const marked = (text: string) => text.replaceAll("[", mark.begins).replaceAll("]", mark.ends);
const shown = (text: string) =>
  snippetOf(marked(text))
    ?.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("") ?? null;
const far = "Nobody spoke of it for years. ".repeat(10);
const run = "and on and on ".repeat(12);

it.each([
  ["all of a short text", "The [orchards] are watered at night.", "The [orchards] are watered at night."],
  ["nothing where nothing is marked", "The orchards are watered.", null],
  ["from the sentence", `${far}The [orchards] are watered.`, "… The [orchards] are watered."],
  [
    "from a word where the sentence is long",
    `${run}[orchards] are watered.`,
    expect.stringMatching(/^… (and|on) .*\[orchards\]/),
  ],
  ["up to a word", `[Orchards] ${run}${run}`, expect.stringMatching(/^\[Orchards\] .*\bo?n? …$/)],
  [
    "where most stand together",
    `One [orchard]. ${far}Two [orchards], many [apricots].`,
    "… Two [orchards], many [apricots].",
  ],
  ["paragraphs in one line", "One.\n\nThe [orchards].", "One. The [orchards]."],
  ["a word that is longer than there is room", `[${"a".repeat(400)}]`, `[${"a".repeat(400)}]`],
])("shows %s", (_what, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it("is bounded", () => {
  expect(shown(`${run.repeat(20)}[x] ${run.repeat(20)}`)?.length).toBeLessThan(240);
});
