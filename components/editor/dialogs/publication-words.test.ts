import { expect, it } from "vitest";
import type { EditedStory } from "../edited-story.ts";
import { publicationWords } from "./publication-words.ts";

const at = new Date("2026-11-24T12:00:00Z");
const earlier = new Date("2026-11-23T12:00:00Z");
const fresh = {
  publication: { state: "unpublished" },
  hasUnpublishedChanges: false,
  plan: null,
  withdrawal: null,
  embargoUntil: null,
  heldBecause: null,
} as const;
const live = { publication: { state: "live", since: at } } as const;
const plan = { id: "p", at, verb: "publish", zone: "Asia/Bishkek", by: "Aigul", failure: null, tries: 0 } as const;
const withdrawn = (how: "unpublished" | "killed" | "legal") =>
  ({ publication: { state: "withdrawn", at, how, reason: "x" } }) as const;

it.each<[Partial<EditedStory>, string[]]>([
  [{}, ["Not published"]],
  [live, ["Live since 24 Nov, 18:00 Bishkek · 12:00 UTC"]],
  [{ ...live, hasUnpublishedChanges: true }, ["Live · you have unpublished changes"]],
  [{ plan }, ["Planned for 24 Nov, 18:00 Bishkek · 12:00 UTC"]],
  [
    { ...live, plan: { ...plan, verb: "update" } },
    ["Live since 24 Nov, 18:00 Bishkek · 12:00 UTC", "Update planned for 24 Nov, 18:00 Bishkek · 12:00 UTC"],
  ],
  [
    { plan: { ...plan, failure: "This story is on hold: call back" } },
    ["Planned for 24 Nov, 18:00 Bishkek · 12:00 UTC failed: This story is on hold: call back"],
  ],
  [
    { plan: { ...plan, zone: "America/New_York" } },
    ["Planned for 24 Nov, 18:00 Bishkek · 12:00 UTC (chosen as 24 Nov, 07:00 New York)"],
  ],
  [{ plan: { ...plan, tries: 2 } }, ["Planned for 24 Nov, 18:00 Bishkek · 12:00 UTC failed and is tried again"]],
  [
    { ...live, withdrawal: { ...plan, verb: "withdraw" } },
    ["Live since 24 Nov, 18:00 Bishkek · 12:00 UTC", "Withdrawal planned for 24 Nov, 18:00 Bishkek · 12:00 UTC"],
  ],
  [withdrawn("unpublished"), ["Withdrawn"]],
  [withdrawn("killed"), ["Killed"]],
  [withdrawn("legal"), ["Killed by a legal order"]],
  [{ embargoUntil: at }, ["Not published", "Embargo until 24 Nov, 18:00 Bishkek · 12:00 UTC"]],
  [{ embargoUntil: earlier }, ["Not published"]],
  [{ ...live, embargoUntil: at }, ["Hidden from readers", "Embargo until 24 Nov, 18:00 Bishkek · 12:00 UTC"]],
  [
    { ...live, embargoUntil: at, hasUnpublishedChanges: true },
    ["Hidden from readers · you have unpublished changes", "Embargo until 24 Nov, 18:00 Bishkek · 12:00 UTC"],
  ],
  [{ ...live, embargoUntil: earlier }, ["Live since 24 Nov, 18:00 Bishkek · 12:00 UTC"]],
  [{ heldBecause: "lawyers call back" }, ["Not published", "On hold: lawyers call back"]],
])("%j", (story, words) => expect(publicationWords({ ...fresh, ...story }, earlier, "Asia/Bishkek")).toEqual(words));
