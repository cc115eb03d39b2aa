import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { stages } from "../../workflow/queries.ts";
import { isWithWriter, moveProblem, stageOf } from "../../workflow/stages.ts";
import { requireLegal } from "../legal.ts";
import { keepNote } from "../notes.ts";
import { canMoveStory } from "../policy.ts";
import { MoveStory } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Moves the working copy to another stage; readers notice nothing. Who sends it to the lawyers' stage asks for their word.
 * @throws Fault invalid for a stage that does not exist; conflict for a move that the workflow does not know
 */
export const moveStory = command({
  name: "story.move",
  input: MoveStory,
  async run(context, { storyId, version, stage: key, note }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canMoveStory(actor, story)) throw forbidden("Only editors move stories between stages.");
    demandVersion(story, version);
    if (story.stage === key) return { version };
    const all = await stages(tx);
    const problem = moveProblem(all, story.stage, key);
    const stage = stageOf(all, key);
    if (!stage) throw invalid([{ path: "stage", message: problem ?? "" }]);
    if (problem) throw conflict(problem);
    const noteId = await keepNote(context, storyId, note);
    await tx.story.update({
      where: { id: storyId },
      data: {
        stage: key,
        ...(!isWithWriter(stage.meaning) && { returnNoteId: null }),
        changedAt: now,
        version: { increment: 1 },
      },
    });
    emit({ type: "story.stage_moved", subject: storyId, payload: { from: story.stage, to: key, noteId } });
    if (stage.meaning === "legal" && story.legalStatus === "notNeeded") await requireLegal(context, storyId, null);
    return { version: version + 1 };
  },
});
