import { describe, expect, it } from "vitest";
import { matcherOf } from "./matches.ts";

const plain = { matchCase: false, wholeWord: false };
const found = (words: string, text: string, more: Partial<typeof plain> = {}) =>
  (matcherOf({ words, ...plain, ...more })?.(text) ?? []).map(({ from, to }) => text.slice(from, to));

describe("finding words", () => {
  it.each([
    ["snow", "Snow, snow and snowfall", {}, ["Snow", "snow", "snow"]],
    ["snow", "Snow, snow and snowfall", { matchCase: true }, ["snow", "snow"]],
    ["snow", "Snow, snow and snowfall", { wholeWord: true }, ["Snow", "snow"]],
    ["снег", "Снег, снега, СНЕГ", {}, ["Снег", "снег", "СНЕГ"]],
    ["снег", "Снег, снега, СНЕГ", { wholeWord: true }, ["Снег", "СНЕГ"]],
    ["өрт", "Өрт өртөндү", { wholeWord: true }, ["Өрт"]],
    ["aa", "aaaaa", {}, ["aa", "aa"]],
    ["a.b", "a.b axb", {}, ["a.b"]],
    ["(x|y)*", "(x|y)* xy", {}, ["(x|y)*"]],
    ["\\d+[", "\\d+[ 12", {}, ["\\d+["]],
    ["10 000", "10\u00a0000 and 10 000", {}, ["10\u00a0000", "10 000"]],
    ["it's", "It’s so, it's so", {}, ["It’s", "it's"]],
    ['"no"', "“no” «no» \"no\" 'no'", {}, ["“no”", "«no»", '"no"']],
    ["-", "a-b – c", {}, ["-"]],
    ["й", "и\u0306 й", {}, ["и\u0306", "й"]],
    ["👍", "ok 👍", {}, ["👍"]],
    ["straße", "STRASSE Straße", {}, ["Straße"]],
    ["i", "İI i", {}, ["I", "i"]],
    ["", "anything", {}, []],
    ["absent", "anything", {}, []],
  ])("“%s” in “%s” %j", (words, text, more, expected) => expect(found(words, text, more)).toEqual(expected));
});
