import "server-only";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { deskStory } from "../stories/queries.ts";
import { aStory, theProgram } from "../stories/testing.ts";
import { prepareBulk, startBulk, undoBulk } from "./commands.ts";
import { carryOnBulk } from "./jobs.ts";
import { bulkAction } from "./queries.ts";
import type { BulkTask, Selection } from "./schema.ts";

export const now = new Date("2026-11-25T12:00:00Z");

export const someStories = (count: number, wishes: Parameters<typeof aStory>[0] = {}) =>
  Promise.all(Array.from({ length: count }, async () => (await aStory(wishes)).storyId));

export const prepared = (actor: StaffActor, task: BulkTask, selection: Selection | string[]) =>
  prepareBulk(
    actor,
    { id: newId(), task, selection: Array.isArray(selection) ? { ids: selection } : selection },
    { now },
  );

export async function finish() {
  while (await carryOnBulk(now));
}

export async function run(actor: StaffActor, task: BulkTask, selection: Selection | string[]) {
  const { bulkId } = await prepared(actor, task, selection);
  await startBulk(actor, { bulkId }, { now });
  await finish();
  return bulkAction(actor, bulkId, 1, now);
}

export async function undone(actor: StaffActor, bulkId: string) {
  const undo = await undoBulk(actor, { bulkId, id: newId() }, { now });
  await finish();
  return bulkAction(actor, undo.bulkId, 1, now);
}

export const story = (id: string) => deskStory(theProgram, id);
export const tagsOf = async (id: string) => (await story(id)).tags.map(({ name }) => name);
