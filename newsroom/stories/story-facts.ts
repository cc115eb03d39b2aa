import "server-only";
import type { Prisma } from "@prisma/client";
import type { LegalStatus, Priority } from "../workflow/directions.ts";
import { type Publication, publicationOf } from "../workflow/publication.ts";
import type { StageMeaning } from "../workflow/stages.ts";
import { undecidedPlan } from "./publication/plans.ts";

/** A plan of a story that is to come, or that failed and waits for a person. */
interface OpenPlan {
  id: string;
  verb: "publish" | "update" | "correct" | "withdraw";
  at: Date;
  zone: string;
  /** The name of who made it. */
  by: string | null;
  /** Why it was not carried out at its time; null while it is still to come. Stays until somebody decides anew. */
  failure: string | null;
  /** How often it was tried in vain so far. */
  tries: number;
}

export interface Named {
  id: string;
  name: string;
}

/** What lists and the story itself show at the desk. */
export interface DeskStoryFacts {
  id: string;
  version: number;
  /** Empty while nobody has written one. */
  headline: string;
  slugline: string | null;
  /** What it is to be about. */
  brief: string | null;
  language: string;
  /** Where the working copy stands, by its name and by what it is for. */
  stage: { key: string; name: string; meaning: StageMeaning };
  assignee: Named | null;
  priority: Priority;
  dueAt: Date | null;
  desk: Named | null;
  legal: { status: LegalStatus; by: string | null; at: Date | null };
  publication: Publication;
  /** The desk's text or columns are newer than what readers have. */
  hasUnpublishedChanges: boolean;
  /** To publish it later. */
  plan: OpenPlan | null;
  /** Publish, Update or Correct was pressed a moment ago: at its instant readers get it, until then it can be taken back. */
  goingLive: OpenPlan | null;
  /** To take it back later. */
  withdrawal: OpenPlan | null;
  embargoUntil: Date | null;
  heldBecause: string | null;
  confidential: boolean;
  wordCount: number;
  changedAt: Date;
  createdBy: Named | null;
  /** Why it went back to its writer, who has not handed it in again. */
  returned: { reason: string; by: string | null; at: Date } | null;
}

export const named = { select: { id: true, name: true } } as const;

/** The columns to select for `factsOf`. */
export const facts = {
  id: true,
  headline: true,
  slugline: true,
  brief: true,
  language: true,
  standsAt: { select: { key: true, name: true, meaning: true } },
  assignee: named,
  priority: true,
  dueAt: true,
  desk: named,
  legalStatus: true,
  legalAt: true,
  legalBy: { select: { name: true } },
  returnNote: { select: { text: true, at: true, staff: { select: { name: true } } } },
  publication: true,
  publicationAt: true,
  withdrawnHow: true,
  withdrawnBecause: true,
  embargoUntil: true,
  heldBecause: true,
  confidential: true,
  wordCount: true,
  changedAt: true,
  version: true,
  columnsVersion: true,
  createdBy: named,
  document: { select: { seq: true } },
  liveRevision: { select: { documentSeq: true, storyVersion: true } },
  plans: {
    where: undecidedPlan,
    orderBy: { at: "asc" },
    select: {
      id: true,
      verb: true,
      at: true,
      zone: true,
      isUndoable: true,
      failedAt: true,
      failure: true,
      tries: true,
      plannedBy: { select: { name: true } },
    },
  },
} satisfies Prisma.StorySelect;
type FactsRow = Prisma.StoryGetPayload<{ select: typeof facts }>;

export const factsOf = (row: FactsRow): DeskStoryFacts => ({
  id: row.id,
  version: row.version,
  headline: row.headline,
  slugline: row.slugline,
  brief: row.brief,
  language: row.language,
  stage: row.standsAt,
  assignee: row.assignee,
  priority: row.priority,
  dueAt: row.dueAt,
  desk: row.desk,
  legal: { status: row.legalStatus, by: row.legalBy?.name ?? null, at: row.legalAt },
  publication: publicationOf(row),
  hasUnpublishedChanges:
    row.liveRevision !== null &&
    (row.liveRevision.documentSeq < (row.document?.seq ?? 0) || row.liveRevision.storyVersion < row.columnsVersion),
  ...plansOf(row.plans),
  embargoUntil: row.embargoUntil,
  heldBecause: row.heldBecause,
  confidential: row.confidential,
  wordCount: row.wordCount,
  changedAt: row.changedAt,
  createdBy: row.createdBy,
  returned: row.returnNote && {
    reason: row.returnNote.text,
    by: row.returnNote.staff?.name ?? null,
    at: row.returnNote.at,
  },
});

function plansOf(rows: FactsRow["plans"]): Pick<DeskStoryFacts, "plan" | "goingLive" | "withdrawal"> {
  const shown = (row: FactsRow["plans"][number] | undefined): OpenPlan | null => {
    if (!row) return null;
    const { failedAt, failure, isUndoable, plannedBy, ...rest } = row;
    return {
      ...rest,
      by: plannedBy?.name ?? null,
      failure: failedAt ? (failure ?? "It could not be carried out.") : null,
    };
  };
  return {
    plan: shown(rows.find(({ verb, isUndoable }) => verb !== "withdraw" && !isUndoable)),
    goingLive: shown(rows.find(({ isUndoable }) => isUndoable)),
    withdrawal: shown(rows.find(({ verb }) => verb === "withdraw")),
  };
}
