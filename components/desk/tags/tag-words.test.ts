import { describe, expect, it } from "vitest";
import { mergeWords } from "./tag-words.ts";

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
