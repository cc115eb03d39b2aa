import { describe, expect, it } from "vitest";
import { countdownWords, secondsLeft } from "./countdown-words.ts";

describe("the countdown", () => {
  it.each([
    ["publish", 9_999, "Goes live in 10 s"],
    ["publish", 1, "Goes live in 1 s"],
    ["publish", 0, "Going live…"],
    ["update", 2_000, "Readers get the update in 2 s"],
    ["update", -5_000, "Updating…"],
    ["correct", 2_000, "Readers get the correction in 2 s"],
    ["correct", 0, "Correcting…"],
  ] as const)("%s, %i ms left: %s", (verb, ms, words) => {
    const now = Date.UTC(2026, 10, 25, 8, 2);
    expect(countdownWords({ verb }, secondsLeft({ at: new Date(now + ms) }, now))).toBe(words);
  });
});
