import { describe, expect, it } from "vitest";
import { dueWords, stateOf, whatFromWhom } from "./assignment-words.ts";

const zone = "Asia/Bishkek";
const now = new Date("2026-11-25T12:00:00Z");
const open = { dueAt: null, filedAt: null, withdrawnAt: null };

describe("an assignment says how it stands", () => {
  it.each([
    [open, "plain", "Open"],
    [{ ...open, dueAt: new Date("2026-11-25T12:01:00Z") }, "plain", "Open"],
    [{ ...open, dueAt: new Date("2026-11-25T11:59:00Z") }, "danger", "Overdue"],
    [{ ...open, filedAt: new Date("2026-11-25T08:02:00Z") }, "good", "Filed 14:02"],
    // Yesterday in London, and today in Bishkek.
    [{ ...open, filedAt: new Date("2026-11-24T18:30:00Z") }, "good", "Filed 00:30"],
    [{ ...open, filedAt: new Date("2026-11-24T08:02:00Z") }, "good", "Filed 24 Nov, 14:02"],
  ])("%o: %s, %s", (assignment, tone, words) => {
    expect(stateOf(assignment, now, zone)).toEqual({ tone, words });
  });

  it("and by when, in both times, and what is asked from whom", () => {
    expect(dueWords(new Date("2026-11-25T13:30:00Z"), now, zone)).toBe("Due 25 Nov, 19:30 Bishkek · 13:30 UTC");
    expect(whatFromWhom({ kind: "other", person: { id: "n", name: "Nargiz" } })).toBe("something else from Nargiz");
  });
});
