import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, invalid } from "../../kernel/faults.ts";
import { stages } from "../../workflow/queries.ts";
import { moveProblem, stageOf } from "../../workflow/stages.ts";
import { canClearStory, canMoveStory } from "../policy.ts";
import { TakeBackMove } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Moves a story back to where it was before a move, with what that did besides: the lawyers' word that it asked for, and the
 * return that it answered. The version says that nothing happened since.
 * @throws Fault invalid for a stage that does not exist any more; conflict for a way back that the workflow does not know
 */
export const takeBackMove = command({
  name: "story.take_back_move",
  input: TakeBackMove,
  async run(context, { storyId, version, stage: key, legal, returnNoteId }) {
    const { actor, now, tx, emit } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canMoveStory(actor, story)) throw forbidden("Only editors move stories between stages.");
    demandVersion(story, version);
    const all = await stages(tx);
    const problem = moveProblem(all, story.stage, key);
    if (!stageOf(all, key)) throw invalid([{ path: "stage", message: problem ?? "" }]);
    if (problem) throw conflict(problem);
    const isReleased = story.legalStatus === "required" && legal.status !== "required";
    if (isReleased && !canClearStory(actor, story)) throw forbidden("Only editors note what legal says.");
    await tx.story.update({
      where: { id: storyId },
      data: {
        stage: key,
        returnNoteId,
        ...(isReleased && { legalStatus: legal.status, legalById: legal.byId, legalAt: legal.at }),
        changedAt: now,
        version: { increment: 1 },
      },
    });
    emit({ type: "story.stage_moved", subject: storyId, payload: { from: story.stage, to: key, noteId: null } });
    if (isReleased) emit({ type: "story.cleared", subject: storyId, payload: { as: legal.status, noteId: null } });
    return { version: version + 1 };
  },
});
