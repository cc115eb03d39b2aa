import "server-only";
import { z } from "zod";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { Id } from "../../kernel/ids.ts";
import { removedForGoodAt } from "../../workflow/trash.ts";
import { storyInHand } from "../story-at-hand.ts";

/**
 * Removes for good what has lain in the trash for its time, with text, revisions and comments. What was said about it in the trail stays.
 * Answers false for a story that was restored meanwhile, or that readers have had: that one is never removed.
 */
export const removeStory = command({
  name: "story.remove",
  input: z.object({ storyId: Id }),
  async run({ actor, now, tx, emit }, { storyId }) {
    if (actor.kind !== "system") throw forbidden("Time alone removes a story for good.");
    const { spikedAt, firstPublishedAt } = await storyInHand(tx, storyId);
    const end = spikedAt && removedForGoodAt({ spikedAt, firstPublishedAt });
    if (!end || end > now) return { removed: false };
    await tx.lapse.deleteMany({ where: { storyId } });
    await tx.story.delete({ where: { id: storyId } });
    emit({ type: "story.removed", subject: storyId });
    return { removed: true };
  },
});
