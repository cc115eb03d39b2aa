import "server-only";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import { system } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { Id } from "../../kernel/ids.ts";
import { hasItsTurn, hasItsTurnInSql, openPlan } from "./plans.ts";

const actor = system("the clock");
/** Later than this, a plan is overdue. */
export const overdueAfterMs = 5_000;
/** So long nobody has tried what is due, or due again: then people are told. Many that are due together are on their way for as long. */
const untriedForMs = 15_000;
const most = 50;

/** Plans that should have been carried out a while ago and were not: nobody works, or something is in the way. */
export async function overduePlans(now: Date): Promise<{ id: string; storyId: string; at: Date; tries: number }[]> {
  return deskDb().plan.findMany({
    where: { ...openPlan, ...hasItsTurn, at: { lt: new Date(now.getTime() - overdueAfterMs) } },
    orderBy: { at: "asc" },
    take: most,
    select: { id: true, storyId: true, at: true, tries: true },
  });
}

/** Says in the log what is overdue, as the desk shows it, and announces each plan that nobody tries: once. Answers how many are overdue. */
export async function reportOverduePlans(now: Date, signal?: AbortSignal): Promise<number> {
  const overdue = await overduePlans(now);
  for (const { id: planId, storyId, at, tries } of overdue)
    log.error("A plan is overdue", { planId, storyId, at: at.toISOString(), tries });
  if (overdue.length === 0) return 0;
  for (const planId of await untoldPlans(now)) {
    if (signal?.aborted) break;
    await announceOverdue(actor, { planId }, { now });
  }
  return overdue.length;
}

async function untoldPlans(now: Date): Promise<string[]> {
  const rows = await deskDb().$queryRaw<{ id: string }[]>`
    select plan."id"::text from "Plan" plan
    where greatest(plan."at", plan."nextTryAt") < ${new Date(now.getTime() - untriedForMs)}
      and plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null and ${hasItsTurnInSql}
      and not exists (
        select from "Event" event
        where event."subject" = plan."storyId" and event."type" = 'plan.overdue'
          and event."payload" ->> 'planId' = plan."id"::text)
    order by plan."at" limit ${most}`;
  return rows.map(({ id }) => id);
}

/** Whoever holds the story is busy with it: what is late still is told in the next round. */
const announceOverdue = command({
  name: "plan.announce_overdue",
  input: z.object({ planId: Id }),
  async run({ tx, emit }, { planId }) {
    // Story before plan, as in every verb.
    const [story] = await tx.$queryRaw<{ id: string }[]>`
      select story."id"::text from "Story" story join "Plan" plan on plan."storyId" = story."id"
      where plan."id" = ${planId}::uuid for update of story skip locked`;
    if (!story || (await tx.plan.count({ where: { id: planId, ...openPlan } })) === 0) return {};
    const told = { subject: story.id, type: "plan.overdue", payload: { path: ["planId"], equals: planId } };
    if ((await tx.event.count({ where: told })) > 0) return {};
    emit({ type: "plan.overdue", subject: story.id, payload: { planId } });
    return {};
  },
});
