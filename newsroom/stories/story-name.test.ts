import { expect, it } from "vitest";
import { nameForOutsiders, ownNameOf, storyName } from "./story-name.ts";

it.each([
  ["Snow closes the pass", "pass-snow", "Snow closes the pass"],
  [" ", " pass-snow ", "pass-snow"],
  ["", null, null],
  ["", " ", null],
])("a story with the headline “%s” and the slugline “%s” goes by “%s”", (headline, slugline, name) => {
  expect(ownNameOf({ headline, slugline })).toBe(name);
  expect(storyName({ headline, slugline })).toBe(name ?? "Untitled");
});

it("goes by its headline alone where somebody outside looks at it", () => {
  expect(nameForOutsiders({ headline: " Snow closes the pass " })).toBe("Snow closes the pass");
  const unnamed = { headline: " ", slugline: "pass-snow" };
  expect(nameForOutsiders(unnamed)).toBe("Untitled");
});
