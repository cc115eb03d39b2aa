import { describe, expect, it } from "vitest";
import { againAt, channelsOf, mostTries } from "./kinds.ts";

describe("where somebody is told of a kind", () => {
  it("is the desk and mail for who has chosen nothing", () => {
    expect(channelsOf("overdue", [])).toEqual({ isShown: true, isMailed: true });
  });

  it("is what they chose, of that kind only", () => {
    const choices = [{ staffId: "1", kind: "mention" as const, isShown: true, isMailed: false }];
    expect(channelsOf("mention", choices)).toEqual({ isShown: true, isMailed: false });
    expect(channelsOf("return", choices)).toEqual({ isShown: true, isMailed: true });
  });
});

it("a mail that fails is tried six times within half a day, later each time", () => {
  const start = new Date("2026-11-25T10:00:00Z");
  const waits = [1, 2, 3, 4, 5, 6].map((tries) => againAt(tries, start).getTime() - start.getTime());
  expect(mostTries).toBe(6);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(waits.slice(0, 5).reduce((sum, wait) => sum + wait)).toBeLessThan(12 * 3_600_000);
});
