import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { EditComment, mentionsIn } from "../comments/comments.ts";
import { commentInHand, demandComment, demandReaders, mention } from "../comments/thread-at-hand.ts";
import { tellComments } from "../document/typing.ts";
import { canEditComment } from "../policy.ts";

/**
 * Puts other words in the place of those that the actor said. Who is mentioned newly is called; nobody is called twice.
 * Sent twice, it is edited once. @throws Fault notFound, forbidden, invalid, conflict
 */
export const editComment = command({
  name: "comment.edit",
  input: EditComment,
  async run(context, { commentId, version, text }) {
    const { actor, now, tx, emit } = context;
    const { story, thread, comment } = await commentInHand(context, commentId);
    if (!canEditComment(actor, story, comment)) throw forbidden("Only who wrote a comment may edit it.");
    if (comment.removedAt) throw conflict("This comment was removed meanwhile.");
    if (comment.text === text) return {};
    demandComment(comment, version);
    const mentions = mentionsIn(text);
    const known = comment.mentions.map(({ staffId }) => staffId);
    const called = mentions.filter((id) => !known.includes(id));
    await demandReaders(tx, story, called);
    // Who has looked already stays noted: taken out and put back, their name does not call them again.
    await tx.mention.deleteMany({ where: { commentId, seenAt: null, staffId: { notIn: mentions } } });
    await mention(tx, commentId, called);
    await tx.comment.update({ where: { id: commentId }, data: { text, editedAt: now, version: { increment: 1 } } });
    await tx.commentThread.update({ where: { id: thread.id }, data: { version: { increment: 1 } } });
    await tellComments(tx, story.id);
    emit({ type: "comment.edited", subject: story.id, payload: { threadId: thread.id, commentId, mentions: called } });
    return {};
  },
});
