import { expect, it } from "vitest";
import { withoutReplacements } from "./own-copy.ts";

it("words that are proposed in the place of others are left out, other proposals stay", () => {
  const html =
    '<p>at <del data-suggestion="a">50</del><ins data-suggestion="a"><strong>60</strong></ins>, <ins data-suggestion="b">now</ins></p>';
  expect(withoutReplacements(html)).toEqual({
    html: '<p>at <del data-suggestion="a">50</del>, <ins data-suggestion="b">now</ins></p>',
    proposals: 1,
  });
});
