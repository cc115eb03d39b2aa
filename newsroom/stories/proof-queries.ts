import "server-only";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { may } from "../people/roles.ts";
import { instancesNow } from "./instances.ts";
import { proofWithinMs, publicPlace, type StoryProof } from "./proofs.ts";
import { noticedByReaders } from "./proving.ts";

/** How far the newest change of a story that readers notice is proved; null where nobody ever looked. */
export async function storyProof(storyId: string, now: Date): Promise<StoryProof | null> {
  const change = await deskDb().event.findFirst({
    where: { subject: storyId, type: { in: [...noticedByReaders] } },
    orderBy: { position: "desc" },
    select: { id: true, type: true, at: true, payload: true },
  });
  if (!change) return null;
  const places = await deskDb().proof.findMany({
    where: { eventId: change.id },
    orderBy: { place: "asc" },
    select: { place: true, checkedAt: true, isProved: true, result: true, revisionId: true },
  });
  const isFresh = now.getTime() - change.at.getTime() <= proofWithinMs;
  if (!isFresh && places.length === 0) return null;
  const live = await deskDb().liveStory.findUnique({ where: { id: storyId }, select: { id: true } });
  return {
    changedAt: change.at,
    expects: live ? "live" : "gone",
    expected: isFresh ? [...(await instancesNow()), publicPlace] : [],
    places: places.map(({ revisionId: _, ...place }) => place),
  };
}

export interface MissingProof {
  storyId: string;
  headline: string;
  slugline: string | null;
  language: string;
  expects: "live" | "gone";
  changedAt: Date;
  place: string;
  result: string;
}

const dayMs = 86_400_000;

/** What readers do not have although it was published or withdrawn: for who did it and for those who may publish everything. */
export async function missingProofs(actor: Actor, now: Date): Promise<MissingProof[]> {
  const rows = await deskDb().proof.findMany({
    where: {
      isProved: false,
      changedAt: { gt: new Date(now.getTime() - dayMs) },
      ...(may(actor, "story.publish") ? {} : { staffId: staffIdOf(actor) ?? "00000000-0000-0000-0000-000000000000" }),
    },
    orderBy: { changedAt: "desc" },
    take: 50,
    select: {
      storyId: true,
      revisionId: true,
      changedAt: true,
      place: true,
      result: true,
      story: { select: { headline: true, slugline: true, language: true, publishedAt: true, publicationAt: true } },
    },
  });
  return rows.flatMap(({ story, revisionId, ...row }): MissingProof[] => {
    const { publishedAt, publicationAt, ...shown } = story;
    // What was published or withdrawn since has a proof of its own.
    if ([publishedAt, publicationAt].some((since) => since !== null && since > row.changedAt)) return [];
    return [{ ...row, ...shown, expects: revisionId ? "live" : "gone" }];
  });
}
