import { expect, it } from "vitest";
import { alikeIn } from "./alike.ts";

/** What of the texts that came was there before, as words. */
const found = (gone: string[], come: string[]) =>
  alikeIn(gone, come).map((one) => {
    const words = come[one.come]?.slice(one.at, one.at + one.length);
    expect(gone[one.gone]?.slice(one.from, one.from + one.length)).toBe(words);
    return `${one.gone}>${one.come}: ${words}`;
  });

it("whole texts are the same, however short, each once", () => {
  expect(found(["a", "Lorries wait.", "a"], ["a", "a", "a", "Lorries wait."])).toEqual([
    "0>0: a",
    "2>1: a",
    "1>3: Lorries wait.",
  ]);
});

it("texts that were written in or shortened are told by what is left of them, to the ends", () => {
  expect(found(["Lorries wait at the pass."], ["L<new>orries wait at the <new>pass."])).toEqual([
    "0>0: orries wait at the ",
    "0>0: L",
    "0>0: pass.",
  ]);
  expect(found(["Lorries wait at the pass."], ["wait at the pass"])).toEqual(["0>0: wait at the pass"]);
});

it("a text that was taken apart, or put together, is found in its parts", () => {
  expect(found(["Lorries wait at the pass."], ["Lorries wait", " at the pass."])).toEqual([
    "0>0: Lorries wait",
    "0>1:  at the pass.",
  ]);
  expect(found(["Lorries wait", "at the pass."], ["Lorries wait at the pass."])).toEqual([
    "0>0: Lorries wait",
    "1>0: at the pass.",
  ]);
  expect(found(["Lorries wait at the pass."], ["L", "orries wait at the pass."]).toSorted()).toEqual([
    "0>0: L",
    "0>1: orries wait at the pass.",
  ]);
});

it("a few letters that happen to be the same say nothing", () => {
  expect(found(["Nobody knows why the pass is shut."], ["The pass is open."])).toEqual([]);
});

it("of thousands of lines it is found in a moment, and of one letter a hundred thousand times", () => {
  const lines = Array.from({ length: 3_000 }, (_, n) => `${n} Lorries wait at the pass.`);
  expect(alikeIn(lines, lines.toReversed())).toHaveLength(3_000);
  expect(alikeIn(["a".repeat(100_000)], [`b${"a".repeat(100_000)}`, "ab".repeat(50_000)])[0]?.length).toBe(100_000);
});
