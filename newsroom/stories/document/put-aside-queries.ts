import "server-only";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../../kernel/actor.ts";
import { deskStory } from "../queries.ts";
import { wordsAdded } from "../revisions/words-added.ts";
import type { PutAside } from "./put-aside.ts";

/** Bytes of updates that are looked through for words. */
const mostBytes = 4 * 1024 * 1024;

/** What was put aside of what the actor sent in a story, and not looked at by them yet; null if nothing was. @throws Fault notFound */
export async function ownPutAside(actor: Actor, storyId: string): Promise<PutAside | null> {
  await deskStory(actor, storyId);
  const staffId = staffIdOf(actor);
  if (!staffId) return null;
  const rows = await deskDb().$queryRaw<{ at: Date; update: Uint8Array | null }[]>`
    select "at", case when sum(octet_length("update")) over (order by "id") <= ${mostBytes} then "update" end as "update"
    from "QuarantinedUpdate"
    where "storyId" = ${storyId}::uuid and "staffId" = ${staffId}::uuid and "seenAt" is null
    order by "id"`;
  if (rows.length === 0) return null;
  const updates = rows.flatMap(({ update }) => (update ? [update] : []));
  const { words, isCut } = wordsAdded(updates);
  return {
    at: new Date(Math.max(...rows.map(({ at }) => at.getTime()))),
    words,
    isCut: isCut || updates.length < rows.length,
  };
}
