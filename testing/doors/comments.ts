import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { startThread } from "#newsroom/stories/commands/start-thread";
import * as story from "../../app/(desk)/desk/stories/[id]/actions.ts";
import { type Door, storyDoor } from "./door.ts";

/** Of what the desk says beside a text. */
export const commentDoors: Door[] = [
  storyDoor(story.readThreads, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.readPeopleToMention, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.seeMentions, "story.read", ({ storyId }) => [{ storyId }]),
  storyDoor(story.startThread, "story.comment", ({ storyId }) => [aThread(storyId)]),
  storyDoor(story.replyToThread, "story.comment", async ({ storyId }) => [
    { threadId: await startedThread(storyId), commentId: newId(), text: "Yes." },
  ]),
  storyDoor(story.resolveThread, "story.comment", async ({ storyId }) => [
    { threadId: await startedThread(storyId), version: 1 },
  ]),
  storyDoor(story.reopenThread, "story.comment", async ({ storyId }) => {
    const threadId = await startedThread(storyId);
    await deskDb().commentThread.update({ where: { id: threadId }, data: { resolvedAt: new Date() } });
    return [{ threadId, version: 1 }];
  }),
  storyDoor(story.editComment, "story.comment", async ({ storyId }, { id }) => [
    { ...(await aComment(storyId, id)), text: "How many now?" },
  ]),
  storyDoor(story.removeComment, "story.comment", async ({ storyId }, { id }) => [await aComment(storyId, id)]),
  storyDoor(story.removeComment, "comment.remove", async ({ storyId }) => [
    await aComment(storyId, (await aStaff()).actor.id),
  ]),
];

const aThread = (storyId: string) => ({
  storyId,
  threadId: newId(),
  commentId: newId(),
  quote: "Lorries wait",
  isAnchored: true,
  text: "How many?",
});

async function startedThread(storyId: string): Promise<string> {
  const thread = aThread(storyId);
  await startThread((await aStaff({ role: "editor" })).actor, thread);
  return thread.threadId;
}

/** Said by whoever it is, whatever they may do. */
async function aComment(storyId: string, staffId: string) {
  const threadId = await startedThread(storyId);
  const comment = { id: newId(), threadId, staffId, text: "How many?", createdAt: new Date() };
  await deskDb().comment.create({ data: comment });
  return { commentId: comment.id, version: 1 };
}
