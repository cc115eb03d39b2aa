import { expect, it } from "vitest";
import { changeWords, liveNote, stateNote, stateTitle } from "./revision-words.ts";

const zone = "Asia/Bishkek";
const at = new Date("2026-11-25T08:02:00Z");

it.each([
  [{ kind: "checkpoint", name: "Before the cuts" }, "Before the cuts"],
  [{ kind: "conflict", name: null }, "Kept from a conflict"],
] as const)("%o is called %s", (row, title) => expect(stateTitle(row)).toBe(title));

it.each([
  [{ kind: "published", by: "Aigul", authors: ["Timur"], restoredFrom: null }, "By Aigul"],
  [{ kind: "published", by: "Aigul", authors: ["Aigul"], restoredFrom: null }, null],
  [{ kind: "published", by: null, authors: [], restoredFrom: null }, null],
  [{ kind: "autosave", by: "Timur", authors: [], restoredFrom: null }, "As it stood before Timur wrote on"],
  [
    { kind: "restored", by: "Aigul", authors: [], restoredFrom: { id: "x", at } },
    "From 25 Nov 2026, 14:02 Bishkek by Aigul",
  ],
] as const)("%o came to be: %s", (row, note) => expect(stateNote(row, zone)).toBe(note));

it.each([
  [{ wentLiveAt: null, proved: null }, null],
  [{ wentLiveAt: at, proved: null }, "Went live 25 Nov 2026, 14:02 Bishkek"],
  [{ wentLiveAt: null, proved: { instances: 1, at } }, "Readers had it on 1 instance at 14:02:00"],
  [
    { wentLiveAt: at, proved: { instances: 2, at } },
    "Went live 25 Nov 2026, 14:02 Bishkek. Readers had it on 2 instances at 14:02:00",
  ],
])("%o reached readers: %s", (row, note) => expect(liveNote(row, zone)).toBe(note));

it.each([
  [12, "+12"],
  [-3, "−3"],
  [0, "±0"],
])("%i words are %s", (words, shown) => expect(changeWords(words)).toBe(shown));
