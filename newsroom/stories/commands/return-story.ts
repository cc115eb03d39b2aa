import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { stages } from "../../workflow/queries.ts";
import { isWithWriter, writtenAt } from "../../workflow/stages.ts";
import { keepNote } from "../notes.ts";
import { canReturnStory } from "../policy.ts";
import { ReturnStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Gives a story back to its writer, who is told why until it is handed in again. The workflow always knows this way.
 * @throws Fault conflict if its writer has it already
 */
export const returnStory = command({
  name: "story.return",
  input: ReturnStory,
  async run(context, { storyId, version, reason }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canReturnStory(actor, story)) throw forbidden("Only editors return stories.");
    demandVersion(story, version);
    if (isWithWriter(story.standsAt.meaning)) throw conflict("Its writer has this story already.");
    const to = writtenAt(await stages(tx)).key;
    const noteId = await keepNote(context, storyId, reason);
    await tx.story.update({
      where: { id: storyId },
      data: { stage: to, returnNoteId: noteId, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.returned", subject: storyId, payload: { from: story.stage, to, noteId } });
    return { version: version + 1 };
  },
});
