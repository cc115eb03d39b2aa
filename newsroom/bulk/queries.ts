import "server-only";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { notFound } from "../kernel/faults.ts";
import { isId } from "../kernel/ids.ts";
import { atHand, canReadStory, canRestoreStory } from "../stories/policy.ts";
import { storyName } from "../stories/story-name.ts";
import { type BulkTask, undoDays } from "./schema.ts";

const day = 86_400_000;
const rowsPerPage = 200;

export interface BulkRowShown {
  storyId: string;
  /** What the story goes by; null for one that is not there any more, or not this person's to see. */
  name: string | null;
  language: string | null;
  isInTrash: boolean;
  outcome: "waiting" | "done" | "unchanged" | "refused";
  words: string | null;
}

export interface BulkFacts {
  id: string;
  verb: BulkTask["verb"];
  /** The section's, tag's or stage's name; the reason of a spike. */
  argument: string | null;
  isUndo: boolean;
  preparedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  counts: Record<BulkRowShown["outcome"], number>;
}

export interface BulkShown extends BulkFacts {
  canUndo: boolean;
  /** The action that took this one back. */
  undoneBy: string | null;
  rows: BulkRowShown[];
  /** The number of the page that follows; null at the end. */
  nextPage: number | null;
}

/** What the actor asked of many stories lately, the last first. */
export async function ownBulkActions(actor: Actor): Promise<BulkFacts[]> {
  const staffId = staffIdOf(actor);
  if (!staffId) return [];
  const rows = await deskDb().bulkAction.findMany({
    where: { staffId, startedAt: { not: null } },
    orderBy: [{ preparedAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return Promise.all(rows.map(factsOf));
}

/** A bulk action of the actor's own with what became of each story; what was refused stands first. @throws Fault notFound, also for another's */
export async function bulkAction(actor: Actor, id: string, page: number, now: Date): Promise<BulkShown> {
  const bulk = isId(id)
    ? await deskDb().bulkAction.findUnique({ where: { id }, include: { undoneBy: { select: { id: true } } } })
    : null;
  if (!bulk || bulk.staffId !== staffIdOf(actor)) throw notFound("bulk action");
  const [facts, rows] = await Promise.all([
    factsOf(bulk),
    deskDb().bulkRow.findMany({
      where: { bulkId: id },
      // As the type tells them: waiting, done, unchanged, refused.
      orderBy: [{ outcome: "desc" }, { position: "asc" }],
      skip: (page - 1) * rowsPerPage,
      take: rowsPerPage + 1,
      select: { storyId: true, outcome: true, words: true },
    }),
  ]);
  const shown = rows.slice(0, rowsPerPage);
  return {
    ...facts,
    canUndo:
      bulk.finishedAt !== null &&
      bulk.finishedAt.getTime() > now.getTime() - undoDays * day &&
      bulk.undoOfId === null &&
      bulk.undoneBy === null &&
      facts.counts.done > 0,
    undoneBy: bulk.undoneBy?.id ?? null,
    rows: await withHeadlines(actor, shown),
    nextPage: rows.length > rowsPerPage ? page + 1 : null,
  };
}

async function withHeadlines(
  actor: Actor,
  rows: Pick<BulkRowShown, "outcome" | "words" | "storyId">[],
): Promise<BulkRowShown[]> {
  const stories = await deskDb().story.findMany({
    where: { id: { in: rows.map(({ storyId }) => storyId) } },
    select: { id: true, headline: true, slugline: true, language: true, ...atHand },
  });
  const seen = new Map(
    stories
      .filter((story) => canReadStory(actor, story) || canRestoreStory(actor, story))
      .map((story) => [story.id, story]),
  );
  return rows.map((row) => {
    const story = seen.get(row.storyId);
    const isInTrash = story?.spikedAt instanceof Date;
    return { ...row, name: story ? storyName(story) : null, language: story?.language ?? null, isInTrash };
  });
}

interface Row {
  id: string;
  verb: BulkTask["verb"];
  argument: string | null;
  undoOfId: string | null;
  preparedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

async function factsOf({ id, verb, argument, undoOfId, preparedAt, startedAt, finishedAt }: Row): Promise<BulkFacts> {
  const groups = await deskDb().bulkRow.groupBy({ by: ["outcome"], where: { bulkId: id }, _count: true });
  const counts = { waiting: 0, done: 0, unchanged: 0, refused: 0 };
  for (const { outcome, _count } of groups) counts[outcome] = _count;
  const isUndo = undoOfId !== null;
  return { id, verb, argument: await nameOf(verb, argument), isUndo, preparedAt, startedAt, finishedAt, counts };
}

async function nameOf(verb: BulkTask["verb"], argument: string | null): Promise<string | null> {
  if (argument === null) return null;
  if (verb === "move") return (await deskDb().stage.findUnique({ where: { key: argument } }))?.name ?? argument;
  const named = { where: { id: argument }, select: { name: true } };
  if (verb === "section") return (await deskDb().section.findUnique(named))?.name ?? null;
  if (verb === "addTag" || verb === "removeTag") return (await deskDb().tag.findUnique(named))?.name ?? null;
  return argument;
}
