import { expect, it } from "vitest";
import { dayWords, shortDayWords, weekWords } from "./day-words.ts";

it("names a day, long and short", () => {
  expect(dayWords("2026-11-25")).toBe("Wednesday, 25 November 2026");
  expect(shortDayWords("2026-11-05")).toBe("Thu 5 Nov");
});

it.each([
  ["2026-11-23", "2026-11-29", "23–29 November 2026"],
  ["2026-11-30", "2026-12-06", "30 November – 6 December 2026"],
  ["2026-12-28", "2027-01-03", "28 December 2026 – 3 January 2027"],
])("the week from %s to %s is %s", (first, last, words) => expect(weekWords(first, last)).toBe(words));
