import { expect, it } from "vitest";
import { cancelledWords } from "./cancelled-plans.ts";

const now = new Date("2026-11-23T12:00:00Z");
const at = new Date("2026-11-24T12:00:00Z");
const plan = { id: "p", at, verb: "update", zone: "Asia/Bishkek", by: "Aigul", failure: null, tries: 0 } as const;
const withdrawal = { ...plan, verb: "withdraw", by: null } as const;
const correction = { ...plan, verb: "correct" } as const;
const none = { plan: null, goingLive: null, withdrawal: null };
const noon = "24 Nov, 18:00 Bishkek · 12:00 UTC";

it.each<[Parameters<typeof cancelledWords>[0], Parameters<typeof cancelledWords>[1], string | null]>([
  ["publish", none, null],
  ["publish", { ...none, plan }, `This cancels the update that Aigul planned for ${noon}.`],
  ["publish", { ...none, withdrawal }, null],
  [
    "publish",
    { ...none, plan: correction },
    `This cancels the correction that Aigul planned for ${noon}. Readers are not told what was wrong.`,
  ],
  [
    "publish",
    { ...none, goingLive: correction },
    `This cancels the correction that Aigul planned for ${noon}. Readers are not told what was wrong.`,
  ],
  ["publish", { ...none, goingLive: plan }, null],
  ["correct", { ...none, plan: correction }, `This cancels the correction that Aigul planned for ${noon}.`],
  ["plan a correction", { ...none, plan: correction }, null],
  ["plan a correction", { ...none, plan }, `This cancels the update that Aigul planned for ${noon}.`],
  [
    "take down",
    { ...none, plan, withdrawal },
    `This cancels the update that Aigul planned for ${noon}, and the withdrawal that the program planned for ${noon}.`,
  ],
  [
    "take down",
    { ...none, goingLive: { ...plan, verb: "publish" } },
    `This cancels the publication that Aigul planned for ${noon}.`,
  ],
])("to %s with %j says: %s", (doing, story, words) =>
  expect(cancelledWords(doing, story, now, "Asia/Bishkek")).toBe(words),
);
