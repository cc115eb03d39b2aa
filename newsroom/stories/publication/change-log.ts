import "server-only";
import { Prisma } from "@prisma/client";
import type { CommandContext, Tx } from "../../kernel/context.ts";
import { conflict } from "../../kernel/faults.ts";
import type { NewsroomSettings } from "../../settings/schema.ts";
import { type Revision, revisionById } from "../revisions/revisions.ts";
import type { CorrectionKind, NotePlace } from "../schema.ts";
import type { StoryRow } from "../story-at-hand.ts";
import { type PublicDifference, publicDifference } from "./public-difference.ts";

/** What readers are told with a publication. */
export interface Said {
  kind: CorrectionKind | null;
  /** Of a correction; may be empty. */
  note?: string;
  place?: NotePlace;
  /** Whether readers get the difference. */
  isPublic: boolean;
}

/** Says with a revision what readers are told once it is live, however much later that is. */
export async function sayWith(tx: Tx, revisionId: string, storyId: string, { kind, note, place, isPublic }: Said) {
  await tx.publishedChange.create({
    data: { revisionId, storyId, kind, isPublic, ...(note && { note, place }) },
  });
}

/** Nothing goes out as a correction of which readers would not be told. @throws Fault conflict */
export async function demandSaid(tx: Tx, revisionId: string): Promise<void> {
  const said = await tx.publishedChange.findUnique({ where: { revisionId }, select: { kind: true } });
  if (!said?.kind) throw conflict("What readers were to be told of this correction is not there any more.");
}

/** Enters in the story's log that a revision is live in the place of another. Answers what kind of correction it is, if one. */
export async function logChange(
  { tx, now }: CommandContext,
  story: StoryRow,
  revision: Revision,
  { updatesArePublic }: Pick<NewsroomSettings, "updatesArePublic">,
): Promise<CorrectionKind | null> {
  const said = await tx.publishedChange.findUnique({ where: { revisionId: revision.id } });
  const isPublic = said?.isPublic ?? updatesArePublic;
  const difference = isPublic && story.liveRevisionId ? await between(tx, story.liveRevisionId, revision.id) : null;
  const entry = { isPublic, at: now, ...(difference && { difference: JSON.parse(JSON.stringify(difference)) }) };
  await tx.publishedChange.upsert({
    where: { revisionId: revision.id },
    create: { revisionId: revision.id, storyId: story.id, ...entry },
    update: entry,
  });
  return said?.kind ?? null;
}

/** Both are read, since what was stored names its parts in another order than what was just cut. */
async function between(tx: Tx, beforeId: string, afterId: string): Promise<PublicDifference | null> {
  const [before, after] = [await revisionById(tx, beforeId), await revisionById(tx, afterId)];
  return publicDifference(before, after);
}

/** What stood in a story that was taken down is not shown again when it comes back: its log begins anew. Notes stay. */
export async function closeLog(tx: Tx, storyId: string): Promise<void> {
  await tx.publishedChange.updateMany({
    where: { storyId, at: { not: null } },
    data: { isPublic: false, difference: Prisma.DbNull },
  });
}

const mostShown = 20;

/** Puts notes, public differences and former addresses of a live story before the readers. */
export async function projectPast(tx: Tx, storyId: string): Promise<void> {
  await projectLog(tx, storyId);
  await projectRedirects(tx, storyId);
}

/** Puts notes and public differences before the readers in place of what they were told, if they have the story. */
export async function projectLogAnew(tx: Tx, storyId: string): Promise<void> {
  await tx.liveCorrection.deleteMany({ where: { storyId } });
  await tx.liveChange.deleteMany({ where: { storyId } });
  await projectLog(tx, storyId);
}

async function projectLog(tx: Tx, storyId: string): Promise<void> {
  await tx.$executeRaw`
    insert into "LiveCorrection" ("id", "storyId", "kind", "note", "place", "at", "embargoUntil")
    select change."revisionId", live."id", change."kind", change."note", change."place", change."at", live."embargoUntil"
    from "PublishedChange" change join "LiveStory" live on live."id" = change."storyId"
    where live."id" = ${storyId}::uuid and change."at" is not null and change."kind" is not null and change."note" is not null`;
  await tx.$executeRaw`
    insert into "LiveChange" ("id", "storyId", "kind", "at", "difference")
    select change."revisionId", live."id", change."kind", change."at", change."difference"
    from "PublishedChange" change join "LiveStory" live on live."id" = change."storyId"
    where live."id" = ${storyId}::uuid and change."at" is not null and change."isPublic" and change."difference" is not null
    order by change."at" desc limit ${mostShown}`;
}

/** Lets the former addresses of a story that readers have lead to it. */
export async function projectRedirects(tx: Tx, storyId: string): Promise<void> {
  await tx.liveRedirect.deleteMany({ where: { storyId } });
  await tx.$executeRaw`
    insert into "LiveRedirect" ("language", "slug", "storyId")
    select former."language", former."slug", former."storyId" from "FormerAddress" former
    join "LiveStory" live on live."id" = former."storyId"
    where former."storyId" = ${storyId}::uuid`;
}
