import "server-only";
import { Prisma } from "@prisma/client";
import { staffIdOf } from "../../kernel/actor.ts";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { conflict, invalid } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { dayAndBothTimes } from "../../settings/zone.ts";
import { reasonNotToPublish } from "../../workflow/publication.ts";
import { tellStory } from "../document/typing.ts";
import type { StoryInHand } from "../story-at-hand.ts";

/** Still to come, or to be tried again. */
export const openPlan = { doneAt: null, cancelledAt: null, failedAt: null } satisfies Prisma.PlanWhereInput;

/** Not decided on: still to come, or failed and waiting for a person. */
export const undecidedPlan = { doneAt: null, cancelledAt: null } satisfies Prisma.PlanWhereInput;

/**
 * What is pressed last goes first: what was planned before waits while it counts down, is over once it is live, and has its turn after
 * Undo. A withdrawal waits for nothing.
 */
export const hasItsTurn = {
  OR: [
    { verb: "withdraw" },
    { isUndoable: true },
    { story: { is: { plans: { none: { isUndoable: true, ...openPlan } } } } },
  ],
} satisfies Prisma.PlanWhereInput;

/** The same of a row `plan`. */
export const hasItsTurnInSql = Prisma.sql`(plan."verb" = 'withdraw' or plan."isUndoable" or plan."storyId" not in (
  select "storyId" from "Plan" where "isUndoable" and "doneAt" is null and "cancelledAt" is null and "failedAt" is null))`;

interface NewPlan {
  storyId: string;
  verb: "publish" | "update" | "correct" | "withdraw";
  revisionId: string | null;
  at: Date;
  zone: string;
  isUndoable?: boolean;
}

/** @throws Fault invalid for an instant that has passed */
export function demandFuture(at: Date, now: Date): void {
  if (at <= now) throw invalid([{ path: "at", message: "This time has passed. Please choose a later one." }]);
}

/**
 * May the story be published by a plan at that instant, as far as can be known now?
 * @throws Fault invalid for an instant that has passed; conflict, with what stands in the way
 */
export async function demandPlannable(
  { tx, now }: CommandContext,
  story: StoryInHand,
  { verb, at, zone }: Pick<NewPlan, "verb" | "at" | "zone">,
  newsroom: { zone: string },
): Promise<void> {
  demandFuture(at, now);
  const reason = reasonNotToPublish(story, at, newsroom.zone);
  if (reason) throw conflict(reason);
  const { id: storyId } = story;
  if ((await tx.plan.count({ where: { storyId, isUndoable: true, ...openPlan } })) > 0)
    throw conflict("This story is about to go live. Please undo that first, or wait the moment.");
  // An update in its place would go out without what readers were to be told.
  if (verb !== "correct" && (await tx.plan.count({ where: { storyId, verb: "correct", ...undecidedPlan } })) > 0)
    throw conflict("A correction of this story is planned. Please change or cancel that first.");
  await demandOrder(tx, { storyId, verb, at, zone }, now);
}

/**
 * A story is not withdrawn before it is published, nor published by a plan after it was to be gone.
 * @throws Fault conflict, naming the plan that stands in the way
 */
export async function demandOrder(
  tx: Tx,
  { storyId, verb, at, zone }: Pick<NewPlan, "storyId" | "verb" | "at" | "zone">,
  now: Date,
): Promise<void> {
  const isWithdrawal = verb === "withdraw";
  const other = await tx.plan.findFirst({
    where: {
      storyId,
      ...openPlan,
      verb: isWithdrawal ? { not: "withdraw" } : "withdraw",
      at: isWithdrawal ? { gte: at } : { lte: at },
    },
    select: { at: true },
  });
  if (!other) return;
  const when = dayAndBothTimes(other.at, zone, now);
  throw conflict(
    isWithdrawal
      ? `This story is to be published ${when}: it cannot be withdrawn before that.`
      : `This story is to be withdrawn ${when}: it cannot be published after that. Please move or cancel the withdrawal first.`,
  );
}

/** Stores a plan in place of the one that stood for the same; counts the story's version up and tells who has it open. */
export async function makePlan(context: CommandContext, plan: NewPlan): Promise<string> {
  const { tx, now, actor, emit } = context;
  const { storyId, verb, at, isUndoable = false } = plan;
  await cancelPlans(context, storyId, "replaced", replacedBy(verb, isUndoable));
  const id = newId();
  await tx.plan.create({ data: { ...plan, id, isUndoable, plannedById: staffIdOf(actor), plannedAt: now } });
  await tx.story.update({ where: { id: storyId }, data: { changedAt: now, version: { increment: 1 } } });
  await tellStory(tx, storyId);
  emit({ type: "plan.made", subject: storyId, payload: { planId: id, verb, at: at.toISOString(), isUndoable } });
  return id;
}

/** Of what counts down, the newest press counts. What a planned correction says, it says of everything that was to be updated. */
function replacedBy(verb: NewPlan["verb"], isUndoable: boolean): Prisma.PlanWhereInput {
  if (isUndoable) return { isUndoable };
  return { verb: verb === "correct" ? { in: ["update", verb] } : verb, isUndoable };
}

/** What was done that left a plan without its point. */
type CancelledBecause = "published" | "withdrawn" | "overtaken" | "spiked" | "replaced" | "unplanned";

/** Cancels what is planned for a story and not decided on, and announces each. Answers how many there were. */
export async function cancelPlans(
  context: CommandContext,
  storyId: string,
  because: CancelledBecause,
  which: Prisma.PlanWhereInput = {},
  plannedBy: string | null = null,
): Promise<number> {
  const plans = await context.tx.plan.updateManyAndReturn({
    where: { storyId, ...which, ...undecidedPlan },
    data: { cancelledAt: context.now },
    select: { id: true },
  });
  for (const { id } of plans) announceCancelled(context, storyId, id, because, plannedBy);
  return plans.length;
}

/** A story that is not live and that no plan publishes any more has nothing to withdraw. Answers whether its withdrawal was cancelled. */
export async function cancelWithdrawalOfNothing(
  context: CommandContext,
  { id: storyId, publication }: Pick<StoryInHand, "id" | "publication">,
): Promise<boolean> {
  if (publication === "live") return false;
  const toPublish = { storyId, verb: { not: "withdraw" as const }, ...undecidedPlan };
  if ((await context.tx.plan.count({ where: toPublish })) > 0) return false;
  return (await cancelPlans(context, storyId, "unplanned", { verb: "withdraw" })) > 0;
}

/** `plannedBy`: whose plan it was that did it, if it was not done by hand. */
export function announceCancelled(
  { emit }: CommandContext,
  storyId: string,
  planId: string,
  because: CancelledBecause,
  plannedBy: string | null,
): void {
  emit({ type: "plan.cancelled", subject: storyId, payload: { planId, because, ...(plannedBy && { plannedBy }) } });
}
