import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { notFound } from "../kernel/faults.ts";
import { isId } from "../kernel/ids.ts";
import { reachOf } from "../people/roles.ts";
import { newsroomSettings } from "../settings/queries.ts";
import type { Tag } from "../tags/schema.ts";
import { type Publication, publicationOf } from "../workflow/publication.ts";
import { canReadStory, type StoryAbilities, storyAbilities } from "./policy.ts";
import { addressOf, placesIn } from "./reach.ts";
import type { BylinePart } from "./schema.ts";

/** The plan of a story that is to come, or that failed and waits for a person. */
interface OpenPlan {
  id: string;
  verb: "publish" | "update" | "correct" | "withdraw";
  at: Date;
  zone: string;
  /** Why it was not carried out at its time; null while it is still to come. Stays until somebody decides anew. */
  failure: string | null;
}

interface DeskStoryFacts {
  id: string;
  /** Empty while nobody has written one. */
  headline: string;
  slugline: string | null;
  language: string;
  stage: string;
  publication: Publication;
  /** The desk's text or columns are newer than what readers have. */
  hasUnpublishedChanges: boolean;
  plan: OpenPlan | null;
  embargoUntil: Date | null;
  heldBecause: string | null;
  confidential: boolean;
  wordCount: number;
  changedAt: Date;
  createdBy: { id: string; name: string } | null;
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
  version: number;
  slug: string;
  slugChosen: boolean;
  sectionId: string | null;
  dateline: string | null;
  tags: Tag[];
  byline: { profileId: string; name: string; part: BylinePart }[];
  firstPublishedAt: Date | null;
  publishedAt: Date | null;
  /** Of a story that was taken down. */
  takenDown: TakenDown | null;
  can: StoryAbilities;
}

const facts = {
  id: true,
  headline: true,
  slugline: true,
  language: true,
  stage: true,
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
  createdBy: { select: { id: true, name: true } },
  document: { select: { seq: true } },
  liveRevision: { select: { documentSeq: true, storyVersion: true } },
  plans: {
    where: { doneAt: null, cancelledAt: null },
    orderBy: { at: "asc" },
    take: 1,
    select: { id: true, verb: true, at: true, zone: true, failedAt: true, failure: true },
  },
} satisfies Prisma.StorySelect;
type FactsRow = Prisma.StoryGetPayload<{ select: typeof facts }>;

const factsOf = (row: FactsRow): DeskStoryFacts => ({
  id: row.id,
  headline: row.headline,
  slugline: row.slugline,
  language: row.language,
  stage: row.stage,
  publication: publicationOf(row),
  hasUnpublishedChanges:
    row.liveRevision !== null &&
    (row.liveRevision.documentSeq < (row.document?.seq ?? 0) || row.liveRevision.storyVersion < row.version),
  plan: planOf(row.plans[0]),
  embargoUntil: row.embargoUntil,
  heldBecause: row.heldBecause,
  confidential: row.confidential,
  wordCount: row.wordCount,
  changedAt: row.changedAt,
  createdBy: row.createdBy,
});

/** The stories that an actor may read, as a filter; stands beside `canReadStory`, which says the same of one. */
export function readableBy(actor: Actor): Prisma.StoryWhereInput {
  const reach = reachOf(actor, "story.read");
  if (reach === "any") return {};
  const own = { createdById: staffIdOf(actor) ?? "00000000-0000-0000-0000-000000000000" };
  if (reach === "open") return { OR: [{ confidential: false }, own] };
  return reach === "own" ? own : { id: { in: [] } };
}

const planOf = (plan: FactsRow["plans"][number] | undefined): OpenPlan | null => {
  if (!plan) return null;
  const { failedAt, failure, ...rest } = plan;
  return { ...rest, failure: failedAt ? (failure ?? "It could not be carried out.") : null };
};

export interface StoryFilter {
  /** Words of the headline or slugline. */
  search?: string | undefined;
  stage?: string | undefined;
  publication?: "unpublished" | "live" | "retracted" | "withdrawn" | "planned" | undefined;
  sectionId?: string | undefined;
  mine?: boolean | undefined;
  /** Where the list before ended. */
  cursor?: string | undefined;
  limit?: number | undefined;
}

const rowsPerPage = 50;

/** Stories that this person may read, the last changed first. `next` is the cursor of the list that follows, or null. */
export async function deskStories(
  actor: Actor,
  filter: StoryFilter = {},
): Promise<{ stories: DeskStoryRow[]; next: string | null }> {
  const take = Math.min(filter.limit ?? rowsPerPage, 200);
  const rows = await deskDb().story.findMany({
    where: { AND: [readableBy(actor), { spikedAt: null }, ...conditions(actor, filter)] },
    orderBy: [{ changedAt: "desc" }, { id: "asc" }],
    take: take + 1,
    select: {
      ...facts,
      section: { select: { id: true, name: true } },
      byline: { orderBy: { position: "asc" }, select: { profile: { select: { name: true } } } },
    },
  });
  const stories = rows.slice(0, take).map((row) => ({
    ...factsOf(row),
    section: row.section,
    byline: row.byline.map(({ profile }) => profile.name),
  }));
  const last = stories.at(-1);
  return { stories, next: rows.length > take && last ? `${last.changedAt.toISOString()}_${last.id}` : null };
}

function conditions(actor: Actor, filter: StoryFilter): Prisma.StoryWhereInput[] {
  const where: Prisma.StoryWhereInput[] = [];
  const staffId = staffIdOf(actor);
  if (filter.mine && staffId) where.push({ createdById: staffId });
  if (filter.stage) where.push({ stage: filter.stage });
  if (filter.sectionId && isId(filter.sectionId)) where.push({ sectionId: filter.sectionId });
  if (filter.publication === "planned") where.push({ plans: { some: { doneAt: null, cancelledAt: null } } });
  else if (filter.publication) where.push({ publication: filter.publication });
  for (const word of searchWords(filter.search)) {
    const contains = { contains: literally(word), mode: "insensitive" as const };
    where.push({ OR: [{ headline: contains }, { slugline: contains }] });
  }
  const after = cursorOf(filter.cursor);
  if (after)
    where.push({ OR: [{ changedAt: { lt: after.changedAt } }, { changedAt: after.changedAt, id: { gt: after.id } }] });
  return where;
}

const searchWords = (search = ""): string[] =>
  search.isWellFormed() ? search.replaceAll("\u0000", "").split(/\s+/).filter(Boolean).slice(0, 8) : [];

function cursorOf(cursor = ""): { changedAt: Date; id: string } | null {
  const [at = "", id = ""] = cursor.split("_");
  const changedAt = new Date(at);
  return Number.isNaN(changedAt.getTime()) || !isId(id) ? null : { changedAt, id };
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
      createdById: true,
      translationGroupId: true,
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
  return {
    ...factsOf(row),
    version: row.version,
    slug: row.slug,
    slugChosen: row.slugChosen,
    sectionId: row.sectionId,
    dateline: row.dateline,
    firstPublishedAt: row.firstPublishedAt,
    publishedAt: row.publishedAt,
    takenDown: await takenDown(row),
    tags: row.tags.map(({ tag }) => tag),
    byline: row.byline.map(({ profileId, part, profile }) => ({ profileId, part, name: profile.name })),
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
