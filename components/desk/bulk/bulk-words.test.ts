import { expect, it } from "vitest";
import { bulkTitle, previewSentences } from "./bulk-words.ts";

it("says what was asked", () => {
  expect(bulkTitle({ verb: "move", argument: "Copy", isUndo: false })).toBe("Move to stage: Copy");
  expect(bulkTitle({ verb: "addTag", argument: "Water", isUndo: true })).toBe("Undo “Add a tag: Water”");
  expect(bulkTitle({ verb: "spike", argument: "Twice.", isUndo: false })).toBe("Spike");
  expect(bulkTitle({ verb: "section", argument: null, isUndo: false })).toBe("Assign to section");
});

it("says what will become of it, in sentences", () => {
  expect(previewSentences({ change: 0, plansCancelled: 0, unchanged: 0, refused: [] })).toEqual([
    "No story will change.",
  ]);
  expect(
    previewSentences({
      change: 1200,
      plansCancelled: 3,
      unchanged: 1,
      refused: [{ words: "This story is not live.", stories: 2 }],
    }),
  ).toEqual([
    "1,200 stories will change.",
    "3 plans will be cancelled; Undo does not bring them back.",
    "1 story is so already.",
    "2 stories will be refused: This story is not live.",
  ]);
});
