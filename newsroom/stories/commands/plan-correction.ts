import "server-only";
import { command } from "../../kernel/command.ts";
import { forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canCorrectStory, canPlanStory } from "../policy.ts";
import { sayWith } from "../publication/change-log.ts";
import { demandPlannable, makePlan } from "../publication/plans.ts";
import { cutForPublication, demandCorrectable } from "../publication/publication.ts";
import { PlanCorrection } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Plans that what was put right goes live at an instant, with what readers are told of it: text and note are pinned.
 * It takes the place of an open plan to update or correct.
 */
export const planCorrection = command({
  name: "story.plan_correction",
  input: PlanCorrection,
  async run(context, { storyId, version, seq, at, zone, kind, note, place, isPublic }) {
    const { actor, tx } = context;
    const found = await storyInHandOf(context, storyId);
    const settings = await newsroomSettings(tx);
    if (!canCorrectStory(actor, found, settings) || !canPlanStory(actor, found, settings))
      throw forbidden("You may not plan a correction of this story.");
    demandVersion(found, version);
    demandCorrectable(found);
    await demandPlannable(context, found, { verb: "correct", at, zone }, settings);
    const { revision } = await cutForPublication(context, found, "planned", { seq });
    await sayWith(tx, revision.id, storyId, { kind, note, place, isPublic });
    const planId = await makePlan(context, { storyId, verb: "correct", revisionId: revision.id, at, zone });
    return { planId, version: version + 1 };
  },
});
