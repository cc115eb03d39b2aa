import "server-only";
import { z } from "zod";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import { system } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { Fault } from "../kernel/faults.ts";
import { Id } from "../kernel/ids.ts";
import { quarantineText } from "./commands/quarantine-text.ts";
import { settleText } from "./commands/settle-text.ts";
import { mergedDocument } from "./document.ts";
import { liftEmbargo } from "./embargo.ts";
import { goLive } from "./publication.ts";
import { revisionById } from "./revisions.ts";
import { storyInHand } from "./story-at-hand.ts";
import { openedDocument } from "./typing.ts";

const actor = system("the clock");
const most = 500;
const triesBeforeGivingUp = 5;
/** Milliseconds after which text that is open somewhere has come to rest. */
const settledBy = 10_000;
const open = { doneAt: null, cancelledAt: null, failedAt: null };

/** Text of a window whose program was killed before it came to rest. */
export async function settleLeftTexts(now: Date): Promise<number> {
  const left = await deskDb().$queryRaw<{ storyId: string; at: Date }[]>`
    select document."storyId"::text, max(update."at") as "at"
    from "StoryDocument" document join "DocumentUpdate" update on update."storyId" = document."storyId"
    where document."settledSeq" < document."seq"
    group by document."storyId" having max(update."at") < ${new Date(now.getTime() - settledBy)} limit 50`;
  for (const { storyId, at } of left) {
    const { seq, updates } = await openedDocument(storyId);
    const { unfit } = await settleText(actor, { storyId, seq, doc: mergedDocument(updates) }, { now: at });
    if (unfit) await quarantineText(actor, { storyId });
  }
  return left.length;
}

/**
 * Publishes what is due, each plan in a transaction of its own that claims it and carries it out, so any number of
 * processes publishes each once. A plan that fails is put aside for this round and shown once it is given up.
 * Answers how many went live.
 */
export async function publishDuePlans(now: Date): Promise<number> {
  const tried: string[] = [];
  let live = 0;
  while (tried.length < most) {
    const due = await nextDuePlan(now, tried);
    if (!due) break;
    tried.push(due);
    try {
      if ((await carryOutPlan(actor, { planId: due }, { now })).live) live++;
    } catch (error) {
      log.error("A plan could not be carried out", { planId: due, error });
      await notePlanFailure(actor, { planId: due, words: wordsOf(error), final: error instanceof Fault }, { now });
    }
  }
  return live;
}

const wordsOf = (error: unknown): string =>
  error instanceof Fault ? error.message : "Something broke while publishing.";

async function nextDuePlan(now: Date, tried: string[]): Promise<string | null> {
  const plan = await deskDb().plan.findFirst({
    where: { at: { lte: now }, ...open, id: { notIn: tried } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return plan?.id ?? null;
}

const carryOutPlan = command({
  name: "plan.carry_out",
  input: z.object({ planId: Id }),
  async run(context, { planId }) {
    const { tx, now } = context;
    // Story before plan, as in every verb. Whoever holds the story is busy with it; the others go on to the next plan.
    const [held] = await tx.$queryRaw<{ storyId: string }[]>`
      select s."id"::text as "storyId" from "Story" s where s."id" = (select "storyId" from "Plan" where "id" = ${planId}::uuid)
      for update skip locked`;
    const plan = held && (await tx.plan.findFirst({ where: { id: planId, at: { lte: now }, ...open } }));
    if (!plan?.revisionId) return { live: false };
    const story = await storyInHand(tx, plan.storyId);
    await tx.plan.update({ where: { id: planId }, data: { doneAt: now } });
    await goLive(context, story, await revisionById(tx, plan.revisionId));
    return { live: true };
  },
});

const notePlanFailure = command({
  name: "plan.note_failure",
  input: z.object({ planId: Id, words: z.string(), final: z.boolean() }),
  async run({ tx, now, emit }, { planId, words, final }) {
    const plan = await tx.plan.update({ where: { id: planId }, data: { tries: { increment: 1 }, failure: words } });
    if (!final && plan.tries < triesBeforeGivingUp) return {};
    await tx.plan.update({ where: { id: planId }, data: { failedAt: now } });
    emit({ type: "plan.failed", subject: plan.storyId, payload: { planId } });
    return {};
  },
});

/** Announces what time alone has changed for readers: embargoes that ended. One that fails waits for the next round. Answers how many. */
export async function announceLapses(now: Date): Promise<number> {
  const due = await deskDb().lapse.findMany({ where: { at: { lte: now } }, orderBy: { at: "asc" }, take: most });
  let announced = 0;
  for (const { storyId } of due) {
    try {
      if ((await announceLapse(actor, { storyId }, { now })).lapsed) announced++;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.error("The end of an embargo could not be announced", { storyId, error });
    }
  }
  return announced;
}

const announceLapse = command({
  name: "story.lapse_embargo",
  input: z.object({ storyId: Id }),
  async run(context, { storyId }) {
    const { tx, now } = context;
    const story = await storyInHand(tx, storyId);
    const lapse = await tx.lapse.findUnique({ where: { storyId_kind: { storyId, kind: "embargo" } } });
    if (!lapse || lapse.at > now) return { lapsed: false };
    await liftEmbargo(context, story);
    return { lapsed: true };
  },
});
