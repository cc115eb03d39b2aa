import "server-only";
import { deskDb } from "#lib/db/desk";
import { instancesNow } from "./instances.ts";
import { proofWithinMs, publicPlace } from "./proofs.ts";
import { expectedOf, keepFinding, noticedSince } from "./proving.ts";

/** Finds what nobody has looked at in time: an instance that hangs says nothing by itself. Answers how many it noted. */
export async function noteMissingProofs(now: Date): Promise<number> {
  const { changes } = await noticedSince(null, now);
  const late = changes.filter(({ at }) => now.getTime() - at.getTime() > proofWithinMs);
  if (late.length === 0) return 0;
  // One that has just started looks at what happened before it, and needs a moment.
  const places = [...(await instancesNow(proofWithinMs / 1000)), publicPlace];
  const rows = await deskDb().proof.findMany({
    where: { eventId: { in: late.map(({ eventId }) => eventId) } },
    select: { eventId: true, place: true },
  });
  let noted = 0;
  for (const change of late) {
    const looked = rows.filter(({ eventId }) => eventId === change.eventId).map(({ place }) => place);
    const missing = places.filter((place) => !looked.includes(place));
    if (missing.length === 0) continue;
    const expected = await expectedOf(change, now);
    if (!expected) continue;
    for (const place of missing) {
      await keepFinding(change, place, expected, { isProved: false, result: "nobody looked" }, now);
      noted++;
    }
  }
  return noted;
}
