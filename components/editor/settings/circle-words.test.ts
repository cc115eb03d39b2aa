import { describe, expect, it } from "vitest";
import { leftWords, linksWords, shownOutsideWords } from "./circle-words.ts";

describe("links to a story that is closed", () => {
  it.each([
    [0, 0, null],
    [1, 0, "1 link was revoked"],
    [0, 1, "1 link still shows the story outside"],
    [2, 3, "2 links were revoked, 3 links still show the story outside"],
  ])("%d revoked and %d open: %s", (revoked, open, words) => {
    expect(linksWords({ revoked, open })).toBe(words);
  });

  it("are named by whom they are for", () => {
    expect(shownOutsideWords([])).toBeNull();
    expect(shownOutsideWords(["Roza", "A lawyer"])).toMatch(/^Links show it outside: Roza, A lawyer\. /);
  });
});

describe("who left the newsroom", () => {
  it.each([
    [[], false, null],
    [["Begaim"], false, "Begaim does not work here any more and is taken out of the circle."],
    [["Begaim", "Ulan"], false, "Begaim, Ulan do not work here any more and are taken out of the circle."],
    [["Begaim"], true, expect.stringContaining("saved like this, all editors know of the story.")],
  ])("%j leaves the circle, emptied: %s", (names, isEmptied, words) => {
    expect(leftWords(names, isEmptied)).toEqual(words);
  });
});
