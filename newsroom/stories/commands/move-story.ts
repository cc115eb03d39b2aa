import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { canMoveStory } from "../policy.ts";
import { MoveStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Moves the working copy to another stage; readers notice nothing. */
export const moveStory = command({
  name: "story.move",
  input: MoveStory,
  async run({ actor, now, tx, emit }, { storyId, version, stage }) {
    const story = await storyInHandOf({ actor, tx }, storyId);
    if (!canMoveStory(actor, story)) throw forbidden("Only editors move stories between stages.");
    demandVersion(story, version);
    if (story.stage === stage) return { version };
    await tx.story.update({ where: { id: storyId }, data: { stage, changedAt: now, version: { increment: 1 } } });
    emit({ type: "story.stage_moved", subject: storyId, payload: { from: story.stage, to: stage } });
    return { version: version + 1 };
  },
});
