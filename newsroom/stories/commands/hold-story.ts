import "server-only";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { keepNote } from "../notes.ts";
import { canHoldStory } from "../policy.ts";
import { HoldStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Stops a story where it stands: nobody publishes it, by hand or by plan, until it is released. What is live stays live. @throws Fault conflict */
export const holdStory = command({
  name: "story.hold",
  input: HoldStory,
  async run(context, { storyId, version, reason }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canHoldStory(actor, story)) throw forbidden("Only editors put stories on hold.");
    demandVersion(story, version);
    if (story.heldBecause !== null) throw conflict("This story is on hold already.");
    const noteId = await keepNote(context, storyId, reason);
    await tx.story.update({
      where: { id: storyId },
      data: {
        heldBecause: reason,
        heldById: staffIdOf(actor),
        heldAt: now,
        changedAt: now,
        version: { increment: 1 },
      },
    });
    emit({ type: "story.held", subject: storyId, payload: { noteId } });
    return { version: version + 1 };
  },
});
