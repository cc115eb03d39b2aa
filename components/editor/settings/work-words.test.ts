import { describe, expect, it } from "vitest";
import { workWords } from "./work-words.ts";

const now = new Date("2026-11-24T12:00:00Z");
const quiet: Parameters<typeof workWords>[0] = {
  assignee: null,
  dueAt: null,
  desk: null,
  legal: { status: "notNeeded", by: null, at: null },
  publication: { state: "unpublished" },
  stage: { key: "draft", name: "Draft", meaning: "writing" },
};
const words = (story: Partial<typeof quiet>) => workWords({ ...quiet, ...story }, now, "Asia/Bishkek");

describe("the head of the editor", () => {
  it("is quiet while there is nothing to say", () => expect(words({})).toEqual([]));

  it("says who is to do it, at which desk, by when in both times", () => {
    const dueAt = new Date("2026-11-24T13:30:00Z");
    expect(words({ assignee: { id: "a", name: "Aigul" }, desk: { id: "d", name: "Night desk" }, dueAt })).toEqual([
      "Assigned to Aigul",
      "Due 24 Nov, 19:30 Bishkek · 13:30 UTC",
      "Night desk",
    ]);
  });

  it("says what is overdue, until it is ready or with the readers", () => {
    const dueAt = new Date("2026-11-24T11:00:00Z");
    const due = "24 Nov, 17:00 Bishkek · 11:00 UTC";
    expect(words({ dueAt })).toEqual([`Overdue since ${due}`]);
    expect(words({ dueAt, stage: { key: "x", name: "Done", meaning: "ready" } })).toEqual([`Due ${due}`]);
    expect(words({ dueAt, publication: { state: "live", since: now } })).toEqual([`Due ${due}`]);
  });

  it("says what the lawyers say, from whom the desk has it and since when", () => {
    expect(words({ legal: { status: "required", by: "Timur", at: now } })).toEqual([
      "Waits for legal (Timur, 24 Nov, 18:00 Bishkek · 12:00 UTC)",
    ]);
    expect(words({ legal: { status: "cleared", by: null, at: null } })).toEqual(["Cleared by legal"]);
  });
});
