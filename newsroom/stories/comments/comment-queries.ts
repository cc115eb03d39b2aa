import "server-only";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../../kernel/actor.ts";
import { notFound } from "../../kernel/faults.ts";
import { isId } from "../../kernel/ids.ts";
import { atHand, canEditComment, canReadStory, canRemoveComment } from "../policy.ts";
import { readableBy } from "../readable.ts";
import { asTyped, type Person, type Thread } from "./comments.ts";

const person = { select: { id: true, name: true } };

/** All that was said about a story, the first thread first. @throws Fault notFound, also for a story that may not be read */
export async function storyThreads(actor: Actor, storyId: string): Promise<Thread[]> {
  const story = await readStoryOf(actor, storyId);
  const me = staffIdOf(actor);
  const rows = await deskDb().commentThread.findMany({
    where: { storyId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: {
      resolvedBy: person,
      comments: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        include: {
          staff: person,
          share: { select: { recipient: true } },
          mentions: { select: { seenAt: true, staff: person } },
        },
      },
    },
  });
  return rows.map(({ id, version, quote, isAnchored, resolvedAt, resolvedBy, comments }) => ({
    id,
    version,
    quote,
    isAnchored,
    resolved: resolvedAt && { at: resolvedAt, by: resolvedBy?.name ?? null },
    comments: comments.map((comment) => ({
      id: comment.id,
      version: comment.version,
      by: comment.staff,
      guest: comment.share?.recipient ?? null,
      text: comment.text,
      at: comment.createdAt,
      editedAt: comment.editedAt,
      isRemoved: comment.removedAt !== null,
      mentions: comment.mentions.map(({ staff }) => staff),
      can: {
        edit: !comment.removedAt && canEditComment(actor, story, comment),
        remove: !comment.removedAt && canRemoveComment(actor, story, comment),
      },
    })),
    callsMe: comments.some(({ mentions }) => mentions.some(({ staff, seenAt }) => staff.id === me && !seenAt)),
  }));
}

/** Those who are in and may read a story, whom a comment may mention: names and ids, nothing else. @throws Fault notFound */
export async function peopleToMention(actor: Actor, storyId: string): Promise<Person[]> {
  const story = await readStoryOf(actor, storyId);
  const people = await deskDb().staff.findMany({
    where: { deactivatedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true },
  });
  return people
    .filter((person) => canReadStory({ ...person, kind: "staff", sessionId: "" }, story))
    .map(({ id, name }) => ({ id, name }));
}

export interface OwnMention {
  threadId: string;
  storyId: string;
  headline: string;
  slugline: string | null;
  language: string;
  by: string | null;
  words: string;
  at: Date;
}

/** Where the actor was mentioned, or called by what somebody outside said, and has not looked yet, the newest first; in stories that they may read now. */
export async function ownMentions(actor: Actor, limit = 6): Promise<OwnMention[]> {
  const staffId = staffIdOf(actor);
  if (!staffId) return [];
  const rows = await deskDb().mention.findMany({
    where: { staffId, seenAt: null, comment: { thread: { story: { is: readableBy(actor) } } } },
    orderBy: [{ comment: { createdAt: "desc" } }, { commentId: "desc" }],
    take: limit,
    select: {
      comment: {
        select: {
          text: true,
          createdAt: true,
          staff: person,
          share: { select: { recipient: true } },
          mentions: { select: { staff: person } },
          thread: {
            select: { id: true, story: { select: { id: true, headline: true, slugline: true, language: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ comment: { text, createdAt, staff, share, mentions, thread } }) => ({
    threadId: thread.id,
    storyId: thread.story.id,
    headline: thread.story.headline,
    slugline: thread.story.slugline,
    language: thread.story.language,
    by: staff?.name ?? share?.recipient ?? null,
    words: asTyped(
      text,
      mentions.map(({ staff }) => staff),
    ),
    at: createdAt,
  }));
}

async function readStoryOf(actor: Actor, storyId: string) {
  if (!isId(storyId)) throw notFound("story");
  const story = await deskDb().story.findUnique({
    where: { id: storyId },
    select: atHand,
  });
  if (!story || !canReadStory(actor, story)) throw notFound("story");
  return story;
}
