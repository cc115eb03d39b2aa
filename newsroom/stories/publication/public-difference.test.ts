import { expect, it } from "vitest";
import type { Body } from "../../body/body.ts";
import { b, body, p, ul } from "../../body/testing.ts";
import { PublicDifference, publicDifference } from "./public-difference.ts";

const text = (content: Body, headline = "") => ({ kicker: "", headline, standfirst: "", teaser: "", body: content });
const shown = (before: Body, after: Body, headlines: [string, string] = ["Snow", "Snow"]) =>
  publicDifference(text(before, headlines[0]), text(after, headlines[1]));

it("shows what changed, passage by passage, and nothing of what did not", () => {
  const difference = shown(
    body(p("Same."), p("It snows."), p("Also the same."), p("One."), p("Two.")),
    body(p("Same."), p("It rains."), p("Also the same."), p("Three."), p("Four.")),
  );
  expect(difference?.passages).toHaveLength(2);
  expect(difference?.lines).toEqual([]);
  expect(JSON.stringify(difference)).not.toContain("ame.");
});

it("shows changed lines only", () =>
  expect(shown(body(p("It snows.")), body(p("It snows.")), ["Snow", "Rain"])?.lines).toMatchObject([
    { name: "headline" },
  ]));

it("is nothing where the text is the same", () => expect(shown(body(p("Same.")), body(p("Same.")))).toBeNull());

it("says only that much changed where a reader could not follow", () => {
  const long = (word: string) =>
    body(...Array.from({ length: 1_000 }, (_, n) => p(`${word} ${n} ${word} ${word}${n}.`)));
  expect(shown(long("snow"), long("rain"))).toMatchObject({ passages: [], lines: [] });
});

it("is read back from the database as it was stored", () => {
  const difference = shown(
    body(p("It ", b("snows"), "."), ul("boots")),
    body(p("It ", b("rains"), "."), ul("tea", "boots")),
  );
  expect(PublicDifference.parse(JSON.parse(JSON.stringify(difference)))).toEqual(difference);
});

it("of the longest story compares what lies between its first and its last change", () => {
  const long = (...middle: string[]) =>
    body(
      ...[...Array.from({ length: 2_000 }, (_, n) => `${n} ${"word ".repeat(90)}`), ...middle, "The end."].map(
        (words) => p(words),
      ),
    );
  expect(shown(long("It snows."), long("It rains.", "It pours."))).toMatchObject({
    passages: [[{ kind: "changed" }, { kind: "new" }]],
    words: { added: 3, removed: 1 },
  });
  const other = body(...long().content.map((_, n) => p(`${n} ${"other ".repeat(90)}`)));
  expect(shown(long(), other)).toEqual({ lines: [], passages: [], words: { added: 0, removed: 0 } });
});
