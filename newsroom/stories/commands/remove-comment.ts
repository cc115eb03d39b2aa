import "server-only";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { forbidden } from "../../kernel/faults.ts";
import { RemoveComment } from "../comments/comments.ts";
import { commentInHand, demandComment } from "../comments/thread-at-hand.ts";
import { tellComments } from "../document/typing.ts";
import { canRemoveComment } from "../policy.ts";

/**
 * Takes back what was said, for good. Where others answered it, its place is kept; otherwise it goes, and its thread with the last
 * of its words. @throws Fault notFound, forbidden, conflict
 */
export const removeComment = command({
  name: "comment.remove",
  input: RemoveComment,
  async run(context, { commentId, version }) {
    const { actor, now, tx, emit } = context;
    const { story, thread, comment } = await commentInHand(context, commentId);
    if (!canRemoveComment(actor, story, comment)) throw forbidden("You may not remove this comment.");
    if (comment.removedAt) return {};
    demandComment(comment, version);
    await tx.mention.deleteMany({ where: { commentId } });
    await tx.comment.update({
      where: { id: commentId },
      data: { text: "", removedAt: now, version: { increment: 1 } },
    });
    await dropUnanswered(tx, thread.id);
    await tellComments(tx, story.id);
    emit({ type: "comment.removed", subject: story.id, payload: { threadId: thread.id, commentId } });
    return {};
  },
});

/** Places that nothing follows need not be kept, nor a thread in which nothing is said. */
async function dropUnanswered(tx: Tx, threadId: string): Promise<void> {
  const comments = await tx.comment.findMany({
    where: { threadId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, removedAt: true },
  });
  const answered = comments.findLastIndex(({ removedAt }) => !removedAt) + 1;
  if (answered === 0) return void (await tx.commentThread.delete({ where: { id: threadId } }));
  await tx.comment.deleteMany({ where: { id: { in: comments.slice(answered).map(({ id }) => id) } } });
  await tx.commentThread.update({ where: { id: threadId }, data: { version: { increment: 1 } } });
}
