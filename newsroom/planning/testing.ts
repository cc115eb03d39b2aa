import "server-only";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { aStory, theProgram } from "../stories/testing.ts";

export const zone = "Asia/Bishkek";

/** By the clock of that zone. */
export const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+06:00`);

export async function due(by: StaffActor, dueAt: Date, headline = "Due"): Promise<string> {
  const { storyId } = await aStory({ by, headline });
  await directStory(theProgram, { storyId, version: 1, changes: { dueAt: dueAt.toISOString() } });
  return storyId;
}

export async function assigned(storyId: string, to: StaffActor, dueAt: Date | null, more: object = {}) {
  const id = newId();
  const row = { id, storyId, staffId: to.id, kind: "pictures" as const, dueAt, givenAt: new Date() };
  await deskDb().assignment.create({ data: { ...row, brief: "The queue at dawn.", ...more } });
  return id;
}
