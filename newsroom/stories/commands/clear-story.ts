import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { noteLegal } from "../legal.ts";
import { keepNote } from "../notes.ts";
import { canClearStory } from "../policy.ts";
import { ClearStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Notes that legal has cleared the story, or is not needed after all. @throws Fault conflict if that stands there already */
export const clearStory = command({
  name: "story.clear",
  input: ClearStory,
  async run(context, { storyId, version, as, note }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canClearStory(actor, story)) throw forbidden("Only editors note what legal says.");
    demandVersion(story, version);
    if (story.legalStatus === as)
      throw conflict(as === "cleared" ? "Legal has cleared this story already." : "Legal is not needed already.");
    const noteId = await keepNote(context, storyId, note);
    await tx.story.update({
      where: { id: storyId },
      data: { ...noteLegal(context, as), changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.cleared", subject: storyId, payload: { as, noteId } });
    return { version: version + 1 };
  },
});
