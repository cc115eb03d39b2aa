import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { notFound } from "../kernel/faults.ts";
import { isId } from "../kernel/ids.ts";
import { atHand, canReadStory } from "../stories/policy.ts";
import { readableBy } from "../stories/readable.ts";
import type { Priority } from "../workflow/directions.ts";
import { assignmentAbilities, canGiveAssignment } from "./assignment-policy.ts";
import type { AssignmentKind, StoryAssignments } from "./assignments.ts";

const dueFirst = [
  { filedAt: { sort: "asc", nulls: "first" } },
  { dueAt: { sort: "asc", nulls: "last" } },
  { givenAt: "asc" },
  { id: "asc" },
] satisfies Prisma.AssignmentOrderByWithRelationInput[];

/** Who is to file what for a story, with what this person may do with each. @throws Fault notFound, also for what may not be read */
export async function storyAssignments(actor: Actor, storyId: string): Promise<StoryAssignments> {
  if (!isId(storyId)) throw notFound("story");
  const [story, rows] = await Promise.all([
    deskDb().story.findUnique({ where: { id: storyId }, select: atHand }),
    deskDb().assignment.findMany({
      where: { storyId, withdrawnAt: null },
      orderBy: dueFirst,
      include: { staff: { select: { id: true, name: true } }, givenBy: { select: { name: true } } },
    }),
  ]);
  if (!story || !canReadStory(actor, story)) throw notFound("story");
  return {
    list: rows.map((row) => ({
      id: row.id,
      version: row.version,
      kind: row.kind,
      brief: row.brief ?? "",
      dueAt: row.dueAt,
      person: row.staff,
      givenBy: row.givenBy?.name ?? null,
      givenAt: row.givenAt,
      filedAt: row.filedAt,
      withdrawnAt: null,
      can: assignmentAbilities(actor, story, row),
    })),
    can: { give: canGiveAssignment(actor, story) },
  };
}

export interface OwnAssignment {
  id: string;
  version: number;
  kind: AssignmentKind;
  brief: string;
  dueAt: Date | null;
  givenAt: Date;
  givenBy: string | null;
  /** `headline` is empty while nobody has written one. */
  story: { id: string; headline: string; slugline: string | null; language: string; priority: Priority };
}

/** What the actor is still to file, what is due first on top; in stories that they may read now. */
export async function ownAssignments(actor: Actor, limit = 20): Promise<OwnAssignment[]> {
  const staffId = staffIdOf(actor);
  if (!staffId) return [];
  const rows = await deskDb().assignment.findMany({
    where: { staffId, filedAt: null, withdrawnAt: null, story: { is: readableBy(actor) } },
    orderBy: dueFirst,
    take: limit,
    select: {
      id: true,
      version: true,
      kind: true,
      brief: true,
      dueAt: true,
      givenAt: true,
      givenBy: { select: { name: true } },
      story: { select: { id: true, headline: true, slugline: true, language: true, priority: true } },
    },
  });
  return rows.map(({ brief, givenBy, ...assignment }) => ({
    ...assignment,
    brief: brief ?? "",
    givenBy: givenBy?.name ?? null,
  }));
}
