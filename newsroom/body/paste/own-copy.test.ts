import { expect, it } from "vitest";
import { isOwnCopy, withoutReplacements } from "./own-copy.ts";

const origin = "https://paper.example";

it.each([
  ['<p data-pm-slice="1 1 []" data-copied-from="https://paper.example">a</p>', true],
  ['<p data-copied-from="https://paper.example" data-pm-slice="1 1 []">a</p>', true],
  ['<p data-pm-slice="1 1 []">another editor, or one of ours before it said so</p>', false],
  ['<p data-pm-slice="1 1 []" data-copied-from="https://other.example">another newsroom</p>', false],
  ['<p data-pm-slice="1 1 []" data-copied-from="https://paper.example.evil">a</p>', false],
  ["<p>a</p>", false],
])("%s is our own copy: %s", (html, expected) => expect(isOwnCopy(html, origin)).toBe(expected));

it("words that are proposed in the place of others are left out, other proposals stay", () => {
  const html =
    '<p>at <del data-suggestion="a">50</del><ins data-suggestion="a"><strong>60</strong></ins>, <ins data-suggestion="b">now</ins></p>';
  expect(withoutReplacements(html)).toEqual({
    html: '<p>at <del data-suggestion="a">50</del>, <ins data-suggestion="b">now</ins></p>',
    proposals: 1,
  });
});
