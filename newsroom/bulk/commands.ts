import "server-only";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import type { CommandContext, Tx } from "../kernel/context.ts";
import { conflict, forbidden, invalid, notFound } from "../kernel/faults.ts";
import { newId } from "../kernel/ids.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { stages as stagesNow } from "../workflow/queries.ts";
import { type Forecast, forecast } from "./forecast.ts";
import { Before, type BulkPreview, type BulkTask, PrepareBulk, StartBulk, UndoBulk, undoDays } from "./schema.ts";
import { type SelectedStory, selectedStories } from "./selected.ts";

const day = 86_400_000;
const atATime = 1_000;

/**
 * Notes what is to be done to which stories, as they are now, and answers what would become of it. Nothing is done before it is started.
 * @throws Fault invalid for nothing, too much, or a section or tag that is not there
 */
export const prepareBulk = command({
  name: "bulk.prepare",
  input: PrepareBulk,
  async run(context, { id, task, selection }): Promise<BulkPreview> {
    const { actor, now, tx } = context;
    const staffId = demandPerson(actor);
    await demandArgument(tx, task);
    const stories = await selectedStories(tx, actor, selection);
    const ways = { rule: await newsroomSettings(tx), stages: await stagesNow(tx) };
    const forecasts = stories.map((story) => forecast(actor, story, task, ways));
    await tx.bulkAction.create({
      data: { id, verb: task.verb, argument: task.argument, staffId, preparedAt: now },
    });
    await writeRows(
      tx,
      id,
      stories.map((story) => ({ storyId: story.id, version: story.version, before: beforeOf(task, story) })),
    );
    const takesPlans = task.verb === "spike" || task.verb === "unpublish";
    const lost = stories.filter((_, at) => takesPlans && forecasts[at]?.outcome === "done");
    const plansCancelled = lost.reduce((sum, { plans }) => sum + plans, 0);
    return { bulkId: id, ...summed(forecasts), plansCancelled };
  },
});

/** Lets a prepared bulk action begin: from here on it goes its way, whoever is watching. */
export const startBulk = command({
  name: "bulk.start",
  input: StartBulk,
  async run(context, { bulkId }) {
    const { now, tx } = context;
    const bulk = await ownBulk(context, bulkId);
    if (bulk.startedAt) return { bulkId };
    await tx.bulkAction.update({ where: { id: bulkId }, data: { startedAt: now } });
    await announce(context, bulkId, bulk.verb);
    return { bulkId };
  },
});

/** Takes back what a bulk action did, row by row: each that nobody has changed since. Begins at once. */
export const undoBulk = command({
  name: "bulk.undo",
  input: UndoBulk,
  async run(context, { bulkId, id }) {
    const { now, tx } = context;
    const bulk = await ownBulk(context, bulkId);
    if (!bulk.finishedAt) throw conflict("This is still going on. Please wait until it is done.");
    if (bulk.undoOfId) throw conflict("This cannot be undone.");
    if (bulk.finishedAt.getTime() < now.getTime() - undoDays * day)
      throw conflict(`This was done more than ${undoDays} days ago.`);
    const earlier = await tx.bulkAction.findUnique({ where: { undoOfId: bulkId }, select: { id: true } });
    if (earlier) return { bulkId: earlier.id };
    const { verb, argument, staffId } = bulk;
    await tx.bulkAction.create({
      data: { id, verb, argument, staffId, undoOfId: bulkId, preparedAt: now, startedAt: now },
    });
    const rows = await tx.bulkRow.findMany({
      where: { bulkId, outcome: "done" },
      orderBy: { position: "asc" },
      select: { storyId: true, versionAfter: true, before: true },
    });
    if (rows.length === 0) throw conflict("Nothing was changed: there is nothing to undo.");
    await writeRows(
      tx,
      id,
      rows.map(({ storyId, versionAfter, before }) => ({
        storyId,
        version: versionAfter ?? 0,
        before: Before.parse(before),
      })),
    );
    await announce(context, id, `undo ${verb}`);
    return { bulkId: id };
  },
});

function demandPerson(actor: Actor): string {
  const staffId = staffIdOf(actor);
  if (!staffId) throw forbidden("A person begins a bulk action.");
  return staffId;
}

/** Locked to the end; another's is as unknown as none. */
async function ownBulk({ actor, tx }: CommandContext, bulkId: string) {
  await tx.$queryRaw`select from "BulkAction" where "id" = ${bulkId}::uuid for update`;
  const bulk = await tx.bulkAction.findUnique({ where: { id: bulkId } });
  if (!bulk || bulk.staffId !== staffIdOf(actor)) throw notFound("bulk action");
  return bulk;
}

async function announce({ tx, emit }: CommandContext, bulkId: string, verb: string): Promise<void> {
  emit({
    type: "bulk.started",
    subject: bulkId,
    payload: { verb, rows: await tx.bulkRow.count({ where: { bulkId } }) },
  });
}

async function demandArgument(tx: Tx, { verb, argument }: BulkTask): Promise<void> {
  if (verb === "section" && !(await tx.section.findFirst({ where: { id: argument, spikedAt: null } })))
    throw invalid([{ path: "argument", message: "This section does not exist any more." }]);
  if (
    (verb === "addTag" || verb === "removeTag") &&
    !(await tx.tag.findFirst({ where: { id: argument, spikedAt: null } }))
  )
    throw invalid([{ path: "argument", message: "This tag does not exist any more." }]);
}

function beforeOf({ verb }: BulkTask, story: SelectedStory): Before {
  const { stage, sectionId, tagIds, plans, legalStatus, legalById, legalAt, returnNoteId } = story;
  switch (verb) {
    case "move":
      return {
        stage,
        legal: { status: legalStatus, byId: legalById, at: legalAt?.toISOString() ?? null },
        returnNoteId,
      };
    case "section":
      return { sectionId };
    case "addTag":
    case "removeTag":
      return { tagIds };
    case "spike":
      return { plans };
    case "unpublish":
      return { plans, revisionId: story.liveRevisionId };
  }
}

interface NewRow {
  storyId: string;
  version: number;
  before: Before;
}

async function writeRows(tx: Tx, bulkId: string, rows: NewRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atATime)
    await tx.bulkRow.createMany({
      data: rows.slice(from, from + atATime).map((row, n) => ({ ...row, id: newId(), bulkId, position: from + n })),
    });
}

function summed(forecasts: Forecast[]): Omit<BulkPreview, "bulkId" | "plansCancelled"> {
  const refused = new Map<string, number>();
  for (const told of forecasts)
    if (told.outcome === "refused") refused.set(told.words, (refused.get(told.words) ?? 0) + 1);
  return {
    change: forecasts.filter(({ outcome }) => outcome === "done").length,
    unchanged: forecasts.filter(({ outcome }) => outcome === "unchanged").length,
    refused: [...refused]
      .map(([words, stories]) => ({ words, stories }))
      .sort((one, other) => other.stories - one.stories),
  };
}
