import type { Entry } from "./entries.ts";

/** What a stored page may be used for: served; served while a new one is made; served if none can be made; nothing. */
export type Standing = "fresh" | "old" | "last resort" | "none";

export interface Conditions {
  /** Of what stands on every document. */
  generation: number;
  /** Since when events may be missing, or null. */
  unsureSince: number | null;
  /** For how long pages may stand in while no new ones can be made. */
  staleIfDown: number;
}

/** The moment of one background render: how long an outdated page may be served while a new one is made. */
export const MOMENT = 5_000;

/** What `entry` may be used for at the instant `now`. */
export function standingOf(entry: Entry, now: number, conditions: Conditions): Standing {
  const { generation, unsureSince, staleIfDown } = conditions;
  const outdated = entry.staleSince !== null || now >= entry.expiresAt;
  if (unsureSince === null && !outdated) {
    return entry.generation === null || entry.generation === generation ? "fresh" : "old";
  }
  if (unsureSince === null && entry.staleSince !== null && now < entry.staleSince + MOMENT) return "old";
  const since = Math.min(unsureSince ?? now, entry.staleSince ?? now, entry.expiresAt);
  return now - since <= staleIfDown ? "last resort" : "none";
}
