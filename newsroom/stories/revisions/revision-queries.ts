import "server-only";
import type { Prisma, RevisionKind } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { parseBody } from "../../body/schema.ts";
import type { Actor } from "../../kernel/actor.ts";
import { Fault, notFound } from "../../kernel/faults.ts";
import { isId } from "../../kernel/ids.ts";
import type { LeadImage } from "../../media/schema.ts";
import { textOf } from "../document/document.ts";
import { newestDocument, storedDocument } from "../document/document-store.ts";
import type { StoryText } from "../document/story-text.ts";
import { publicPlace } from "../proofs/proofs.ts";
import { type DeskStory, deskStory } from "../queries.ts";
import { RevisionColumns } from "../schema.ts";

/** The draft stands among the revisions under this id. */
const draftId = "draft";

export interface RevisionRow {
  /** Of the revision, or `draft` for the text as it stands. */
  id: string;
  kind: RevisionKind | "draft";
  /** Given by hand. */
  name: string | null;
  at: Date;
  /** Who cut it; of an autosave, whose work came next. */
  by: string | null;
  /** Who typed since the kept revision before. */
  authors: string[];
  wordCount: number;
  /** Words more or less than in the kept revision before; null for the first. */
  wordChange: number | null;
  restoredFrom: { id: string; at: Date } | null;
  isLive: boolean;
  /** When a plan made it live; null for what went live as it was cut, or never did. */
  wentLiveAt: Date | null;
  /** Where readers were found to have it, and when the last of these was; null where nobody looked. */
  proved: { instances: number; at: Date } | null;
}

/** Text and columns of a story at one moment, with the names that belong to them. */
export interface StoryState {
  row: RevisionRow;
  text: StoryText;
  columns: {
    section: string | null;
    tags: string[];
    byline: string[];
    dateline: string | null;
    leadImage: string | null;
    slug: string;
    language: string;
  };
}

const most = 300;

const rowFields = {
  id: true,
  kind: true,
  name: true,
  headline: true,
  createdAt: true,
  createdById: true,
  authors: true,
  wordCount: true,
  restoredFromId: true,
  restoredFromAt: true,
  documentSeq: true,
  storyVersion: true,
  liveOf: { select: { id: true } },
  plans: { where: { doneAt: { not: null } }, orderBy: { doneAt: "asc" }, take: 1, select: { doneAt: true } },
} satisfies Prisma.RevisionSelect;
type Row = Prisma.RevisionGetPayload<{ select: typeof rowFields }>;

/** A story's states, the newest first: the draft if it is newer than all revisions, then the revisions. @throws Fault notFound */
export async function storyRevisions(actor: Actor, storyId: string): Promise<RevisionRow[]> {
  const story = await deskStory(actor, storyId);
  const [all, document] = await Promise.all([
    deskDb().revision.findMany({
      where: { storyId },
      orderBy: [{ createdAt: "desc" }, { number: "desc" }],
      take: most,
      select: rowFields,
    }),
    deskDb().storyDocument.findUnique({ where: { storyId }, select: { seq: true, writers: true } }),
  ]);
  const rows = all.filter((row) => !saysNothingNew(row, all));
  const names = await staffNames([...rows.flatMap(idsOf), ...(document?.writers ?? [])]);
  const newest = rows.find(({ kind }) => kind !== "conflict");
  const isKept = newest?.documentSeq === document?.seq && (newest?.storyVersion ?? 0) >= story.columnsVersion;
  const proofs = await provedRevisions(storyId);
  const states = rows.map((row) => ({ ...rowOf(row, names), proved: proofs.get(row.id) ?? null }));
  return withChanges(isKept ? states : [draftRow(story, named(document?.writers ?? [], names)), ...states]);
}

async function provedRevisions(storyId: string): Promise<Map<string, NonNullable<RevisionRow["proved"]>>> {
  const rows = await deskDb().proof.findMany({
    where: { storyId, isProved: true, revisionId: { not: null } },
    orderBy: { checkedAt: "asc" },
    select: { revisionId: true, place: true, checkedAt: true },
  });
  const seen = new Map<string, { instances: Set<string>; at: Date }>();
  // Of one revision there are several where its address, or what readers are told of it, was changed.
  for (const { revisionId, place, checkedAt: at } of rows) {
    const instances = seen.get(revisionId ?? "")?.instances ?? new Set();
    if (place !== publicPlace) instances.add(place);
    seen.set(revisionId ?? "", { instances, at });
  }
  return new Map([...seen].map(([id, { instances, at }]) => [id, { instances: instances.size, at }]));
}

/** An autosave of a blank page, or of what a kept revision holds already. */
const saysNothingNew = (row: Row, all: Row[]): boolean =>
  row.kind === "autosave" &&
  ((row.wordCount === 0 && row.headline === "") ||
    all.some(({ kind, documentSeq }) => kind !== "autosave" && kind !== "conflict" && documentSeq === row.documentSeq));

const idsOf = ({ createdById, authors }: Row): string[] => [...authors, ...(createdById ? [createdById] : [])];

async function staffNames(ids: string[]): Promise<Map<string, string>> {
  const staff = await deskDb().staff.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

const named = (ids: string[], names: Map<string, string>): string[] => ids.flatMap((id) => names.get(id) ?? []);

const rowOf = (row: Row, names: Map<string, string>): RevisionRow => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  at: row.createdAt,
  by: row.createdById ? (names.get(row.createdById) ?? null) : null,
  authors: named(row.authors, names),
  wordCount: row.wordCount,
  wordChange: null,
  restoredFrom: row.restoredFromId && row.restoredFromAt ? { id: row.restoredFromId, at: row.restoredFromAt } : null,
  isLive: row.liveOf !== null,
  wentLiveAt: row.plans[0]?.doneAt ?? null,
  proved: null,
});

const draftRow = (story: DeskStory, authors: string[]): RevisionRow => ({
  id: draftId,
  kind: "draft",
  name: null,
  at: story.changedAt,
  by: null,
  authors,
  wordCount: story.wordCount,
  wordChange: null,
  restoredFrom: null,
  isLive: false,
  wentLiveAt: null,
  proved: null,
});

/** Counted, like the authors, from the kept revision before: an autosave moves on, a text kept from a conflict stands beside. */
const withChanges = (rows: RevisionRow[]): RevisionRow[] =>
  rows.map((row, place) => {
    const before = rows.slice(place + 1).find(({ kind }) => kind !== "conflict" && kind !== "autosave");
    return before ? { ...row, wordChange: row.wordCount - before.wordCount } : row;
  });

/** One revision, or the draft, whole. @throws Fault notFound */
export async function storyState(actor: Actor, storyId: string, id: string): Promise<StoryState> {
  const story = await deskStory(actor, storyId);
  if (id === draftId) return draftState(story);
  const row = isId(id)
    ? await deskDb().revision.findFirst({
        where: { id, storyId },
        select: {
          ...rowFields,
          kicker: true,
          standfirst: true,
          teaser: true,
          body: true,
          columns: true,
        },
      })
    : null;
  if (!row) throw notFound("revision");
  return {
    row: rowOf(row, await staffNames(idsOf(row))),
    text: {
      kicker: row.kicker ?? "",
      headline: row.headline,
      standfirst: row.standfirst ?? "",
      teaser: row.teaser ?? "",
      body: parseBody(row.body),
    },
    columns: await namedColumns(RevisionColumns.parse(row.columns)),
  };
}

/** What an address asks to restore: null for nothing, `gone` for what is not kept (any more). */
export async function restorableState(
  actor: Actor,
  storyId: string,
  asked: string | string[] | undefined,
): Promise<StoryState | "gone" | null> {
  if (asked === undefined) return null;
  return storyState(actor, storyId, String(asked)).catch((error: unknown) => {
    if (error instanceof Fault && error.fault === "notFound") return "gone";
    throw error;
  });
}

async function draftState(story: DeskStory): Promise<StoryState> {
  const { sectionId, tags, byline, dateline, leadImage, slug, language } = story;
  const section = sectionId ? await deskDb().section.findUnique({ where: { id: sectionId } }) : null;
  return {
    row: draftRow(story, []),
    text: textOf(newestDocument(await storedDocument(deskDb(), story.id))),
    columns: {
      section: section?.name ?? null,
      tags: tags.map(({ name }) => name),
      byline: byline.map(({ name }) => name),
      dateline,
      leadImage: leadInWords(leadImage),
      slug,
      language,
    },
  };
}

const gone = "(removed since)";

const leadInWords = (lead: LeadImage | null): string | null =>
  lead && ([lead.altText, lead.caption, lead.credit].filter(Boolean).join(" · ") || "a picture without words");

/** The columns as they stood, under today's names. */
async function namedColumns(columns: RevisionColumns): Promise<StoryState["columns"]> {
  const { sectionId, tagIds, byline, dateline, leadImage, slug, language } = columns;
  const [section, tags, profiles] = await Promise.all([
    sectionId ? deskDb().section.findUnique({ where: { id: sectionId }, select: { name: true } }) : null,
    deskDb().tag.findMany({ where: { id: { in: tagIds } }, select: { id: true, name: true } }),
    deskDb().profile.findMany({
      where: { id: { in: byline.map(({ profileId }) => profileId) } },
      select: { id: true, name: true },
    }),
  ]);
  const nameIn = (all: { id: string; name: string }[], id: string) => all.find((one) => one.id === id)?.name ?? gone;
  return {
    section: sectionId ? (section?.name ?? gone) : null,
    tags: tagIds.map((id) => nameIn(tags, id)),
    byline: byline.map(({ profileId }) => nameIn(profiles, profileId)),
    dateline,
    leadImage: leadInWords(leadImage),
    slug,
    language,
  };
}

/** The names of those who stored text after `seq` updates, as far as the single updates are kept. @throws Fault notFound */
export async function writersSince(
  actor: Actor,
  { storyId, seq }: { storyId: string; seq: number },
): Promise<string[]> {
  await deskStory(actor, storyId);
  const updates = await deskDb().documentUpdate.findMany({
    where: { storyId, seq: { gt: Math.trunc(Number(seq)) || 0 } },
    distinct: ["staffId"],
    select: { staffId: true },
  });
  return [...(await staffNames(updates.flatMap(({ staffId }) => staffId ?? []))).values()];
}
