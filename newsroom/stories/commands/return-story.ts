import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { stages } from "../../workflow/queries.ts";
import { isWithWriter, moveProblem, type Stage, stageOf, wayToWriter } from "../../workflow/stages.ts";
import { keepNote } from "../notes.ts";
import { canReturnStory } from "../policy.ts";
import { ReturnStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Gives a story back to its writer, who is told why until it is handed in again. `stage`: where, if not at the first that the workflow leads to.
 * @throws Fault conflict if its writer has it already, or the workflow leads to no such stage from here
 */
export const returnStory = command({
  name: "story.return",
  input: ReturnStory,
  async run(context, { storyId, version, stage, reason }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canReturnStory(actor, story)) throw forbidden("Only editors return stories.");
    demandVersion(story, version);
    if (isWithWriter(story.standsAt.meaning)) throw conflict("Its writer has this story already.");
    const to = returnedTo(await stages(tx), story.stage, stage);
    const noteId = await keepNote(context, storyId, reason);
    await tx.story.update({
      where: { id: storyId },
      data: { stage: to, returnNoteId: noteId, changedAt: now, version: { increment: 1 } },
    });
    emit({ type: "story.returned", subject: storyId, payload: { from: story.stage, to, noteId } });
    return { version: version + 1 };
  },
});

function returnedTo(all: readonly Stage[], from: string, wanted: string | undefined): string {
  if (wanted === undefined) {
    const way = wayToWriter(all, from);
    if (!way.to) throw conflict(way.problem);
    return way.to.key;
  }
  const problem = moveProblem(all, from, wanted);
  if (problem) throw conflict(problem);
  if (stageOf(all, wanted)?.meaning !== "writing")
    throw invalid([{ path: "stage", message: "A story is returned to where it is written." }]);
  return wanted;
}
