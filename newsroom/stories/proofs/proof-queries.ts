import "server-only";
import { deskDb } from "#lib/db/desk";
import { instancesNow } from "../document/instances.ts";
import { provedForMs, publicPlace, type StoryProof } from "./proofs.ts";
import { liveNow, noticedByReaders } from "./proving.ts";

/** How far the newest change of a story that readers notice is proved; null where nobody ever looked. */
export async function storyProof(storyId: string, now: Date): Promise<StoryProof | null> {
  const change = await deskDb().event.findFirst({
    where: {
      subject: storyId,
      type: { in: [...noticedByReaders] },
      // Of a story that stood nowhere, readers noticed nothing.
      NOT: { payload: { path: ["addresses"], equals: [] } },
    },
    orderBy: { position: "desc" },
    select: { id: true, type: true, at: true, payload: true },
  });
  if (!change) return null;
  const places = await deskDb().proof.findMany({
    where: { eventId: change.id },
    orderBy: { place: "asc" },
    select: { place: true, checkedAt: true, isProved: true, result: true, revisionId: true },
  });
  const isFollowed = now.getTime() - change.at.getTime() <= provedForMs;
  if (!isFollowed && places.length === 0) return null;
  return {
    changedAt: change.at,
    expects: (await liveNow(storyId, now)) ? "live" : "gone",
    expected: isFollowed ? [...(await instancesNow()), publicPlace] : [],
    places: places.map(({ revisionId: _, ...place }) => place),
  };
}
