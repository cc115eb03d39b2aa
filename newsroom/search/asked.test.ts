import { expect, it } from "vitest";
import { askedOf, nameRuns, wordsTyped } from "./asked.ts";

it.each([
  [undefined, ""],
  ["  the   pass\n", "the pass"],
  [["one", "two"], "one"],
  ["\u0000", ""],
  ["a\u0000b", "a b"],
  ["\uD800snow\uDFFF", "snow"],
  ["\uE000snow\uE001", "snow"],
  ["snow\u202Eevil", "snow evil"],
  ["е\u0308лка", "ёлка"],
  ["a".repeat(10_000), "a".repeat(200)],
  ["x ".repeat(10_000), Array(16).fill("x").join(" ")],
  ["😀".repeat(300), "😀".repeat(200)],
])("takes %j for a question", (typed, asked) => {
  expect(askedOf(typed)).toBe(asked);
});

it.each([
  ["ОДКБ", [["odkb", ""]]],
  [
    "ОДКБ учения",
    [
      ["odkb ucheniya", ""],
      ["odkb", "учения"],
      ["ucheniya", "ОДКБ"],
    ],
  ],
  ['"Tashkent Pact"', [["tashkent pact", ""]]],
  ['"Tashkent Pact', [["tashkent pact", ""]]],
  ['"Tashkent Pact" snow', []],
  ["csto -snow", []],
  ["csto or snow", []],
  ["- !", []],
])("looks in %s for names", (asked, runs) => {
  expect(nameRuns(asked).map(({ plain, beside }) => [plain, beside])).toEqual(runs);
});

it("takes apart what is being typed", () => {
  expect(wordsTyped("Ак-Суу, Snow's 100%_\\")).toEqual(["ак", "суу", "snow", "s", "100"]);
});
