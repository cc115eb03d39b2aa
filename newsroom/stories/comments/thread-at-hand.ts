import "server-only";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { conflict, forbidden, invalid, notFound } from "../../kernel/faults.ts";
import { tellComments } from "../document/typing.ts";
import { canCommentStory, canReadStory, type StoryAtHand } from "../policy.ts";
import { storyInHandOf } from "../story-at-hand.ts";
import { mentionsIn } from "./comments.ts";

/** The story in hand of who may comment on it. @throws Fault notFound, forbidden */
export async function commentedStory(context: CommandContext, storyId: string) {
  const story = await storyInHandOf(context, storyId);
  if (!canCommentStory(context.actor, story)) throw forbidden("You may not comment on this story.");
  return story;
}

/** A thread with its story in hand; one of a story that may not be read is as unknown as none. @throws Fault notFound, forbidden */
export async function threadInHand(context: CommandContext, threadId: string) {
  const found = await context.tx.commentThread.findUnique({ where: { id: threadId }, select: { storyId: true } });
  if (!found) throw notFound("thread");
  const story = await commentedStory(context, found.storyId);
  // Read again: the story's lock is what makes the threads' verbs follow each other.
  const thread = await context.tx.commentThread.findUnique({ where: { id: threadId } });
  if (!thread) throw notFound("thread");
  return { story, thread };
}

/** A comment with its thread and story in hand. @throws Fault notFound, forbidden */
export async function commentInHand(context: CommandContext, commentId: string) {
  const found = await context.tx.comment.findUnique({ where: { id: commentId }, select: { threadId: true } });
  if (!found) throw notFound("comment");
  const { story, thread } = await threadInHand(context, found.threadId);
  const comment = await context.tx.comment.findUnique({ where: { id: commentId }, include: { mentions: true } });
  if (!comment) throw notFound("comment");
  return { story, thread, comment };
}

/** @throws Fault conflict if the comment was edited since the caller looked */
export function demandComment(comment: { version: number }, version: number): void {
  if (comment.version !== version)
    throw conflict("This comment was changed meanwhile. Please read it first.", { version: comment.version });
}

/** @throws Fault conflict if somebody wrote in the thread, or resolved or reopened it, since the caller looked */
export function demandThread(thread: { version: number }, version: number): void {
  if (thread.version !== version)
    throw conflict("Somebody wrote here meanwhile. Please read it first.", { version: thread.version });
}

interface Saying {
  commentId: string;
  threadId: string;
  text: string;
}

/** Stores what the actor says, with who is mentioned. @throws Fault invalid for a mention of who may not read the story */
export async function say(
  { actor, now, tx }: CommandContext,
  story: StoryAtHand & { id: string },
  saying: Saying,
): Promise<string[]> {
  if (actor.kind !== "staff") throw forbidden("People comment.");
  const { commentId: id, threadId, text } = saying;
  const mentions = mentionsIn(text);
  await demandReaders(tx, story, mentions);
  await tx.comment.create({ data: { id, threadId, staffId: actor.id, text, createdAt: now } });
  await mention(tx, id, mentions);
  await tellComments(tx, story.id);
  return mentions;
}

export const mention = (tx: Tx, commentId: string, people: string[]) =>
  tx.mention.createMany({ data: people.map((staffId) => ({ commentId, staffId })) });

/** @throws Fault invalid unless all of them are in and may read the story */
export async function demandReaders(tx: Tx, story: StoryAtHand, mentions: string[]): Promise<void> {
  const people = await tx.staff.findMany({
    where: { id: { in: mentions }, deactivatedAt: null },
    select: { id: true, name: true, role: true },
  });
  const readers = people.filter((person) => canReadStory({ ...person, kind: "staff", sessionId: "" }, story));
  if (readers.length < mentions.length)
    throw invalid([{ path: "text", message: "Somebody whom you mention cannot read this story." }]);
}
