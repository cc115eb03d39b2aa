import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDifference } from "./word-difference.ts";

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
    .join("");

describe("the difference of two texts", () => {
  it.each([
    ["It snows.", "It snows.", "It snows."],
    ["", "", ""],
    ["", "Snow.", "{+Snow.+}"],
    ["Snow.", "", "[-Snow.-]"],
    ["It snows hard.", "It snows softly.", "It snows [-hard-]{+softly+}."],
    ["Snow falls.", "Much snow falls.", "[-Snow-]{+Much snow+} falls."],
    ["one two three", "one three", "one [-two -]three"],
    ["Снег идёт.", "Снег не идёт.", "Снег {+не +}идёт."],
  ])("%s | %s", (before, after, expected) => expect(shown(before, after)).toBe(expected));

  it("gives back both texts, whatever they are", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "snow", " ", "\n", ".", "ё", "🙂"), { maxLength: 40 })
      .map((words) => words.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = wordDifference(before, after);
        const side = (left: "gone" | "new") =>
          stretches
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join("");
        expect(side("new")).toBe(before);
        expect(side("gone")).toBe(after);
      }),
    );
  });

  it("of two long texts with nothing in common comes within the time of a test", () => {
    const long = (word: string) => Array.from({ length: 50_000 }, (_, n) => `${word}${n}`).join(" ");
    expect(wordDifference(long("a"), long("b")).length).toBeGreaterThan(0);
  });
});
