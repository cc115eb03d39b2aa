import "server-only";
import type { CommandContext } from "../../kernel/context.ts";
import { tellStory } from "../document/typing.ts";
import { keepNote } from "../notes.ts";
import type { StoryRow } from "../story-at-hand.ts";
import { addressesOf } from "./addresses.ts";
import { closeLog } from "./change-log.ts";
import { lastStanding } from "./last-standing.ts";
import { cancelPlans } from "./plans.ts";
import { unproject } from "./projection.ts";
import { reachPayload, type Standing } from "./reach.ts";

type How = "retracted" | "unpublished" | "killed" | "legal";

const eventOf = {
  retracted: "story.retracted",
  unpublished: "story.unpublished",
  killed: "story.killed",
  legal: "story.killed",
} as const satisfies Record<How, string>;

/**
 * Takes a story from the readers and cancels what was planned for it. `said` is the reason, or the notice that stands in its place.
 * Answers where it stood, or did before it was hidden.
 */
export async function withdraw(
  context: CommandContext,
  story: StoryRow,
  how: How,
  said: string | null,
  /** Who planned it, if it was not done by hand. */
  plannedBy: string | null = null,
): Promise<Standing> {
  const { tx, now, emit } = context;
  const noteId = await keepNote(context, story.id, said ?? undefined);
  const before = await unproject(tx, story.id);
  const stood = before && isListed(before) ? before : await lastStanding(tx, story);
  await closeLog(tx, story.id);
  await tx.retractedAddress.deleteMany({ where: { storyId: story.id } });
  await tx.story.update({
    where: { id: story.id },
    data: {
      publication: how === "retracted" ? "retracted" : "withdrawn",
      publicationAt: now,
      withdrawnHow: how === "retracted" ? null : how,
      withdrawnBecause: how === "retracted" ? null : said,
      liveRevisionId: null,
      changedAt: now,
      version: { increment: 1 },
    },
  });
  await cancelPlans(context, story.id, "withdrawn", {}, plannedBy);
  await tx.lapse.deleteMany({ where: { storyId: story.id } });
  await tellStory(tx, story.id);
  const isNoticeChanged = how === "retracted" && story.publication === "retracted";
  const addresses = (await addressesOf(tx, story)).map((address) => `${address.language}/${address.slug}`);
  emit({
    type: eventOf[how],
    subject: story.id,
    payload: {
      how,
      ...(noteId && { noteId }),
      ...(isNoticeChanged && { notice: "changed" }),
      ...(plannedBy && { plannedBy }),
      ...reachPayload(stood),
      addresses,
    },
  });
  return stood;
}

/** What should have gone live before, and broke, is tried no more: readers never had it, and there is nothing else to take from them. */
export async function forestall(context: CommandContext, storyId: string, plannedBy: string | null): Promise<void> {
  const { tx, now } = context;
  await cancelPlans(context, storyId, "overtaken", {}, plannedBy);
  await tx.story.update({ where: { id: storyId }, data: { changedAt: now, version: { increment: 1 } } });
  await tellStory(tx, storyId);
}

/** Under an embargo it stands nowhere. */
const isListed = ({ section, tags, authors }: Standing): boolean =>
  section !== null || tags.length > 0 || authors.length > 0;
