import "server-only";
import { command } from "../../kernel/command.ts";
import { conflict, forbidden } from "../../kernel/faults.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { canUnpublishStory } from "../policy.ts";
import { demandFuture, demandOrder, makePlan, openPlan } from "../publication/plans.ts";
import { PlanWithdrawal } from "../schema.ts";
import { demandVersion, storyInHandOf } from "../story-at-hand.ts";

/** Plans that a story is taken back quietly at an instant: one that is live, or that will be by then. */
export const planWithdrawal = command({
  name: "story.plan_withdrawal",
  input: PlanWithdrawal,
  async run(context, { storyId, version, at, zone }) {
    const { actor, now, tx } = context;
    const story = await storyInHandOf(context, storyId);
    if (!canUnpublishStory(actor, story, await newsroomSettings(tx)))
      throw forbidden("You may not unpublish this story.");
    demandVersion(story, version);
    demandFuture(at, now);
    const willBeLive = { storyId, verb: { not: "withdraw" as const }, ...openPlan };
    if (story.publication !== "live" && (await tx.plan.count({ where: willBeLive })) === 0)
      throw conflict("This story is not live, and no plan will publish it: there is nothing to withdraw.");
    await demandOrder(tx, { storyId, verb: "withdraw", at, zone }, now);
    const planId = await makePlan(context, { storyId, verb: "withdraw", revisionId: null, at, zone });
    return { planId, version: version + 1 };
  },
});
