import "server-only";
import type { StaffActor } from "../../kernel/actor.ts";
import { publishStory } from "../commands/publish-story.ts";
import { aStory } from "../testing.ts";
import { type NoticedChange, noticedSince } from "./proving.ts";

/** A live story, and how it became one as proving notices it. */
export async function published(by: StaffActor, headline: string) {
  const draft = await aStory({ headline });
  const { version, revisionId, address } = await publishStory(by, draft);
  return { storyId: draft.storyId, version, revisionId, address, change: await changeOf(draft.storyId) };
}

export async function changeOf(storyId: string): Promise<NoticedChange> {
  const change = (await noticedSince(null, new Date())).changes.find((one) => one.storyId === storyId);
  if (!change) throw new Error("Nothing was noticed.");
  return change;
}

export const later = ({ at }: NoticedChange, seconds: number) => new Date(at.getTime() + seconds * 1000);

/** Looked at from the first second on. */
export const looked = (change: NoticedChange, seconds: number) => ({
  firstLookAt: later(change, 1),
  now: later(change, seconds),
});
