import "server-only";
import type { StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { storyThreads } from "./comment-queries.ts";

/** What starts a thread about words of a story. */
export const about = (storyId: string, more = {}) => ({
  storyId,
  threadId: newId(),
  commentId: newId(),
  quote: "Lorries wait",
  isAnchored: true,
  text: "How many?",
  ...more,
});

export const reply = (threadId: string, text = "Forty.") => ({ threadId, commentId: newId(), text });

export async function onlyThread(actor: StaffActor, storyId: string) {
  const [thread, ...more] = await storyThreads(actor, storyId);
  if (!thread || more.length > 0) throw new Error("This story was to have one thread.");
  return thread;
}
