import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { keepNote } from "../notes.ts";
import { canHoldStory } from "../policy.ts";
import { ReleaseStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Lets a story that was on hold go on. @throws Fault conflict if it is not on hold */
export const releaseStory = command({
  name: "story.release",
  input: ReleaseStory,
  async run(context, { storyId, version, note }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canHoldStory(actor, story)) throw forbidden("Only editors release stories that are on hold.");
    demandVersion(story, version);
    if (story.heldBecause === null) throw conflict("This story is not on hold.");
    const noteId = await keepNote(context, storyId, note);
    await tx.story.update({
      where: { id: storyId },
      data: { heldBecause: null, heldById: null, heldAt: null, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.released", subject: storyId, payload: { noteId } });
    return { version: version + 1 };
  },
});
