import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { reasonNotToSpike } from "../../workflow/trash.ts";
import { keepNote } from "../notes.ts";
import { canSpikeStory } from "../policy.ts";
import { cancelPlans } from "../publication/plans.ts";
import { SpikeStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Drops a story: what was planned for it is cancelled, and nobody but the trash knows of it. Its text, stage and address stay with it. */
export const spikeStory = command({
  name: "story.spike",
  input: SpikeStory,
  async run(context, { storyId, version, reason }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canSpikeStory(actor, story))
      throw forbidden(
        story.firstPublishedAt
          ? "Readers have had this story: an editor may spike it."
          : "You may not spike this story.",
      );
    demandVersion(story, version);
    const reasonNot = reasonNotToSpike(story);
    if (reasonNot) throw conflict(reasonNot);
    const noteId = await keepNote(context, storyId, reason);
    await tx.story.update({
      where: { id: storyId },
      data: {
        spikedAt: now,
        spikedBecause: reason,
        spikedById: staffIdOf(actor),
        changedAt: now,
        version: { increment: 1 },
      },
    });
    const plansCancelled = await cancelPlans(context, storyId, "spiked");
    await tx.storyPresence.deleteMany({ where: { storyId } });
    emit({ type: "story.spiked", subject: storyId, payload: { plansCancelled, noteId } });
    return { version: version + 1 };
  },
});
