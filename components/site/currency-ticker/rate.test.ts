import { expect, test } from "vitest";
import { wordsFor } from "../words.ts";
import { arrowOf, datedLine, sourcesOf } from "./rate.ts";

const words = wordsFor("en").rates;

test("a rate always says its day, and a stale one that it is old", () => {
  expect(datedLine(words, false, "24 May")).toBe("as of 24 May");
  expect(datedLine(words, true, "22 May")).toBe("not updated since 22 May");
});

test("each direction has a sign of its own, and no direction has none", () => {
  expect(["up", "down", "flat"].map((d) => arrowOf(d as "up"))).toEqual(["▲", "▼", "■"]);
  expect(arrowOf(null)).toBe("");
});

test("each source is named once with its currencies", () => {
  const bank = { source: "National Bank", sourceUrl: "https://bank.example" };
  const rates = [
    { ...bank, currency: "KGS" },
    { source: "Other", currency: "TMT" },
    { ...bank, currency: "UZS" },
  ];
  expect(sourcesOf(rates)).toEqual([
    { ...bank, currencies: ["KGS", "UZS"] },
    { source: "Other", sourceUrl: undefined, currencies: ["TMT"] },
  ]);
});
