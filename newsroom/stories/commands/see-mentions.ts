import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { SeeMentions } from "../comments/comments.ts";
import { storyInHandOf } from "../story-at-hand.ts";

/** The actor has looked at what they were mentioned in. @throws Fault notFound */
export const seeMentions = command({
  name: "comment.see_mentions",
  input: SeeMentions,
  async run(context, { storyId }) {
    const { actor, now, tx } = context;
    await storyInHandOf(context, storyId);
    const staffId = staffIdOf(actor);
    if (staffId)
      await tx.mention.updateMany({
        where: { staffId, seenAt: null, comment: { thread: { storyId } } },
        data: { seenAt: now },
      });
    return {};
  },
});
