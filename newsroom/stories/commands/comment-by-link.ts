import "server-only";
import type { z } from "zod";
import { countTry, type Limit } from "#lib/throttle";
import { hashOf } from "#lib/tokens";
import { systemNow, underEmbargo } from "../../kernel/clock.ts";
import { command } from "../../kernel/command.ts";
import type { Tx } from "../../kernel/context.ts";
import { conflict, forbidden, notFound, tooMany } from "../../kernel/faults.ts";
import { parsed } from "../../kernel/parsed.ts";
import { tellComments } from "../document/typing.ts";
import { atHand, canReadStory } from "../policy.ts";
import { openShare } from "../shares/share-queries.ts";
import { CommentByLink } from "../shares/shares.ts";

/** Comments through one link. */
const commentLimit: Limit = { name: "share-comment", tries: 30, seconds: 3600 };

/** Somebody outside says something about the story that was shared with them. @throws Fault notFound, forbidden, conflict, tooMany, invalid */
export async function commentByLink(input: z.input<typeof CommentByLink>, now: Date = systemNow()) {
  const { token, ...said } = parsed(CommentByLink, input);
  const share = await shareToCommentOn(token, now);
  const refused = await countTry(commentLimit, share.id);
  if (refused) throw tooMany(refused.retryAfterSeconds);
  return say(
    { kind: "guest", id: share.id, name: share.recipient },
    { ...said, token },
    { commandId: said.commentId, now },
  );
}

const say = command({
  name: "comment.by_link",
  input: CommentByLink,
  async run({ actor, now, tx, emit }, { token, commentId, quote, text }) {
    // Read again in the transaction: it may have been revoked, or put under embargo, a moment ago.
    const share = await shareToCommentOn(token, now, tx);
    if (actor.kind !== "guest") throw notFound("preview");
    const thread = {
      id: commentId,
      storyId: share.storyId,
      quote,
      isAnchored: false,
      shareId: share.id,
      createdAt: now,
    };
    await tx.commentThread.create({ data: thread });
    await tx.comment.create({
      data: { id: commentId, threadId: commentId, shareId: share.id, text, createdAt: now },
    });
    const called = await peopleToCall(tx, share.id);
    await tx.mention.createMany({ data: called.map((staffId) => ({ commentId, staffId })) });
    await tellComments(tx, share.storyId);
    emit({
      type: "comment.started",
      subject: share.storyId,
      payload: { threadId: commentId, commentId, shareId: share.id, mentions: [] },
    });
    return {};
  },
});

/** A page that was opened before an embargo may still be open. @throws Fault notFound, forbidden, conflict */
async function shareToCommentOn(token: string, now: Date, tx?: Tx) {
  const share = await openShare(hashOf(token), now, tx);
  if (!share) throw notFound("preview");
  if (!share.mayComment) throw forbidden("This preview is to read only.");
  if (underEmbargo(share.story, now)) throw conflict("This is under embargo. Your link takes comments again after it.");
  return share;
}

/** Who is to answer: who made the link and who has the story, as far as they are in and may read it now. */
async function peopleToCall(tx: Tx, shareId: string): Promise<string[]> {
  const { createdById, story } = await tx.shareLink.findUniqueOrThrow({
    where: { id: shareId },
    select: { createdById: true, story: { select: atHand } },
  });
  const people = await tx.staff.findMany({
    where: { id: { in: [createdById, story.assigneeId].flatMap((id) => id ?? []) }, deactivatedAt: null },
    select: { id: true, name: true, role: true },
  });
  return people
    .filter((person) => canReadStory({ ...person, kind: "staff", sessionId: "" }, story))
    .map(({ id }) => id);
}
