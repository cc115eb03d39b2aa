import "server-only";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../../kernel/actor.ts";
import { may } from "../../people/roles.ts";
import { readableBy } from "../readable.ts";
import { hasItsTurn, undecidedPlan } from "./plans.ts";
import { overdueAfterMs } from "./watch-plans.ts";

/** Something about a publication that a person has to look at. */
export type Alarm = { storyId: string; headline: string; slugline: string | null; language: string; at: Date } & (
  | { kind: "plan failed"; verb: "publish" | "update" | "correct" | "withdraw"; why: string }
  | { kind: "plan overdue"; verb: "publish" | "update" | "correct" | "withdraw" }
  | { kind: "not proved"; expects: "live" | "gone"; places: { place: string; result: string }[] }
);

const most = 20;
const nobody = "00000000-0000-0000-0000-000000000000";

/** What went wrong with publications, the newest first: for who did or planned them and those who may publish everything, of what they may read now. */
export async function publicationAlarms(actor: Actor, now: Date): Promise<Alarm[]> {
  const [plans, proofs] = await Promise.all([troubledPlans(actor, now), missingProofs(actor, now)]);
  const unproved = new Map<string, Extract<Alarm, { kind: "not proved" }>>();
  for (const { place, result, changedAt, ...proof } of proofs) {
    const alarm = unproved.get(proof.storyId) ?? { ...proof, kind: "not proved" as const, at: changedAt, places: [] };
    unproved.set(proof.storyId, { ...alarm, places: [...alarm.places, { place, result }] });
  }
  return [...plans, ...unproved.values()].sort((one, other) => other.at.getTime() - one.at.getTime());
}

async function troubledPlans(actor: Actor, now: Date): Promise<Alarm[]> {
  const mine = { plannedById: staffIdOf(actor) ?? nobody };
  const rows = await deskDb().plan.findMany({
    where: {
      ...undecidedPlan,
      ...hasItsTurn,
      ...(may(actor, "story.publish") ? {} : mine),
      at: { lt: new Date(now.getTime() - overdueAfterMs) },
      story: { is: readableBy(actor) },
    },
    orderBy: { at: "desc" },
    take: most,
    select: {
      storyId: true,
      verb: true,
      at: true,
      failedAt: true,
      failure: true,
      story: { select: { headline: true, slugline: true, language: true } },
    },
  });
  return rows.map(({ story, failedAt, failure, ...plan }): Alarm => {
    const shown = { ...plan, ...story };
    return failedAt
      ? { ...shown, kind: "plan failed", why: failure ?? "It could not be carried out." }
      : { ...shown, kind: "plan overdue" };
  });
}

interface MissingProof {
  storyId: string;
  headline: string;
  slugline: string | null;
  language: string;
  expects: "live" | "gone";
  changedAt: Date;
  place: string;
  result: string;
}

const dayMs = 86_400_000;

/** What readers do not have although it was published or withdrawn. */
async function missingProofs(actor: Actor, now: Date): Promise<MissingProof[]> {
  const mine = { staffId: staffIdOf(actor) ?? nobody };
  const rows = await deskDb().proof.findMany({
    where: {
      isProved: false,
      changedAt: { gt: new Date(now.getTime() - dayMs) },
      ...(may(actor, "story.publish") ? {} : mine),
      story: { is: readableBy(actor) },
    },
    orderBy: { changedAt: "desc" },
    take: 50,
    select: {
      storyId: true,
      revisionId: true,
      changedAt: true,
      place: true,
      result: true,
      story: { select: { headline: true, slugline: true, language: true, publishedAt: true, publicationAt: true } },
    },
  });
  const newer = await deskDb().proof.findMany({
    where: { storyId: { in: rows.map(({ storyId }) => storyId) }, changedAt: { gt: rows.at(-1)?.changedAt ?? now } },
    select: { storyId: true, place: true, changedAt: true },
  });
  return rows.flatMap(({ story, revisionId, ...row }): MissingProof[] => {
    const { publishedAt, publicationAt, ...shown } = story;
    // What was published or withdrawn since has a proof of its own, and so has whatever else readers noticed since.
    if ([publishedAt, publicationAt].some((since) => since !== null && since > row.changedAt)) return [];
    if (
      newer.some(
        ({ storyId, place, changedAt }) => storyId === row.storyId && place === row.place && changedAt > row.changedAt,
      )
    )
      return [];
    return [{ ...row, ...shown, expects: revisionId ? "live" : "gone" }];
  });
}
