import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { bytes } from "../document/document-store.ts";
import { PutAsideUpdate } from "../document/put-aside.ts";
import { canWriteStory } from "../policy.ts";
import { storyInHandOf } from "../story-at-hand.ts";

/** So much of one person's stays waiting to be looked at; who sends more is refused. */
const mostWaiting = 20;

/**
 * Keeps an update that must not become part of the text, for its sender to read its words. Answers false if they have too much of that already.
 * @throws Fault notFound, forbidden
 */
export const putAsideUpdate = command({
  name: "story.put_aside_update",
  input: PutAsideUpdate,
  async run(context, { storyId, update, why }): Promise<{ isKept: boolean }> {
    const { actor, now, tx, emit } = context;
    if (!canWriteStory(actor, await storyInHandOf(context, storyId)))
      throw forbidden("You may not write in this story.");
    const staffId = staffIdOf(actor);
    const waiting = await tx.quarantinedUpdate.count({ where: { storyId, staffId, seenAt: null } });
    if (waiting >= mostWaiting) return { isKept: false };
    await tx.quarantinedUpdate.create({
      data: { id: newId(), storyId, staffId, update: bytes(update), why, at: now },
    });
    emit({ type: "story.text_quarantined", subject: storyId, payload: { updates: 1 } });
    return { isKept: true };
  },
});
