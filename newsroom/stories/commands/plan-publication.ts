import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { reasonNotToPublish } from "../../workflow/publication.ts";
import { demandFuture, demandOrder, makePlan, openPlan } from "../plans.ts";
import { canPlanStory } from "../policy.ts";
import { cutForPublication } from "../publication.ts";
import { PlanPublication } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/**
 * Plans that what the planner saw goes live at an instant. The plan pins its revision: later typing never goes out by itself.
 * An open plan of the same verb is replaced.
 */
export const planPublication = command({
  name: "story.plan",
  input: PlanPublication,
  async run(context, { storyId, version, seq, at, zone }) {
    const { actor, now, tx } = context;
    const found = await storyInHandOf(context, storyId);
    const settings = await newsroomSettings(tx);
    if (!canPlanStory(actor, found, settings)) throw forbidden("You may not plan this story's publication.");
    demandVersion(found, version);
    demandFuture(at, now);
    const reason = reasonNotToPublish(found, at, settings.zone);
    if (reason) throw conflict(reason);
    if ((await tx.plan.count({ where: { storyId, isUndoable: true, ...openPlan } })) > 0)
      throw conflict("This story is about to go live. Please undo that first, or wait the moment.");
    const verb = found.publication === "live" ? "update" : "publish";
    await demandOrder(tx, { storyId, verb, at, zone }, now);

    const { story, revision } = await cutForPublication(context, found, "planned", { seq });
    const planId = await makePlan(context, { storyId: story.id, verb, revisionId: revision.id, at, zone });
    return { planId, version: version + 1 };
  },
});
