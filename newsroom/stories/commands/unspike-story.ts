import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden, notFound } from "../../kernel/faults.ts";
import { sectionStands } from "../../sections/standing.ts";
import { canRestoreStory, couldReadStory } from "../policy.ts";
import { UnspikeStory } from "../schema.ts";
import { demandVersion, storyInHand } from "../story-at-hand.ts";

/**
 * Takes a story out of the trash, as it went in; what was planned for it stays cancelled. Without its section if that lies in the trash itself.
 * @throws Fault notFound for a story that does not lie there
 */
export const unspikeStory = command({
  name: "story.unspike",
  input: UnspikeStory,
  async run({ actor, now, tx, emit }, { storyId, version }) {
    const story = await storyInHand(tx, storyId);
    if (story.spikedAt === null || !couldReadStory(actor, story)) throw notFound("story in the trash");
    if (!canRestoreStory(actor, story)) throw forbidden("You may not restore this story.");
    demandVersion(story, version);
    const losesSection = story.sectionId !== null && !(await sectionStands(tx, story.sectionId));
    await tx.story.update({
      where: { id: storyId },
      data: {
        spikedAt: null,
        spikedBecause: null,
        spikedById: null,
        ...(losesSection && { sectionId: null }),
        changedAt: now,
        version: { increment: 1 },
      },
    });
    emit({ type: "story.unspiked", subject: storyId });
    return { version: version + 1, losesSection };
  },
});
