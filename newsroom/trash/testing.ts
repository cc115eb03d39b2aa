import "server-only";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { aStory, theProgram } from "../stories/testing.ts";

export const reason = "Nobody could be reached.";
export const now = new Date("2026-11-25T12:00:00Z");
export const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
export const notFound = { fault: "notFound" };

/** A story in the trash. */
export async function spiked(wishes: Parameters<typeof aStory>[0] = {}, at = now) {
  const { storyId } = await aStory(wishes);
  const { version } = await spikeStory(theProgram, { storyId, version: 1, reason }, { now: at });
  return { storyId, version };
}
