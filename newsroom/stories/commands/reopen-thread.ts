import "server-only";
import { command } from "../../kernel/command.ts";
import { SettleThread } from "../comments/comments.ts";
import { demandThread, threadInHand } from "../comments/thread-at-hand.ts";
import { tellComments } from "../document/typing.ts";

/** Says that a thread is not settled after all. @throws Fault notFound, forbidden, conflict */
export const reopenThread = command({
  name: "comment.reopen",
  input: SettleThread,
  async run(context, { threadId, version }) {
    const { tx, emit } = context;
    const { thread } = await threadInHand(context, threadId);
    if (!thread.resolvedAt) return {};
    demandThread(thread, version);
    await tx.commentThread.update({
      where: { id: threadId },
      data: { resolvedAt: null, resolvedById: null, version: { increment: 1 } },
    });
    await tellComments(tx, thread.storyId);
    emit({ type: "comment.reopened", subject: thread.storyId, payload: { threadId } });
    return {};
  },
});
