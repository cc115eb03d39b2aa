import "server-only";
import { deskDb } from "#lib/db/desk";
import { instancesNow } from "../document/instances.ts";
import { noteUnlooked } from "./findings.ts";
import { proofWithinMs, publicPlace } from "./proofs.ts";
import { expectedOf, noticedSince } from "./proving.ts";

/** Milliseconds from a change to its proof, after which there must be a queue. */
const queuedAfterMs = proofWithinMs / 2;
/** So long ago a place that works may have looked last. */
const lookedWithinMs = 15_000;
/** Longer than that nothing may wait in a queue either. */
const queuedForMs = 5 * 60_000;

/**
 * Finds what nobody has looked at in time: an instance that hangs says nothing by itself. A place that works off a queue, as after a bulk
 * action, is not hanging, and comes to all that wait. Answers how many it noted.
 */
export async function noteMissingProofs(now: Date): Promise<number> {
  const { changes } = await noticedSince(null, now);
  const late = changes.filter(({ at }) => now.getTime() - at.getTime() > proofWithinMs);
  if (late.length === 0) return 0;
  // One that has just started looks at what happened before it, and needs a moment.
  const places = [...(await instancesNow(proofWithinMs / 1000)), publicPlace];
  const queueing = await placesWithQueue(
    changes.map(({ eventId }) => eventId),
    now,
  );
  const looked = await placesLookedAt(late.map(({ eventId }) => eventId));
  let noted = 0;
  for (const change of late) {
    const mayWait = now.getTime() - change.at.getTime() <= queuedForMs;
    const missing = places.filter(
      (place) => !looked.get(change.eventId)?.includes(place) && !(mayWait && queueing.includes(place)),
    );
    if (missing.length === 0) continue;
    const expected = await expectedOf(change, now);
    if (!expected) continue;
    for (const place of missing) {
      await noteUnlooked(change, place, expected, now);
      noted++;
    }
  }
  return noted;
}

/** Where somebody has looked at each. One statement takes all of them: after a bulk action there are many. */
async function placesLookedAt(eventIds: string[]): Promise<Map<string, string[]>> {
  const rows = await deskDb().$queryRaw<{ eventId: string; places: string[] }[]>`
    select "eventId"::text as "eventId", array_agg("place") as "places" from "Proof"
    where "eventId" = any(${eventIds}::uuid[]) group by "eventId"`;
  return new Map(rows.map(({ eventId, places }) => [eventId, places]));
}

/** Where somebody has found right, a moment ago, one of these that had waited for its turn. */
async function placesWithQueue(eventIds: string[], now: Date): Promise<string[]> {
  const rows = await deskDb().$queryRaw<{ place: string }[]>`
    select distinct "place" from "Proof"
    where "eventId" = any(${eventIds}::uuid[]) and "isProved" and "checkedAt" between ${new Date(now.getTime() - lookedWithinMs)} and ${now}
      and "changedAt" < "checkedAt" - make_interval(secs => ${queuedAfterMs / 1000})`;
  return rows.map(({ place }) => place);
}
