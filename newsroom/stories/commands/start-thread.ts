import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict } from "../../kernel/faults.ts";
import { StartThread } from "../comments/comments.ts";
import { commentedStory, say } from "../comments/thread-at-hand.ts";
import { canWriteStory } from "../policy.ts";

/** Begins a thread about words of a story, or about all of it. Sent twice, it begins once. @throws Fault notFound, forbidden, invalid */
export const startThread = command({
  name: "comment.start",
  input: StartThread,
  async run(context, { storyId, threadId, commentId, quote, isAnchored, text }) {
    const { actor, now, tx, emit } = context;
    const story = await commentedStory(context, storyId);
    const before = await tx.commentThread.findUnique({ where: { id: threadId }, include: { comments: true } });
    if (before) {
      if (before.storyId === storyId && before.comments.some((said) => said.id === commentId && said.text === text))
        return { threadId };
      throw conflict("This began already, with other words: they stand in the list.");
    }
    await tx.commentThread.create({
      data: {
        id: threadId,
        storyId,
        quote,
        isAnchored: isAnchored && quote !== "" && canWriteStory(actor, story),
        createdById: actor.kind === "staff" ? actor.id : null,
        createdAt: now,
      },
    });
    const mentions = await say(context, story, { commentId, threadId, text });
    emit({ type: "comment.started", subject: storyId, payload: { threadId, commentId, mentions } });
    return { threadId };
  },
});
