import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { undecidedPlan } from "../stories/publication/plans.ts";
import { readableBy } from "../stories/readable.ts";
import { type DeskStoryRow, deskStories } from "../stories/story-lists.ts";
import type { AssignmentKind } from "./assignments.ts";

/** One story of the news budget. */
export interface BudgetLine extends DeskStoryRow {
  /** What others file for it, those who have filed last. */
  assignments: { id: string; kind: AssignmentKind; by: string; dueAt: Date | null; filedAt: Date | null }[];
}

export interface NewsBudget {
  /** Due, planned or published on the day. */
  lines: BudgetLine[];
  /** Due before it and with the readers neither then nor now. */
  late: BudgetLine[];
  /** There are more than can be shown. */
  isCut: boolean;
}

const most = 150;

/** The stories of a day, from its first instant to before its end, of those that this person may read. */
export async function newsBudget(actor: Actor, { from, to }: { from: Date; to: Date }): Promise<NewsBudget> {
  const within = { gte: from, lt: to };
  const readable = readableBy(actor);
  const id = { select: { id: true }, take: most + 1 } as const;
  const db = deskDb();
  const toComeOut = { ...undecidedPlan, verb: { not: "withdraw" }, at: within } satisfies Prisma.PlanWhereInput;
  const [due, planned, published, late] = await Promise.all([
    db.story.findMany({ ...id, where: { AND: readable, dueAt: within }, orderBy: { dueAt: "asc" } }),
    db.plan.findMany({
      where: { ...toComeOut, story: readable },
      orderBy: { at: "asc" },
      take: most + 1,
      select: { storyId: true },
    }),
    db.story.findMany({
      ...id,
      where: { AND: readable, firstPublishedAt: within, publication: { in: ["live", "retracted"] } },
      orderBy: { firstPublishedAt: "asc" },
    }),
    db.story.findMany({
      ...id,
      where: { AND: readable, dueAt: { lt: from }, publication: "unpublished", plans: { none: toComeOut } },
      orderBy: { dueAt: "desc" },
    }),
  ]);
  const ofTheDay = [
    ...new Set([...due, ...published].map(({ id }) => id).concat(planned.map(({ storyId }) => storyId))),
  ];
  const before = late.map(({ id }) => id);
  const [lines, lateLines] = await Promise.all([
    linesOf(actor, ofTheDay.slice(0, most)),
    linesOf(actor, before.slice(0, most)),
  ]);
  return { lines, late: lateLines, isCut: ofTheDay.length > most || before.length > most };
}

async function linesOf(actor: Actor, ids: string[]): Promise<BudgetLine[]> {
  if (ids.length === 0) return [];
  const [{ stories }, assignments] = await Promise.all([
    deskStories(actor, { ids, order: "due", limit: most }),
    deskDb().assignment.findMany({
      where: { storyId: { in: ids }, withdrawnAt: null },
      orderBy: [{ filedAt: { sort: "asc", nulls: "first" } }, { dueAt: "asc" }],
      select: { id: true, storyId: true, kind: true, dueAt: true, filedAt: true, staff: { select: { name: true } } },
    }),
  ]);
  return stories.map((story) => ({
    ...story,
    assignments: assignments
      .filter(({ storyId }) => storyId === story.id)
      .map(({ id, kind, dueAt, filedAt, staff }) => ({ id, kind, dueAt, filedAt, by: staff.name })),
  }));
}
