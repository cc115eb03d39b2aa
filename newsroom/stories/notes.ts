import "server-only";
import { staffIdOf } from "../kernel/actor.ts";
import type { CommandContext } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";

/** Keeps what somebody said with a verb; events carry its id and no words. Null if nothing was said. */
export async function keepNote(
  { actor, now, tx }: CommandContext,
  storyId: string,
  text: string | undefined,
): Promise<string | null> {
  if (!text) return null;
  const id = newId();
  await tx.storyNote.create({ data: { id, storyId, staffId: staffIdOf(actor), text, at: now } });
  return id;
}
