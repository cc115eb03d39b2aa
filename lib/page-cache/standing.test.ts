import { expect, it } from "vitest";
import { plainAnswer } from "./answer.ts";
import type { Entry } from "./entries.ts";
import { type Conditions, standingOf } from "./standing.ts";

const HOUR = 3_600_000;
const well: Conditions = { generation: 1, unsureSince: null, staleIfDown: 24 * HOUR };
const stored: Entry = {
  address: { key: "/a", url: "/a", kind: "document" },
  status: 200,
  answer: plainAnswer(Buffer.from(""), {}),
  keys: ["story:1"],
  generation: 1,
  position: 7n,
  storedAt: 0,
  expiresAt: Number.POSITIVE_INFINITY,
  usedAt: 0,
  staleSince: null,
};

it.each<[string, Partial<Entry>, Partial<Conditions>, number, string]>([
  ["nothing happened, however old", {}, {}, 1_000 * HOUR, "fresh"],
  ["something on every page changed", {}, { generation: 2 }, 100, "old"],
  ["it has nothing of that on it", { generation: null }, { generation: 2 }, 100, "fresh"],
  ["it changed a moment ago", { staleSince: 10_000 }, {}, 14_999, "old"],
  ["it changed longer ago", { staleSince: 10_000 }, {}, 15_000, "last resort"],
  ["it changed a day ago and could not be made anew", { staleSince: 0 }, {}, 24 * HOUR + 1, "none"],
  ["events may be missing", {}, { unsureSince: HOUR }, HOUR, "last resort"],
  ["events were missing for all of a day", {}, { unsureSince: HOUR }, 25 * HOUR, "last resort"],
  ["events were missing for longer", {}, { unsureSince: HOUR }, 25 * HOUR + 1, "none"],
  ["its time is over and no event will name it", { expiresAt: 10_000 }, {}, 10_000, "last resort"],
])("a page where %s", (_what, entry, conditions, now, standing) => {
  expect(standingOf({ ...stored, ...entry }, now, { ...well, ...conditions })).toBe(standing);
});
