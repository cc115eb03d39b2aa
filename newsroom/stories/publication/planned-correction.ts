import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { CorrectionKind, NotePlace } from "../schema.ts";
import { undecidedPlan } from "./plans.ts";

/** What readers are to be told once a correction is live. */
export interface PlannedCorrection {
  kind: CorrectionKind;
  /** Empty where they are told of a typo by the difference only. */
  note: string;
  place: NotePlace;
  isPublic: boolean;
}

/** Whether readers are to be shown what a planned update changes; null where nobody said so. */
export async function planIsPublic(storyId: string): Promise<boolean | null> {
  const said = await deskDb().publishedChange.findFirst({
    where: {
      storyId,
      at: null,
      kind: null,
      revision: { plans: { some: { verb: "update", isUndoable: false, ...undecidedPlan } } },
    },
    select: { isPublic: true },
  });
  return said?.isPublic ?? null;
}

/** What is said with a correction that is planned for later. */
export const plannedCorrection = (storyId: string): Promise<PlannedCorrection | null> =>
  saidWith(storyId, { isUndoable: false, ...undecidedPlan });

/** What is said with a correction that counts down, or was with one that was taken back in time and nothing was published since. */
export const undoableCorrection = (storyId: string, publishedAt: Date | null): Promise<PlannedCorrection | null> =>
  saidWith(storyId, {
    isUndoable: true,
    doneAt: null,
    OR: [{ cancelledAt: null }, { cancelledAt: { gt: publishedAt ?? new Date(0) } }],
  });

async function saidWith(storyId: string, plan: Prisma.PlanWhereInput): Promise<PlannedCorrection | null> {
  const said = await deskDb().publishedChange.findFirst({
    where: { storyId, at: null, revision: { plans: { some: { verb: "correct", ...plan } } } },
    orderBy: { revision: { number: "desc" } },
    select: { kind: true, note: true, place: true, isPublic: true },
  });
  return said?.kind
    ? { kind: said.kind, note: said.note ?? "", place: said.place ?? "top", isPublic: said.isPublic }
    : null;
}
