import "server-only";
import type { CommandContext } from "../kernel/context.ts";
import { addressesOf } from "./addresses.ts";
import { closeLog } from "./change-log.ts";
import { keepNote } from "./notes.ts";
import { cancelPlans } from "./plans.ts";
import { unproject } from "./projection.ts";
import { reachPayload, type Standing } from "./reach.ts";
import type { StoryRow } from "./story-at-hand.ts";
import { tellStory } from "./typing.ts";

type How = "retracted" | "unpublished" | "killed" | "legal";

const eventOf = {
  retracted: "story.retracted",
  unpublished: "story.unpublished",
  killed: "story.killed",
  legal: "story.killed",
} as const satisfies Record<How, string>;

/** Takes a story from the readers and cancels what was planned for it. Answers where it stood, or null if it stood nowhere. */
export async function withdraw(
  context: CommandContext,
  story: StoryRow,
  how: How,
  reason: string | null,
  /** Who planned it, if it was not done by hand. */
  plannedBy: string | null = null,
): Promise<Standing | null> {
  const { tx, now, emit } = context;
  const noteId = await keepNote(context, story.id, reason ?? undefined);
  const before = await unproject(tx, story.id);
  await closeLog(tx, story.id);
  await tx.retractedAddress.deleteMany({ where: { storyId: story.id } });
  await tx.story.update({
    where: { id: story.id },
    data: {
      publication: how === "retracted" ? "retracted" : "withdrawn",
      publicationAt: now,
      withdrawnHow: how === "retracted" ? null : how,
      withdrawnBecause: reason,
      liveRevisionId: null,
      changedAt: now,
      version: { increment: 1 },
    },
  });
  await cancelPlans(context, story.id, "withdrawn", {}, plannedBy);
  await tx.lapse.deleteMany({ where: { storyId: story.id } });
  await tellStory(tx, story.id);
  const { slug, language, translationGroupId: group } = story;
  const standing = before ?? { slug, language, group, section: null, tags: [], authors: [] };
  const addresses = (await addressesOf(tx, story)).map((address) => `${address.language}/${address.slug}`);
  emit({
    type: eventOf[how],
    subject: story.id,
    payload: { how, ...(noteId && { noteId }), ...(plannedBy && { plannedBy }), ...reachPayload(standing), addresses },
  });
  return before;
}
