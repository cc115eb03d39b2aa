import { expect, test } from "vitest";
import { wordsFor } from "../words.ts";
import { listingLine, pageAddress, pageNumbers } from "./pagination.ts";

const line = (from: number, to: number, total: number) => listingLine({ from, to, total }, wordsFor("en"), "en");

test("the line says what is really shown", () => {
  expect(line(1, 4, 4)).toBe("Viewing results 1–4 of 4");
  expect(line(7, 12, 13)).toBe("Viewing results 7–12 of 13");
  expect(line(13, 13, 13)).toBe("Viewing result 13 of 13");
  expect(line(1, 6, 16_666)).toBe("Viewing results 1–6 of 16,666");
  expect(line(0, 0, 0)).toBe("No stories yet.");
});

test("the first page has one address", () => {
  expect(pageAddress("/tags/csto", 1)).toBe("/tags/csto");
  expect(pageAddress("/tags/csto", 3)).toBe("/tags/csto?page=3");
  expect(pageAddress("/search?q=csto", 3)).toBe("/search?q=csto&page=3");
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [2, 5, [1, 2, 3, 4, 5]],
  [1, 9, [1, 2, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [9, 9, [1, null, 8, 9]],
])("page %i of %i offers %j", (page, pages, numbers) => {
  expect(pageNumbers(page, pages)).toEqual(numbers);
});
