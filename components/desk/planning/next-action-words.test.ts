import { expect, it } from "vitest";
import { nextActionKinds } from "#newsroom/planning/next-actions";
import { nextActionWords } from "./next-action-words.ts";

it("says what is to be done, and what is to be filed", () => {
  expect(nextActionKinds.map((kind) => nextActionWords({ kind }))).toEqual([
    "Rewrite",
    "Answer",
    "File it",
    "Ask legal",
    "Edit",
    "Publish",
    "Write",
    "Take up",
  ]);
  const assignment = { id: "1", version: 1, what: "pictures" as const };
  expect(nextActionWords({ kind: "file", assignment })).toBe("File pictures");
  expect(nextActionWords({ kind: "file", assignment: { ...assignment, what: "other" } })).toBe("File it");
});
