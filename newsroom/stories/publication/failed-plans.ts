import "server-only";
import { z } from "zod";
import { command } from "../../kernel/command.ts";
import { Id } from "../../kernel/ids.ts";
import { tellStory } from "../document/typing.ts";
import { openPlan } from "./plans.ts";

const triesBeforeGivingUp = 6;
const firstRetryMs = 1_000;

/** A plan that was decided on since it failed has not failed. */
export const notePlanFailure = command({
  name: "plan.note_failure",
  input: z.object({ planId: Id, words: z.string(), isFinal: z.boolean() }),
  async run({ tx, now, emit }, { planId, words, isFinal }) {
    // Story before plan, as in every verb.
    await tx.$queryRaw`
      select from "Story" story join "Plan" plan on plan."storyId" = story."id"
      where plan."id" = ${planId}::uuid for update of story`;
    const [plan] = await tx.plan.updateManyAndReturn({
      where: { id: planId, ...openPlan },
      data: { tries: { increment: 1 }, failure: words },
      select: { storyId: true, tries: true },
    });
    if (!plan) return {};
    await tellStory(tx, plan.storyId);
    if (!isFinal && plan.tries < triesBeforeGivingUp) {
      const nextTryAt = new Date(now.getTime() + firstRetryMs * 2 ** (plan.tries - 1));
      await tx.plan.update({ where: { id: planId }, data: { nextTryAt } });
      return {};
    }
    await tx.plan.update({ where: { id: planId }, data: { failedAt: now } });
    emit({ type: "plan.failed", subject: plan.storyId, payload: { planId } });
    return {};
  },
});
