import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import type { Mail } from "#lib/mail/mail";
import type { StaffActor } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import type { EventType } from "../kernel/events.ts";
import { newId } from "../kernel/ids.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { startThread } from "../stories/commands/start-thread.ts";
import { aStory } from "../stories/testing.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

/** A story that `editor` gave back to its writer. */
export async function aReturned(writer: StaffActor, editor: StaffActor): Promise<string> {
  const { storyId } = await aStory({ by: writer });
  await deskDb().story.update({ where: { id: storyId }, data: { stage: "edit" } });
  await returnStory(editor, { storyId, version: await versionOf(storyId), reason: "Who says so?" });
  return storyId;
}

/** A comment in one's own story, that asks for somebody. */
export async function aMention(of: StaffActor, by: StaffActor) {
  const { storyId } = await aStory({ by });
  const thread = { storyId, threadId: newId(), commentId: newId(), quote: "", isAnchored: false };
  await startThread(by, { ...thread, text: `Ask @{${of.id}}, please` });
  return thread;
}

/** What a command of another module announces. */
export const announce = command({
  name: "test.announce",
  input: z.object({ type: z.custom<EventType>(), subject: z.string(), payload: z.record(z.string(), z.string()) }),
  async run({ emit }, announcement) {
    emit(announcement);
    return {};
  },
});

/** A mail server that takes everything. */
export function aPostbox() {
  const mails: Mail[] = [];
  return { mails, send: async (mail: Mail) => void mails.push(mail) };
}

export const rowsOf = ({ id }: StaffActor) => deskDb().notification.findMany({ where: { staffId: id } });

export const versionOf = async (storyId: string) =>
  (await deskDb().story.findUniqueOrThrow({ where: { id: storyId } })).version;
