import { expect, it } from "vitest";
import { shareState } from "./share-words.ts";

const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-25T12:00:00Z");
const share = {
  ...{ id: "s", recipient: "Roza", by: "Timur", createdAt: now, endsAt: later, revokedAt: null, rests: false },
  ...{ mayComment: false, follows: false, opens: 0, lastOpenedAt: null },
};

it.each([
  [{}, "until 25 Nov 2026, 18:00 Bishkek"],
  [{ mayComment: true, follows: true }, "until 25 Nov 2026, 18:00 Bishkek, may comment, follows changes"],
  [{ rests: true }, "rests: Timur may not show this story any more"],
  [{ rests: true, by: null }, "rests: whoever made it may not show this story any more"],
  [{ rests: true, endsAt: now }, "ended"],
  [{ rests: true, revokedAt: now }, "revoked"],
])("a link that is %j: %s", (changes, words) =>
  expect(shareState({ ...share, ...changes }, now, "Asia/Bishkek")).toBe(words),
);
