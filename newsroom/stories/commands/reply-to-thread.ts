import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict } from "../../kernel/faults.ts";
import { ReplyToThread } from "../comments/comments.ts";
import { say, threadInHand } from "../comments/thread-at-hand.ts";

/** Adds a comment to a thread; a resolved one stays resolved. Sent twice, it stands there once. @throws Fault notFound, forbidden, invalid */
export const replyToThread = command({
  name: "comment.reply",
  input: ReplyToThread,
  async run(context, { threadId, commentId, text }) {
    const { story } = await threadInHand(context, threadId);
    const before = await context.tx.comment.findUnique({ where: { id: commentId } });
    if (before) {
      if (before.threadId === threadId && before.text === text) return { commentId };
      throw conflict("This was said already, in other words.");
    }
    const mentions = await say(context, story, { commentId, threadId, text });
    await context.tx.commentThread.update({ where: { id: threadId }, data: { version: { increment: 1 } } });
    context.emit({ type: "comment.replied", subject: story.id, payload: { threadId, commentId, mentions } });
    return { commentId };
  },
});
