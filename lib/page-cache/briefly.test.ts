import { expect, it } from "vitest";
import { Briefly } from "./briefly.ts";

it("remembers for its time and no longer", () => {
  const missing = new Briefly({ for: 10_000, atMost: 100 });
  missing.add("/stories/nowhere", 0);
  expect([missing.has("/stories/nowhere", 9_999), missing.has("/stories/nowhere", 10_000)]).toEqual([true, false]);
  expect(missing.has("/stories/other", 0)).toBe(false);
});

it("is bounded: who asks for many keys pushes out the oldest", () => {
  const missing = new Briefly({ for: 10_000, atMost: 100 });
  for (let i = 0; i < 5_000; i++) missing.add(`/stories/${i}`, 0);
  expect(missing.size).toBe(100);
  expect([missing.has("/stories/4999", 1), missing.has("/stories/4899", 1)]).toEqual([true, false]);
});
