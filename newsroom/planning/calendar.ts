import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { undecidedPlan } from "../stories/plans.ts";
import { readableBy } from "../stories/readable.ts";
import type { AssignmentKind } from "./assignments.ts";

interface Named {
  id: string;
  name: string;
}

/** Something that is to happen, or happened, at an instant. */
export type CalendarEntry = {
  at: Date;
  story: { id: string; headline: string; slugline: string | null; language: string; section: Named | null };
} & (
  | { kind: "due"; stage: string; by: string | null; isReady: boolean }
  | { kind: "assignment"; id: string; what: AssignmentKind; by: string }
  | { kind: "plan"; id: string; verb: "publish" | "update" | "correct" | "withdraw"; failure: string | null }
  | { kind: "embargo" }
  | { kind: "published" }
);

export interface Calendar {
  /** By their instants. */
  entries: CalendarEntry[];
  /** There are more than can be shown. */
  isCut: boolean;
}

/** Of each kind. */
const most = 300;

const story = {
  id: true,
  headline: true,
  slugline: true,
  language: true,
  section: { select: { id: true, name: true } },
} satisfies Prisma.StorySelect;

/** What is due, planned, promised and published from one instant to before another, of the stories that this person may read. */
export async function calendar(actor: Actor, { from, to }: { from: Date; to: Date }): Promise<Calendar> {
  const within = { gte: from, lt: to };
  const readable = readableBy(actor);
  const db = deskDb();
  const [due, assignments, plans, embargoes, published] = await Promise.all([
    db.story.findMany({
      where: { AND: readable, dueAt: within, publication: "unpublished" },
      orderBy: { dueAt: "asc" },
      take: most + 1,
      select: {
        ...story,
        dueAt: true,
        standsAt: { select: { name: true, meaning: true } },
        assignee: { select: { name: true } },
      },
    }),
    db.assignment.findMany({
      where: { dueAt: within, filedAt: null, withdrawnAt: null, story: readable },
      orderBy: { dueAt: "asc" },
      take: most + 1,
      select: { id: true, kind: true, dueAt: true, staff: { select: { name: true } }, story: { select: story } },
    }),
    db.plan.findMany({
      where: { ...undecidedPlan, isUndoable: false, at: within, story: readable },
      orderBy: { at: "asc" },
      take: most + 1,
      select: { id: true, verb: true, at: true, failedAt: true, failure: true, story: { select: story } },
    }),
    db.story.findMany({
      where: { AND: readable, embargoUntil: within },
      orderBy: { embargoUntil: "asc" },
      take: most + 1,
      select: { ...story, embargoUntil: true },
    }),
    db.story.findMany({
      where: { AND: readable, firstPublishedAt: within, publication: { in: ["live", "retracted"] } },
      orderBy: { firstPublishedAt: "asc" },
      take: most + 1,
      select: { ...story, firstPublishedAt: true },
    }),
  ]);
  const entries: CalendarEntry[] = [
    ...due.slice(0, most).map(({ dueAt, standsAt, assignee, ...about }) => ({
      kind: "due" as const,
      at: dueAt ?? from,
      story: about,
      stage: standsAt.name,
      by: assignee?.name ?? null,
      isReady: standsAt.meaning === "ready",
    })),
    ...assignments.slice(0, most).map(({ id, kind, dueAt, staff, story: about }) => ({
      kind: "assignment" as const,
      id,
      at: dueAt ?? from,
      story: about,
      what: kind,
      by: staff.name,
    })),
    ...plans.slice(0, most).map(({ id, verb, at, failedAt, failure, story: about }) => ({
      kind: "plan" as const,
      id,
      at,
      story: about,
      verb,
      failure: failedAt ? (failure ?? "It could not be carried out.") : null,
    })),
    ...embargoes.slice(0, most).map(({ embargoUntil, ...about }) => ({
      kind: "embargo" as const,
      at: embargoUntil ?? from,
      story: about,
    })),
    ...published.slice(0, most).map(({ firstPublishedAt, ...about }) => ({
      kind: "published" as const,
      at: firstPublishedAt ?? from,
      story: about,
    })),
  ];
  return {
    entries: entries.sort((one, other) => one.at.getTime() - other.at.getTime()),
    isCut: [due, assignments, plans, embargoes, published].some(({ length }) => length > most),
  };
}
