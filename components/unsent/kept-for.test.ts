import { expect, it } from "vitest";
import { isOver, keptIn, storedAs } from "./kept-for.ts";

const now = Date.UTC(2026, 10, 29);
const daysAgo = (days: number) => now - days * 86_400_000;

it.each([
  ["form kill s aigul", 29, false],
  ["form kill s aigul", 31, true],
  ["comment s aigul reply t", 31, true],
  ["form kill s timur", 31, false],
  ["form kill s timur", 364, false],
  ["form kill s timur", 366, true],
  ["taken s aigul", 366, false],
  ["taken maybe s aigul w", 366, false],
  ["form kill s aigul", -400, false],
])("%s, typed %i days ago, is over: %s", (place, days, over) => {
  expect(isOver(place, daysAgo(days), "aigul", now)).toBe(over);
});

it.each(["A call is out.", "", "null", '{"note":{"text":"A bale","over":"0"}}', '{"text":1,"at":2}'])(
  "what an older program kept is read as it is, without a time: %j",
  (stored) => expect(keptIn(stored)).toEqual({ text: stored, at: null }),
);

it("what is kept comes back with its time, whatever it says", () => {
  for (const text of ["A call is out.", storedAs("once", 1)])
    expect(keptIn(storedAs(text, now))).toEqual({ text, at: now });
});
