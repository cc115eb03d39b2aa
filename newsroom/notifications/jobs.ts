import "server-only";
import { deskDb } from "#lib/db/desk";
import { keptDays } from "./kinds.ts";
import { tellWhoHasIt } from "./tell.ts";

const DAY = 86_400_000;
/** In one round. */
const most = 1_000;

/**
 * Tells whoever has it, or those who direct the story if they have left, that a story, or an assignment, is overdue: once for each time that it was due. Only what became so within the
 * last day, so that a program that was down for long floods nobody.
 */
export async function noteOverdue(now: Date): Promise<void> {
  const db = deskDb();
  const dueAt = { gte: new Date(now.getTime() - DAY), lt: now };
  const [stories, assignments] = await Promise.all([
    // `isOverdue` of one.
    db.story.findMany({
      where: { dueAt, publication: "unpublished", spikedAt: null, standsAt: { meaning: { not: "ready" } } },
      orderBy: [{ dueAt: "desc" }, { id: "asc" }],
      take: most,
      select: { id: true, dueAt: true, assigneeId: true, createdById: true },
    }),
    db.assignment.findMany({
      where: { dueAt, filedAt: null, withdrawnAt: null },
      orderBy: [{ dueAt: "desc" }, { id: "asc" }],
      take: most,
      select: { id: true, dueAt: true, staffId: true, storyId: true },
    }),
  ]);
  const overdue = [
    ...stories.map(({ id, assigneeId, createdById, ...due }) => ({
      ...due,
      id,
      staffId: assigneeId ?? createdById,
      storyId: id,
      aboutId: null,
    })),
    ...assignments.map((assignment) => ({ ...assignment, aboutId: assignment.id })),
  ];
  await tellWhoHasIt(
    db,
    overdue.flatMap(({ id, dueAt, staffId, storyId, aboutId }) =>
      staffId
        ? [
            {
              staffId,
              kind: "overdue" as const,
              storyId,
              aboutId,
              byId: null,
              at: now,
              cause: `overdue:${id}:${dueAt?.toISOString()}`,
            },
          ]
        : [],
    ),
  );
}

export async function forgetOldNotifications(now: Date): Promise<void> {
  await deskDb().notification.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptDays * DAY) } } });
}
