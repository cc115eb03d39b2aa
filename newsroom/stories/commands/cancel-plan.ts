import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden, notFound } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { tellStory } from "../document/typing.ts";
import { canPlanStory, canReadStory } from "../policy.ts";
import { cancelWithdrawalOfNothing } from "../publication/plans.ts";
import { CancelPlan } from "../schema.ts";
import { storyInHand } from "../story-at-hand.ts";

/** With the last plan to publish a story that is not live, its withdrawal is over too. */
export const cancelPlan = command({
  name: "plan.cancel",
  input: CancelPlan,
  async run(context, { planId }) {
    const { actor, now, tx, emit } = context;
    const plan = await tx.plan.findUnique({ where: { id: planId } });
    if (!plan) throw notFound("plan");
    const story = await storyInHand(tx, plan.storyId);
    if (!canReadStory(actor, story)) throw notFound("plan");
    if (!canPlanStory(actor, story, await newsroomSettings(tx))) throw forbidden("You may not cancel this plan.");
    // Read again under the story's lock: the plan may have been carried out meanwhile.
    const { count } = await tx.plan.updateMany({
      where: { id: planId, doneAt: null, cancelledAt: null },
      data: { cancelledAt: now },
    });
    if (count === 0)
      throw conflict(plan.isUndoable ? "It is too late: this has gone live." : "This plan is not open any more.");
    await tx.story.update({ where: { id: story.id }, data: { changedAt: now, version: { increment: 1 } } });
    await tellStory(tx, story.id);
    emit({ type: "plan.cancelled", subject: story.id, payload: { planId } });
    const withdrawalCancelled = await cancelWithdrawalOfNothing(context, story);
    return { version: story.version + 1, withdrawalCancelled };
  },
});
