import "server-only";
import { z } from "zod";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import { system } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, Fault, notFound } from "../../kernel/faults.ts";
import { Id } from "../../kernel/ids.ts";
import { revisionOf } from "../revisions/revisions.ts";
import type { StoryRow } from "../story-at-hand.ts";
import { demandSaid } from "./change-log.ts";
import { notePlanFailure } from "./failed-plans.ts";
import { hasItsTurnInSql } from "./plans.ts";
import { demandCorrectable, goLive } from "./publication.ts";
import { forestall, withdraw } from "./withdrawal.ts";

const actor = system("the clock");
/** So many transactions side by side: while one commits, the next is read. */
const hands = 2;
/** So many plans in one transaction, as long as none fails. */
const together = 20;

/**
 * Carries out what is due. A few plans share a transaction that claims and does them, so any number of processes does each
 * once, and one that dies holds nothing. One that fails is tried alone, again later, and keeps nothing else from its turn.
 * `clock` dates each: a plan that is late is live when it really went live. Once `signal` says so no other transaction begins.
 * Answers how many were carried out.
 */
export async function carryOutDuePlans(
  now: Date,
  clock: () => Date = () => now,
  signal?: AbortSignal,
): Promise<number> {
  const failed = new Set<string>();
  const carried = await Promise.all(Array.from({ length: hands }, () => oneHand(now, clock, failed, signal)));
  return carried.reduce((sum, count) => sum + count, 0);
}

async function oneHand(
  due: Date,
  clock: () => Date,
  failed: Set<string>,
  signal: AbortSignal | undefined,
): Promise<number> {
  let carried = 0;
  let alone = 0;
  for (;;) {
    if (signal?.aborted) return carried;
    const most = alone > 0 ? 1 : together;
    alone = Math.max(alone - 1, 0);
    try {
      const { count } = await carryOutNext(actor, { due, except: [...failed], most }, { now: clock() });
      if (count === 0) return carried;
      carried += count;
    } catch (error) {
      if (!(error instanceof PlanFailed)) throw error;
      if (most > 1) alone = together;
      else {
        failed.add(error.planId);
        await noteFailure(error, clock());
      }
    }
  }
}

/** Is there something to carry out at this very moment? What can wait lets it go first. */
export async function isPlanDue(now: Date): Promise<boolean> {
  const next = await nextPlanAt();
  return next !== null && next <= now;
}

/** The instant of the next plan, or of its next try; null if nothing is planned. */
export async function nextPlanAt(): Promise<Date | null> {
  const [next] = await deskDb().$queryRaw<{ at: Date | null }[]>`
    select min(greatest(plan."at", plan."nextTryAt")) as "at" from "Plan" plan
    where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null and ${hasItsTurnInSql}`;
  return next?.at ?? null;
}

class PlanFailed extends Error {
  readonly planId: string;
  constructor(planId: string, cause: unknown) {
    super("A plan could not be carried out.", { cause });
    this.planId = planId;
  }
}

const carryOutNext = command({
  name: "plan.carry_out",
  input: z.object({ due: z.date(), except: z.array(Id), most: z.int() }),
  async run(context, { due, except, most }): Promise<{ count: number }> {
    const plans = await claimed(context, { due, except, most });
    const [stories, revisions] = await readAll(context.tx, plans);
    for (const plan of plans) {
      try {
        await carryOut(context, plan, stories.get(plan.storyId), revisions.get(plan.revisionId ?? ""));
      } catch (error) {
        throw new PlanFailed(plan.id, error);
      }
    }
    return { count: plans.length };
  },
});

interface DuePlan {
  id: string;
  storyId: string;
  verb: "publish" | "update" | "correct" | "withdraw";
  revisionId: string | null;
  plannedById: string | null;
}

/** Story before plan, as in every verb. Whoever holds the story is busy with it: the others go on to the next plan. */
async function claimed(
  context: Pick<CommandContext, "tx" | "now">,
  { due, except, most }: { due: Date; except: string[]; most: number },
): Promise<DuePlan[]> {
  const { tx, now } = context;
  const found = await tx.$queryRaw<DuePlan[]>`
    select plan."id"::text, plan."storyId"::text, plan."verb"::text, plan."revisionId"::text, plan."plannedById"::text
    from "Plan" plan join "Story" story on story."id" = plan."storyId"
    where plan."at" <= ${due} and (plan."nextTryAt" is null or plan."nextTryAt" <= ${due})
      and plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null and ${hasItsTurnInSql}
      and not (plan."id" = any(${except}::uuid[]))
    order by plan."at", plan."id" limit ${most}
    for update of story skip locked`;
  if (found.length === 0) return [];
  // One a story: what the first does may cancel the second.
  const first = found.filter(({ storyId }, at) => found.findIndex((other) => other.storyId === storyId) === at);
  // Under the stories' locks: it may have been carried out, cancelled or pressed over since the row was found.
  const open = await tx.$queryRaw<{ id: string }[]>`
    update "Plan" plan set "doneAt" = ${now}, "failure" = null
    where plan."id" = any(${first.map(({ id }) => id)}::uuid[])
      and plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null and ${hasItsTurnInSql}
    returning plan."id"::text`;
  if (open.length === 0) return claimed(context, { due, except: [...except, ...first.map(({ id }) => id)], most });
  return first.filter(({ id }) => open.some((one) => one.id === id));
}

/** Of all at once: many may be due together. */
async function readAll(tx: CommandContext["tx"], plans: DuePlan[]) {
  if (plans.length === 0) return [new Map<string, StoryRow>(), new Map<string, RevisionRow>()] as const;
  const stories = await tx.story.findMany({ where: { id: { in: plans.map(({ storyId }) => storyId) } } });
  const ids = plans.flatMap(({ revisionId }) => revisionId ?? []);
  const revisions = ids.length > 0 ? await tx.revision.findMany({ where: { id: { in: ids } } }) : [];
  return [new Map(stories.map((row) => [row.id, row])), new Map(revisions.map((row) => [row.id, row]))] as const;
}

type RevisionRow = Parameters<typeof revisionOf>[0];

async function carryOut(
  context: CommandContext,
  { verb, plannedById }: DuePlan,
  story: StoryRow | undefined,
  revision: RevisionRow | undefined,
): Promise<void> {
  if (!story) throw notFound("story");
  if (verb === "withdraw") {
    if (story.publication === "live") await withdraw(context, story, "unpublished", null, plannedById);
    else await forestall(context, story.id, plannedById);
    return;
  }
  if (!revision) throw conflict("What was to be published is not there any more.");
  if (verb === "correct") {
    demandCorrectable(story);
    await demandSaid(context.tx, revision.id);
  }
  await goLive(context, story, revisionOf(revision), { plannedBy: plannedById });
}

/** A database that is away is nobody's failure: the plan waits for it. */
async function noteFailure({ planId, cause }: PlanFailed, now: Date): Promise<void> {
  if (isDatabaseAway(cause)) throw cause;
  log.error("A plan could not be carried out", { planId, error: cause });
  const isFinal = cause instanceof Fault;
  const words = isFinal ? cause.message : "Something broke while publishing.";
  await notePlanFailure(actor, { planId, words, isFinal }, { now });
}
