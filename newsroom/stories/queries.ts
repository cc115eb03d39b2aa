import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { systemNow } from "../kernel/clock.ts";
import { notFound } from "../kernel/faults.ts";
import { isId } from "../kernel/ids.ts";
import { reachOf } from "../people/roles.ts";
import { newsroomSettings } from "../settings/queries.ts";
import type { Tag } from "../tags/schema.ts";
import type { LegalStatus, Priority } from "../workflow/directions.ts";
import { type Publication, publicationOf } from "../workflow/publication.ts";
import type { StageMeaning } from "../workflow/stages.ts";
import { type PlannedCorrection, plannedCorrection } from "./planned-correction.ts";
import { undecidedPlan } from "./plans.ts";
import { atHand, canReadStory, type StoryAbilities, storyAbilities } from "./policy.ts";
import { storyProof } from "./proof-queries.ts";
import type { StoryProof } from "./proofs.ts";
import { addressOf, placesIn } from "./reach.ts";
import type { BylinePart } from "./schema.ts";

/** A plan of a story that is to come, or that failed and waits for a person. */
interface OpenPlan {
  id: string;
  verb: "publish" | "update" | "correct" | "withdraw";
  at: Date;
  zone: string;
  /** Why it was not carried out at its time; null while it is still to come. Stays until somebody decides anew. */
  failure: string | null;
  /** How often it was tried in vain so far. */
  tries: number;
}

interface Named {
  id: string;
  name: string;
}

interface DeskStoryFacts {
  id: string;
  version: number;
  /** Empty while nobody has written one. */
  headline: string;
  slugline: string | null;
  /** What it is to be about. */
  brief: string | null;
  language: string;
  /** Where the working copy stands, by its name and by what it is for. */
  stage: { key: string; name: string; meaning: StageMeaning };
  assignee: Named | null;
  priority: Priority;
  dueAt: Date | null;
  desk: Named | null;
  legal: { status: LegalStatus; by: string | null; at: Date | null };
  publication: Publication;
  /** The desk's text or columns are newer than what readers have. */
  hasUnpublishedChanges: boolean;
  /** To publish it later. */
  plan: OpenPlan | null;
  /** Publish was pressed a moment ago: at its instant readers get it, until then it can be taken back. */
  goingLive: OpenPlan | null;
  /** To take it back later. */
  withdrawal: OpenPlan | null;
  embargoUntil: Date | null;
  heldBecause: string | null;
  confidential: boolean;
  wordCount: number;
  changedAt: Date;
  createdBy: Named | null;
  /** Why it went back to its writer, who has not handed it in again. */
  returned: { reason: string; by: string | null; at: Date } | null;
}

export interface DeskStoryRow extends DeskStoryFacts {
  section: { id: string; name: string } | null;
  byline: string[];
}

interface TakenDown {
  /** Addresses at which readers found it, or a way to it, until then. */
  goneFrom: string[];
  /** What stands in its place, if it was retracted. */
  notice: string | null;
}

export interface DeskStory extends DeskStoryFacts {
  /** The version of the last change that readers would see. */
  columnsVersion: number;
  held: { by: string | null; at: Date } | null;
  /** Who was named to know of it. */
  circle: Named[];
  slug: string;
  slugChosen: boolean;
  sectionId: string | null;
  dateline: string | null;
  tags: Tag[];
  byline: { profileId: string; name: string; part: BylinePart }[];
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  /** With a correction that is planned. */
  correction: PlannedCorrection | null;
  /** Of a story that was taken down. */
  takenDown: TakenDown | null;
  /** How far it is proved that readers have what they should. */
  proof: StoryProof | null;
  can: StoryAbilities;
}

const named = { select: { id: true, name: true } } as const;

const facts = {
  id: true,
  headline: true,
  slugline: true,
  brief: true,
  language: true,
  standsAt: { select: { key: true, name: true, meaning: true } },
  assignee: named,
  priority: true,
  dueAt: true,
  desk: named,
  legalStatus: true,
  legalAt: true,
  legalBy: { select: { name: true } },
  returnNote: { select: { text: true, at: true, staff: { select: { name: true } } } },
  publication: true,
  publicationAt: true,
  withdrawnHow: true,
  withdrawnBecause: true,
  embargoUntil: true,
  heldBecause: true,
  confidential: true,
  wordCount: true,
  changedAt: true,
  version: true,
  columnsVersion: true,
  createdBy: named,
  document: { select: { seq: true } },
  liveRevision: { select: { documentSeq: true, storyVersion: true } },
  plans: {
    where: undecidedPlan,
    orderBy: { at: "asc" },
    select: {
      id: true,
      verb: true,
      at: true,
      zone: true,
      isUndoable: true,
      failedAt: true,
      failure: true,
      tries: true,
    },
  },
} satisfies Prisma.StorySelect;
type FactsRow = Prisma.StoryGetPayload<{ select: typeof facts }>;

const factsOf = (row: FactsRow): DeskStoryFacts => ({
  id: row.id,
  version: row.version,
  headline: row.headline,
  slugline: row.slugline,
  brief: row.brief,
  language: row.language,
  stage: row.standsAt,
  assignee: row.assignee,
  priority: row.priority,
  dueAt: row.dueAt,
  desk: row.desk,
  legal: { status: row.legalStatus, by: row.legalBy?.name ?? null, at: row.legalAt },
  publication: publicationOf(row),
  hasUnpublishedChanges:
    row.liveRevision !== null &&
    (row.liveRevision.documentSeq < (row.document?.seq ?? 0) || row.liveRevision.storyVersion < row.columnsVersion),
  ...plansOf(row.plans),
  embargoUntil: row.embargoUntil,
  heldBecause: row.heldBecause,
  confidential: row.confidential,
  wordCount: row.wordCount,
  changedAt: row.changedAt,
  createdBy: row.createdBy,
  returned: row.returnNote && {
    reason: row.returnNote.text,
    by: row.returnNote.staff?.name ?? null,
    at: row.returnNote.at,
  },
});

/** The stories that an actor may read, as a filter; stands beside `canReadStory`, which says the same of one. */
export const readableBy = (actor: Actor): Prisma.StoryWhereInput => ({ spikedAt: null, AND: knownTo(actor) });

/** The same without regard to the trash. */
export function knownTo(actor: Actor): Prisma.StoryWhereInput {
  const reach = reachOf(actor, "story.read");
  if (reach === "any") return {};
  const staffId = staffIdOf(actor) ?? "00000000-0000-0000-0000-000000000000";
  const working = workedOnBy(staffId);
  const knows = [working, { confidential: true, circle: { some: { staffId } } }];
  switch (reach) {
    case "wide":
      return { OR: [{ confidential: false }, ...knows, { confidential: true, circle: { none: {} } }] };
    case "open":
      return { OR: [{ confidential: false }, ...knows] };
    case "named":
      return { OR: knows };
    case "working":
      return working;
    case "own":
      return ownedBy(staffId);
    case "no":
      return { id: { in: [] } };
    default:
      return reach satisfies never;
  }
}

/** What a person started or was given; stands beside `isOwn`. */
export const ownedBy = (staffId: string): Prisma.StoryWhereInput => ({
  OR: [{ createdById: staffId }, { assigneeId: staffId }],
});

/** One's own, and those in which one is to file something, or has filed it; stands beside `isWorking`. */
const workedOnBy = (staffId: string): Prisma.StoryWhereInput => ({
  OR: [ownedBy(staffId), { assignments: { some: { staffId, withdrawnAt: null } } }],
});

function plansOf(rows: FactsRow["plans"]): Pick<DeskStoryFacts, "plan" | "goingLive" | "withdrawal"> {
  const shown = (row: FactsRow["plans"][number] | undefined): OpenPlan | null => {
    if (!row) return null;
    const { failedAt, failure, isUndoable, ...rest } = row;
    return { ...rest, failure: failedAt ? (failure ?? "It could not be carried out.") : null };
  };
  return {
    plan: shown(rows.find(({ verb, isUndoable }) => verb !== "withdraw" && !isUndoable)),
    goingLive: shown(rows.find(({ isUndoable }) => isUndoable)),
    withdrawal: shown(rows.find(({ verb }) => verb === "withdraw")),
  };
}

export interface StoryFilter {
  /** Words of the headline or slugline. */
  search?: string | undefined;
  /** A key, or several. */
  stage?: string | readonly string[] | undefined;
  publication?: "unpublished" | "live" | "retracted" | "withdrawn" | "planned" | undefined;
  sectionId?: string | undefined;
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

/** One story for the desk, with what this person may do with it. @throws Fault notFound, also for what may not be read */
export async function deskStory(actor: Actor, storyId: string): Promise<DeskStory> {
  if (!isId(storyId)) throw notFound("story");
  const row = await deskDb().story.findUnique({
    where: { id: storyId },
    select: {
      ...facts,
      slug: true,
      slugChosen: true,
      sectionId: true,
      dateline: true,
      firstPublishedAt: true,
      publishedAt: true,
      translationGroupId: true,
      ...atHand,
      heldAt: true,
      heldBy: { select: { name: true } },
      circle: { orderBy: { staff: { name: "asc" } }, select: { staffId: true, staff: named } },
      tags: {
        orderBy: { position: "asc" },
        select: { tag: { select: { id: true, slug: true, name: true, kind: true } } },
      },
      byline: {
        orderBy: { position: "asc" },
        select: { profileId: true, part: true, profile: { select: { name: true } } },
      },
    },
  });
  if (!row || !canReadStory(actor, row)) throw notFound("story");
  const shown = factsOf(row);
  return {
    ...shown,
    columnsVersion: row.columnsVersion,
    held: row.heldAt && { by: row.heldBy?.name ?? null, at: row.heldAt },
    circle: row.circle.map(({ staff }) => staff),
    slug: row.slug,
    slugChosen: row.slugChosen,
    sectionId: row.sectionId,
    dateline: row.dateline,
    firstPublishedAt: row.firstPublishedAt,
    publishedAt: row.publishedAt,
    correction: shown.plan?.verb === "correct" ? await plannedCorrection(storyId) : null,
    takenDown: await takenDown(row),
    tags: row.tags.map(({ tag }) => tag),
    byline: row.byline.map(({ profileId, part, profile }) => ({ profileId, part, name: profile.name })),
    proof: await storyProof(storyId, systemNow()),
    can: storyAbilities(actor, row, await newsroomSettings()),
  };
}

async function takenDown(story: {
  id: string;
  publication: string;
  translationGroupId: string;
}): Promise<TakenDown | null> {
  if (story.publication !== "retracted" && story.publication !== "withdrawn") return null;
  const [event, translations, retracted, { language }] = await Promise.all([
    deskDb().event.findFirst({
      where: { subject: story.id, type: { in: ["story.retracted", "story.unpublished", "story.killed"] } },
      orderBy: { position: "desc" },
      select: { payload: true },
    }),
    deskDb().liveStory.findMany({
      where: { translationGroupId: story.translationGroupId },
      orderBy: { language: "asc" },
      select: { language: true, slug: true },
    }),
    deskDb().retractedAddress.findFirst({ where: { storyId: story.id }, select: { notice: true } }),
    newsroomSettings(),
  ]);
  const translated = translations.map((translation) => addressOf(translation, language));
  return { goneFrom: [...placesIn(event?.payload, language), ...translated], notice: retracted?.notice ?? null };
}
