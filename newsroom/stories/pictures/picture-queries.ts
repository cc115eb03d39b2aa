import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { literally } from "#lib/db/literally";
import { type Actor, staffIdOf } from "../../kernel/actor.ts";
import type { Tx } from "../../kernel/context.ts";
import { notFound } from "../../kernel/faults.ts";
import { isId } from "../../kernel/ids.ts";
import { canDescribePicture, canRemovePicture } from "../../media/policy.ts";
import type { LibraryPage, LibraryPicture } from "../../media/schema.ts";
import { knownTo, readableBy } from "../readable.ts";

const perPage = 48;

/**
 * The pictures that an actor may find: those of the library itself and of open stories that are live, their own, and those that were
 * uploaded within a story of which they may know. The words of a picture are words of its story.
 */
export function findableBy(actor: Actor): Prisma.PictureWhereInput {
  const uploadedById = staffIdOf(actor);
  return {
    OR: [
      { isOfStory: false },
      { story: { is: { confidential: false, publication: "live" } } },
      { story: { is: knownTo(actor) } },
      ...(uploadedById ? [{ uploadedById }] : []),
    ],
  };
}

const fields = {
  id: true,
  width: true,
  height: true,
  altText: true,
  caption: true,
  credit: true,
  focalX: true,
  focalY: true,
  createdAt: true,
  version: true,
  uploadedById: true,
  uploadedBy: { select: { name: true } },
} satisfies Prisma.PictureSelect;

const shownTo = (
  actor: Actor,
  {
    focalX,
    focalY,
    uploadedById,
    uploadedBy,
    createdAt: _,
    ...row
  }: Prisma.PictureGetPayload<{ select: typeof fields }>,
): LibraryPicture => ({
  ...row,
  focalPoint: focalX !== null && focalY !== null ? { x: focalX, y: focalY } : null,
  uploadedBy: uploadedBy?.name ?? null,
  can: { describe: canDescribePicture(actor, { uploadedById }), remove: canRemovePicture(actor, { uploadedById }) },
});

/** The library, the newest first. `next` is the cursor of the page that follows, or null. */
export async function libraryPictures(
  actor: Actor,
  { search = "", cursor = "" }: { search?: string; cursor?: string } = {},
): Promise<LibraryPage> {
  const words = search.isWellFormed() ? search.replaceAll("\u0000", "").split(/\s+/).filter(Boolean).slice(0, 8) : [];
  const [since = "", id = ""] = cursor.split("_");
  const at = new Date(since);
  const rows = await deskDb().picture.findMany({
    where: {
      removedAt: null,
      AND: [
        findableBy(actor),
        ...words.map((word): Prisma.PictureWhereInput => {
          const contains = { contains: literally(word), mode: "insensitive" as const };
          return { OR: [{ altText: contains }, { caption: contains }, { credit: contains }] };
        }),
        ...(Number.isNaN(at.getTime()) || !isId(id)
          ? []
          : [{ OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { gt: id } }] }]),
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: perPage + 1,
    select: fields,
  });
  const pictures = rows.slice(0, perPage).map((row) => shownTo(actor, row));
  const last = rows.slice(0, perPage).at(-1);
  return { pictures, next: rows.length > perPage && last ? `${last.createdAt.toISOString()}_${last.id}` : null };
}

/** @throws Fault notFound, also for a picture that the actor may not find */
export async function libraryPicture(actor: Actor, id: string): Promise<LibraryPicture> {
  const row = isId(id)
    ? await deskDb().picture.findFirst({ where: { id, removedAt: null, AND: findableBy(actor) }, select: fields })
    : null;
  if (!row) throw notFound("picture");
  return shownTo(actor, row);
}

/** The same bytes, where whoever uploads them may find them and nobody who could find the new picture could not find the old one. */
export async function samePicture(
  actor: Actor,
  { sha256, storyId }: { sha256: string; storyId: string | null },
): Promise<LibraryPicture | null> {
  const row = await deskDb().picture.findFirst({
    where: {
      sha256,
      removedAt: null,
      AND: [
        findableBy(actor),
        { OR: [{ isOfStory: false }, { story: { is: { confidential: false } } }, ...(storyId ? [{ storyId }] : [])] },
      ],
    },
    orderBy: { createdAt: "asc" },
    select: fields,
  });
  return row && shownTo(actor, row);
}

/** May this person have the files of this picture? Those they may find, those of stories they may read, and those that readers have. */
export async function maySeePicture(actor: Actor, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const found = await deskDb().picture.count({
    where: { id, OR: [findableBy(actor), { leads: { some: readableBy(actor) } }] },
  });
  return found > 0 || (await deskDb().liveStoryPicture.count({ where: { pictureId: id } })) > 0;
}

/** Stories that readers have with this picture, or are to have by a plan. */
export const storiesShowing = (tx: Tx, pictureId: string): Promise<{ id: string }[]> => tx.$queryRaw`
  select "storyId"::text as "id" from "LiveStoryPicture" where "pictureId" = ${pictureId}::uuid
  union select story."id"::text from "Story" story join "Revision" live on live."id" = story."liveRevisionId"
    where story."publication" = 'live' and story."embargoUntil" > now() and ${pictureId} = any(pictures_of(live."columns", live."body"))
  union select plan."storyId"::text from "Plan" plan join "Revision" planned on planned."id" = plan."revisionId"
    where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null
      and ${pictureId} = any(pictures_of(planned."columns", planned."body"))`;
