import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { undecidedPlan } from "../stories/publication/plans.ts";
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
  | {
      kind: "plan";
      id: string;
      verb: "publish" | "update" | "correct" | "withdraw";
      zone: string;
      failure: string | null;
    }
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

type Within = { gte: Date; lt: Date };
type Entries = (readable: Prisma.StoryWhereInput, within: Within) => Promise<CalendarEntry[]>;

/** What is due, planned, promised and published from one instant to before another, of the stories that this person may read. */
export async function calendar(actor: Actor, { from, to }: { from: Date; to: Date }): Promise<Calendar> {
  const kinds = [due, assignments, plans, embargoes, published];
  const found = await Promise.all(kinds.map((entriesOf) => entriesOf(readableBy(actor), { gte: from, lt: to })));
  return {
    entries: found
      .flatMap((entries) => entries.slice(0, most))
      .sort((one, other) => one.at.getTime() - other.at.getTime()),
    isCut: found.some(({ length }) => length > most),
  };
}

const due: Entries = async (readable, within) => {
  const rows = await deskDb().story.findMany({
    where: { AND: readable, dueAt: within, publication: "unpublished" },
    orderBy: { dueAt: "asc" },
    take: most + 1,
    select: {
      ...story,
      dueAt: true,
      standsAt: { select: { name: true, meaning: true } },
      assignee: { select: { name: true } },
    },
  });
  return rows.map(({ dueAt, standsAt, assignee, ...about }) => ({
    kind: "due",
    at: dueAt ?? within.gte,
    story: about,
    stage: standsAt.name,
    by: assignee?.name ?? null,
    isReady: standsAt.meaning === "ready",
  }));
};

const assignments: Entries = async (readable, within) => {
  const rows = await deskDb().assignment.findMany({
    where: { dueAt: within, filedAt: null, withdrawnAt: null, story: readable },
    orderBy: { dueAt: "asc" },
    take: most + 1,
    select: { id: true, kind: true, dueAt: true, staff: { select: { name: true } }, story: { select: story } },
  });
  return rows.map(({ kind, dueAt, staff, ...assignment }) => ({
    ...assignment,
    kind: "assignment",
    at: dueAt ?? within.gte,
    what: kind,
    by: staff.name,
  }));
};

const plans: Entries = async (readable, within) => {
  const rows = await deskDb().plan.findMany({
    where: { ...undecidedPlan, isUndoable: false, at: within, story: readable },
    orderBy: { at: "asc" },
    take: most + 1,
    select: { id: true, verb: true, at: true, zone: true, failedAt: true, failure: true, story: { select: story } },
  });
  return rows.map(({ failedAt, failure, ...plan }) => ({
    ...plan,
    kind: "plan",
    failure: failedAt ? (failure ?? "It could not be carried out.") : null,
  }));
};

const embargoes: Entries = async (readable, within) => {
  const rows = await deskDb().story.findMany({
    where: { AND: readable, embargoUntil: within },
    orderBy: { embargoUntil: "asc" },
    take: most + 1,
    select: { ...story, embargoUntil: true },
  });
  return rows.map(({ embargoUntil, ...about }) => ({ kind: "embargo", at: embargoUntil ?? within.gte, story: about }));
};

const published: Entries = async (readable, within) => {
  const rows = await deskDb().story.findMany({
    where: { AND: readable, firstPublishedAt: within, publication: { in: ["live", "retracted"] } },
    orderBy: { firstPublishedAt: "asc" },
    take: most + 1,
    select: { ...story, firstPublishedAt: true },
  });
  return rows.map(({ firstPublishedAt, ...about }) => ({
    kind: "published",
    at: firstPublishedAt ?? within.gte,
    story: about,
  }));
};
