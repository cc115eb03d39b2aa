import { describe, expect, it } from "vitest";
import { publishChecks } from "./publish-checks.ts";

const now = new Date("2026-11-23T12:00:00Z");
const later = new Date("2026-11-24T12:00:00Z");
const story = {
  sectionId: "s",
  heldBecause: null,
  legal: { status: "notNeeded", by: null, at: null },
  embargoUntil: null,
  publication: { state: "unpublished" },
} as const;
const ready = { headline: "Snow", words: 3, suggestions: 0, story, now, zone: "Asia/Bishkek" };
const problems = (...given: Parameters<typeof publishChecks>) =>
  publishChecks(...given).flatMap(({ problem }) => problem ?? []);

describe("before publishing", () => {
  it.each<[string, Partial<Parameters<typeof publishChecks>[0]>, string[]]>([
    ["nothing is missing", {}, []],
    ["a headline", { headline: "  " }, ["Please write a headline first."]],
    ["text", { words: 0 }, ["There is no text to publish yet."]],
    ["suggestions", { suggestions: 3 }, ["There are 3 suggestions to decide on first."]],
    ["a section", { story: { ...story, sectionId: null } }, ["Please choose a section first."]],
    ["a hold", { story: { ...story, heldBecause: "lawyers call back" } }, ["This story is on hold: lawyers call back"]],
    [
      "an embargo",
      { story: { ...story, embargoUntil: later } },
      ["This story is under embargo until 24 Nov, 18:00 Bishkek · 12:00 UTC."],
    ],
    ["an embargo that is over", { story: { ...story, embargoUntil: now } }, []],
    [
      "a kill",
      { story: { ...story, publication: { state: "withdrawn", at: now, how: "killed", reason: null } } },
      ["This story was killed and must not be used again."],
    ],
    [
      "having been unpublished",
      { story: { ...story, publication: { state: "withdrawn", at: now, how: "unpublished", reason: null } } },
      [],
    ],
  ])("%s", (_name, more, expected) => expect(problems({ ...ready, ...more })).toEqual(expected));

  it("what the newsroom refused stands at its place", () => {
    expect(problems(ready, [{ path: "headline", message: "This headline is not for print." }])).toEqual([
      "This headline is not for print.",
    ]);
  });
});
