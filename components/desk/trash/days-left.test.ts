import { expect, it } from "vitest";
import { daysLeftWords } from "./days-left.ts";

it.each([
  [30, "30 days"],
  [1, "1 day"],
  [0, "Less than a day"],
  [null, "Kept: readers have had it"],
] as const)("%s days left", (days, words) => expect(daysLeftWords(days)).toBe(words));

it("says why something is kept", () =>
  expect(daysLeftWords(null, "a story has it at its top")).toBe("Kept: a story has it at its top"));
