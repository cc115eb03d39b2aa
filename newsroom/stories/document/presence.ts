import "server-only";
import { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import { readableBy } from "../readable.ts";

/** A window that was not seen for so many milliseconds is gone, whatever became of it. */
const presentMs = 40_000;
/** How often who carries the windows says that they are still there. */
export const presenceEveryMs = 15_000;

/** A window in which somebody has a story open. */
export interface Presence {
  id: string;
  storyId: string;
  staffId: string;
  isIdle: boolean;
}

export interface PersonHere {
  id: string;
  name: string;
  /** In none of their windows did they do anything for a while. */
  isIdle: boolean;
}

/** Notes which windows are open now. */
export async function notePresence(windows: Presence[], now: Date): Promise<void> {
  if (windows.length === 0) return;
  const rows = windows.map(
    ({ id, storyId, staffId, isIdle }) =>
      Prisma.sql`(${id}::uuid, ${storyId}::uuid, ${staffId}::uuid, ${isIdle}, ${now})`,
  );
  await deskDb().$executeRaw`
    insert into "StoryPresence" ("id", "storyId", "staffId", "isIdle", "seenAt") values ${Prisma.join(rows)}
    on conflict ("id") do update set "isIdle" = excluded."isIdle", "seenAt" = excluded."seenAt"`;
}

/** These windows are closed. */
export async function forgetPresence(ids: string[]): Promise<void> {
  if (ids.length > 0) await deskDb().storyPresence.deleteMany({ where: { id: { in: ids } } });
}

/** What windows left whose program was killed. */
export async function forgetOldPresence(now: Date): Promise<void> {
  await deskDb().storyPresence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - presentMs) } } });
}

/** Who has which of these stories open, for who may read them. */
export async function whoIsHere(actor: Actor, storyIds: string[], now: Date): Promise<Record<string, PersonHere[]>> {
  const rows = await deskDb().storyPresence.findMany({
    where: {
      storyId: { in: storyIds.filter(isId).slice(0, 200) },
      seenAt: { gt: new Date(now.getTime() - presentMs) },
      story: { is: readableBy(actor) },
    },
    orderBy: { seenAt: "asc" },
    select: { storyId: true, isIdle: true, staff: { select: { id: true, name: true } } },
  });
  const here: Record<string, PersonHere[]> = {};
  for (const { storyId, isIdle, staff } of rows) {
    here[storyId] ??= [];
    const people = here[storyId];
    const known = people.find(({ id }) => id === staff.id);
    if (known) known.isIdle &&= isIdle;
    else people.push({ ...staff, isIdle });
  }
  return here;
}
