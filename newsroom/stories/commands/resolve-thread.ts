import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { SettleThread } from "../comments/comments.ts";
import { demandThread, threadInHand } from "../comments/thread-at-hand.ts";
import { tellComments } from "../document/typing.ts";

/** Says that a thread is settled, as far as the caller has read it. @throws Fault notFound, forbidden, conflict */
export const resolveThread = command({
  name: "comment.resolve",
  input: SettleThread,
  async run(context, { threadId, version }) {
    const { actor, now, tx, emit } = context;
    const { thread } = await threadInHand(context, threadId);
    if (thread.resolvedAt) return {};
    demandThread(thread, version);
    await tx.commentThread.update({
      where: { id: threadId },
      data: { resolvedAt: now, resolvedById: staffIdOf(actor), version: { increment: 1 } },
    });
    await tellComments(tx, thread.storyId);
    emit({ type: "comment.resolved", subject: thread.storyId, payload: { threadId } });
    return {};
  },
});
