import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { isId } from "../kernel/ids.ts";
import type { LegalStatus, Priority } from "../workflow/directions.ts";
import { undecidedPlan } from "./publication/plans.ts";
import { ownedBy, readableBy } from "./readable.ts";
import { type DeskStoryFacts, facts, factsOf } from "./story-facts.ts";

export interface DeskStoryRow extends DeskStoryFacts {
  section: { id: string; name: string } | null;
  byline: string[];
}

export interface StoryFilter {
  /** Words of the headline or slugline. */
  search?: string | undefined;
  /** A key, or several. */
  stage?: string | readonly string[] | undefined;
  publication?: "unpublished" | "live" | "retracted" | "withdrawn" | "planned" | undefined;
  sectionId?: string | undefined;
  tagId?: string | undefined;
  /** Started by the one who asks, or given to them. */
  mine?: boolean | undefined;
  /** Given to this person, to the one who asks, or to nobody. */
  assignee?: string | "me" | "nobody" | undefined;
  /** Given to the one who asks, or to nobody. */
  free?: boolean | undefined;
  /** No plan, no hold and no awaited word of the lawyers stands against its publication. */
  unhindered?: boolean | undefined;
  deskId?: string | undefined;
  priority?: Priority | undefined;
  legal?: LegalStatus | undefined;
  held?: boolean | undefined;
  /** Went back to its writer, who has not handed it in again: any, or those of the one who asks. */
  returned?: "any" | "toMe" | undefined;
  /** Overdue at this instant. */
  overdueAt?: Date | undefined;
  /** These alone. */
  ids?: readonly string[] | undefined;
  /** `due`: what is due first, and what nobody waits for last; such a list has no pages. Otherwise the last changed first. */
  order?: "due" | undefined;
  /** Where the list before ended. */
  cursor?: string | undefined;
  limit?: number | undefined;
}

const rowsPerPage = 50;
/** `byDue`, as the index of the board has it; in Postgres what has no time comes last. */
const dueFirst = [
  { dueAt: "asc" },
  { changedAt: "desc" },
  { id: "asc" },
] satisfies Prisma.StoryOrderByWithRelationInput[];

/** Stories that this person may read, the last changed first; the planned ones as they are due. `next` is the cursor of the list that follows, or null. */
export async function deskStories(
  actor: Actor,
  filter: StoryFilter = {},
): Promise<{ stories: DeskStoryRow[]; next: string | null }> {
  const take = Math.min(filter.limit ?? rowsPerPage, 200);
  const where = [readableBy(actor), { spikedAt: null }, ...conditions(actor, filter)];
  if (filter.publication === "planned") return plannedStories(where, take, cursorOf(filter.cursor));
  const after = cursorOf(filter.cursor);
  if (after) where.push({ OR: [{ changedAt: { lt: after.at } }, { changedAt: after.at, id: { gt: after.id } }] });
  const rows = await deskDb().story.findMany({
    where: { AND: where },
    orderBy: filter.order === "due" ? dueFirst : [{ changedAt: "desc" }, { id: "asc" }],
    take: take + 1,
    select: rowFields,
  });
  const stories = rows.slice(0, take).map(rowOf);
  const last = stories.at(-1);
  if (filter.order === "due") return { stories, next: null };
  return { stories, next: rows.length > take && last ? `${last.changedAt.toISOString()}_${last.id}` : null };
}

/** What is due next stands first, and before that what failed. */
async function plannedStories(where: Prisma.StoryWhereInput[], take: number, after: Cursor | null) {
  const plans = await deskDb().plan.findMany({
    where: {
      ...undecidedPlan,
      story: { AND: where },
      ...(after && { OR: [{ at: { gt: after.at } }, { at: after.at, id: { gt: after.id } }] }),
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: take + 1,
    select: { id: true, at: true, storyId: true },
  });
  const shown = plans.slice(0, take);
  const ids = [...new Set(shown.map(({ storyId }) => storyId))];
  const rows = await deskDb().story.findMany({ where: { id: { in: ids } }, select: rowFields });
  const stories = ids.flatMap((id) => rows.filter((row) => row.id === id).map(rowOf));
  const last = shown.at(-1);
  return { stories, next: plans.length > take && last ? `${last.at.toISOString()}_${last.id}` : null };
}

const rowFields = {
  ...facts,
  section: { select: { id: true, name: true } },
  byline: { orderBy: { position: "asc" }, select: { profile: { select: { name: true } } } },
} satisfies Prisma.StorySelect;

const rowOf = ({ section, byline, ...row }: Prisma.StoryGetPayload<{ select: typeof rowFields }>): DeskStoryRow => ({
  ...factsOf(row),
  section,
  byline: byline.map(({ profile }) => profile.name),
});

/** What the list shows for `filter`. */
export const storiesOfFilter = (actor: Actor, filter: StoryFilter): Prisma.StoryWhereInput => ({
  AND: [readableBy(actor), ...conditions(actor, filter)],
});

function conditions(actor: Actor, filter: StoryFilter): Prisma.StoryWhereInput[] {
  const where: Prisma.StoryWhereInput[] = [];
  const staffId = staffIdOf(actor);
  if (filter.mine && staffId) where.push(ownedBy(staffId));
  if (filter.stage) where.push({ stage: typeof filter.stage === "string" ? filter.stage : { in: [...filter.stage] } });
  if (filter.assignee === "me" && staffId) where.push({ assigneeId: staffId });
  else if (filter.assignee === "nobody") where.push({ assigneeId: null });
  else if (filter.assignee && isId(filter.assignee)) where.push({ assigneeId: filter.assignee });
  if (filter.free) where.push({ OR: [{ assigneeId: null }, ...(staffId ? [{ assigneeId: staffId }] : [])] });
  if (filter.unhindered)
    where.push({
      heldBecause: null,
      legalStatus: { not: "required" },
      plans: { none: { ...undecidedPlan, verb: { not: "withdraw" } } },
    });
  if (filter.ids) where.push({ id: { in: filter.ids.filter(isId) } });
  if (filter.deskId && isId(filter.deskId)) where.push({ deskId: filter.deskId });
  if (filter.priority) where.push({ priority: filter.priority });
  if (filter.legal) where.push({ legalStatus: filter.legal });
  if (filter.held) where.push({ heldBecause: { not: null } });
  if (filter.returned) where.push({ returnNoteId: { not: null } });
  if (filter.returned === "toMe" && staffId)
    where.push({ OR: [{ assigneeId: staffId }, { assigneeId: null, createdById: staffId }] });
  if (filter.overdueAt)
    where.push({
      dueAt: { lt: filter.overdueAt },
      publication: "unpublished",
      standsAt: { is: { meaning: { not: "ready" } } },
    });
  if (filter.sectionId && isId(filter.sectionId)) where.push({ sectionId: filter.sectionId });
  if (filter.tagId && isId(filter.tagId)) where.push({ tags: { some: { tagId: filter.tagId } } });
  if (filter.publication === "planned") where.push({ plans: { some: undecidedPlan } });
  else if (filter.publication) where.push({ publication: filter.publication });
  for (const word of searchWords(filter.search)) {
    const contains = { contains: literally(word), mode: "insensitive" as const };
    where.push({ OR: [{ headline: contains }, { slugline: contains }] });
  }
  return where;
}

const searchWords = (search = ""): string[] =>
  search.isWellFormed() ? search.replaceAll("\u0000", "").split(/\s+/).filter(Boolean).slice(0, 8) : [];

interface Cursor {
  at: Date;
  id: string;
}

function cursorOf(cursor = ""): Cursor | null {
  const [since = "", id = ""] = cursor.split("_");
  const at = new Date(since);
  return Number.isNaN(at.getTime()) || !isId(id) ? null : { at, id };
}
