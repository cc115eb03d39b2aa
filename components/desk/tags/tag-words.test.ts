import { describe, expect, it } from "vitest";
import { mergeWords, taggingWords } from "./tag-words.ts";

const rest = " Readers see it at once, and the old address leads to the new one. You can undo it for 30 days.";

describe("what a merge will do is said with its numbers", () => {
  it.each([
    [{ stories: 0, live: 0, both: 0 }, "No story has “A”."],
    [{ stories: 1, live: 1, both: 0 }, "1 story gets “B” instead of “A”: 1 live, 0 not."],
    [
      { stories: 1_200, live: 1_000, both: 1 },
      "1,200 stories get “B” instead of “A”: 1,000 live, 200 not. 1 of them has both already.",
    ],
  ])("%j", (preview, words) => expect(mergeWords(preview, "A", "B")).toBe(words + rest));
});

it("what a tag for many will do is said with what it cannot", () => {
  const counts = { done: 3, unchanged: 1, full: 0, forbidden: 1, notFound: 1 };
  expect(taggingWords(counts, "tag")).toBe("3 stories get it; 1 have it already; 2 are not yours to change.");
  expect(taggingWords({ ...counts, done: 1, unchanged: 0 }, "untag")).toBe(
    "1 story loses it; 2 are not yours to change.",
  );
});
