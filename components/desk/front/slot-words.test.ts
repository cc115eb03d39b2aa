import { describe, expect, it } from "vitest";
import { exchanged, slotOf, slotWords } from "./slot-words.ts";

const named = (name: string) => ({ id: `id of ${name}`, name });
const empty = { story: null, section: null, tag: null, shows: named("Newest") };

describe("a place of the front", () => {
  it.each([
    [empty, "the newest story"],
    [{ ...empty, section: named("Security") }, "the newest story in Security"],
    [{ ...empty, tag: named("CSTO") }, "the newest story tagged CSTO"],
    [{ ...empty, story: named("Dam") }, "put here; without it the newest story"],
    [{ ...empty, story: named("Dam"), tag: named("CSTO") }, "put here; without it the newest story tagged CSTO"],
  ])("says why the story stands there: %#", (slot, words) => expect(slotWords(slot)).toBe(words));

  it("is kept as its story and its rule, not as what it shows", () => {
    expect(slotOf(empty)).toEqual({ storyId: null, sectionId: null, tagId: null });
    expect(slotOf({ ...empty, story: named("Dam"), section: named("Security") })).toEqual({
      storyId: "id of Dam",
      sectionId: "id of Security",
      tagId: null,
    });
  });

  it("changes places with another", () => {
    expect(exchanged(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
    expect(exchanged(["a", "b"], 0, 5)).toEqual(["a", "b"]);
  });
});
