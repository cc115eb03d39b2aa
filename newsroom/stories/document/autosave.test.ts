import { expect, it } from "vitest";
import { autosaveIsDue } from "./autosave.ts";

const now = new Date("2026-11-25T08:00:00Z");
const standing = (minutes: number, createdById: string | null) => ({
  createdAt: new Date(now.getTime() - minutes * 60_000),
  createdById,
});

it.each([
  ["there is none", null, "aigul", true],
  ["the same person goes on", standing(9, "aigul"), "aigul", false],
  ["the same person has worked for ten minutes", standing(10, "aigul"), "aigul", true],
  ["the same person comes back the next day", standing(900, "aigul"), "aigul", true],
  ["another person takes over", standing(2, "aigul"), "timur", true],
  ["two write at once", standing(1, "aigul"), "timur", false],
  ["the program goes on", standing(5, null), null, false],
  ["a person follows the program", standing(5, null), "aigul", true],
])("the autosave when %s", (_, autosave, writer, due) => expect(autosaveIsDue(autosave, writer, now)).toBe(due));
