import "server-only";
import { expect } from "vitest";
import { correctStory } from "../commands/correct-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { aStory, theProgram, typed } from "../testing.ts";

export async function liveStory(wishes: Parameters<typeof aStory>[0] = {}) {
  const draft = await aStory(wishes);
  const { version, address } = await publishStory(theProgram, draft);
  return { storyId: draft.storyId, version, seq: 0, slug: address.replace(/.*\/stories\//, "") };
}
export type Live = Awaited<ReturnType<typeof liveStory>>;

export const correction = {
  kind: "correction" as const,
  note: "It was the Naryn.",
  place: "top" as const,
  isPublic: true,
};

/** With more words, typed and published as a correction. */
export async function corrected(live: Live, words: string, how: Partial<Parameters<typeof correctStory>[1]> = {}) {
  const { storyId, version } = live;
  const { seq } = await typed(storyId, words);
  expect(seq).toBe(live.seq + 1);
  const answer = await correctStory(theProgram, { storyId, version, seq, ...correction, ...how });
  return { ...live, version: answer.version, seq };
}
