import "server-only";
import type { CommandContext } from "../../kernel/context.ts";
import { type Revision, revisionById } from "../revisions/revisions.ts";
import type { StoryInHand } from "../story-at-hand.ts";
import { project, projectUnderEmbargo, standingOf } from "./projection.ts";
import { reachPayload } from "./reach.ts";

/** Hides a live story until `until` and notes the instant, so that its end is announced. */
export async function placeUnderEmbargo(context: CommandContext, story: StoryInHand, until: Date): Promise<void> {
  const { tx, emit } = context;
  const before = await standingOf(tx, story.id);
  const live = await liveRevisionOf(context, story);
  if (live) await projectUnderEmbargo(tx, story.id, live.revision, live.dates, until);
  const lapse = { storyId: story.id, kind: "embargo" };
  await tx.lapse.upsert({ where: { storyId_kind: lapse }, create: { ...lapse, at: until }, update: { at: until } });
  emit({
    type: "story.embargoed",
    subject: story.id,
    payload: { until: until.toISOString(), ...reachPayload(before) },
  });
}

/** Puts a live story back where it stands, once its embargo has ended or was lifted. */
export async function liftEmbargo(context: CommandContext, story: StoryInHand): Promise<void> {
  const { tx, emit } = context;
  const live = await liveRevisionOf(context, story);
  const after = live ? (await project(tx, story.id, live.revision, live.dates)).after : null;
  await tx.lapse.deleteMany({ where: { storyId: story.id, kind: "embargo" } });
  emit({ type: "story.embargo_lapsed", subject: story.id, payload: reachPayload(after) });
}

async function liveRevisionOf(
  { tx }: CommandContext,
  story: StoryInHand,
): Promise<{ revision: Revision; dates: { publishedAt: Date; updatedAt: Date | null } } | null> {
  if (story.publication !== "live" || !story.liveRevisionId || !story.firstPublishedAt) return null;
  const revision = await revisionById(tx, story.liveRevisionId);
  return { revision, dates: { publishedAt: story.firstPublishedAt, updatedAt: story.publicUpdatedAt } };
}
