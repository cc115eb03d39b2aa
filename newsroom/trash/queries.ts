import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { isId } from "../kernel/ids.ts";
import { reachOf } from "../people/roles.ts";
import { canManageSections } from "../sections/policy.ts";
import { findableBy } from "../stories/pictures/picture-queries.ts";
import { knownTo, ownedBy } from "../stories/readable.ts";
import { canManageTags } from "../tags/policy.ts";
import { daysLeft } from "../workflow/trash.ts";
import type { Spiked, Trash } from "./schema.ts";

const rowsPerPage = 100;
const picturesPerPage = 60;

const about = {
  id: true,
  version: true,
  spikedAt: true,
  spikedBecause: true,
  spikedBy: { select: { name: true } },
} as const;

/** The stories in the trash that an actor may restore, as a filter; `canRestoreStory` says the same of one. */
export function restorableBy(actor: Actor): Prisma.StoryWhereInput {
  const reach = reachOf(actor, "story.restore");
  const spikedAt = { not: null };
  if (reach === "any") return { spikedAt, AND: knownTo(actor) };
  const staffId = staffIdOf(actor);
  return reach === "own" && staffId ? { spikedAt, AND: [knownTo(actor), ownedBy(staffId)] } : { id: { in: [] } };
}

/** The pictures in the trash that an actor may restore, as a filter; `canRemovePicture` says the same of one that they find. */
export function picturesRestorableBy(actor: Actor): Prisma.PictureWhereInput {
  const reach = reachOf(actor, "picture.remove");
  const staffId = staffIdOf(actor);
  if (reach === "no" || (reach === "own" && !staffId)) return { id: { in: [] } };
  return {
    removedAt: { not: null },
    AND: findableBy(actor),
    ...(reach === "own" && staffId && { uploadedById: staffId }),
  };
}

/** Where a page of the trash begins; empty for the first. */
interface Cursors {
  stories?: string;
  pictures?: string;
}

/** What lies in the trash that this person may restore, the last spiked first: stories and pictures a page, tags and sections whole. */
export async function trash(actor: Actor, now: Date, cursors: Cursors = {}): Promise<Trash> {
  const [rows, tags, sections, pictures] = await Promise.all([
    deskDb().story.findMany({
      where: { AND: [restorableBy(actor), storiesAfter(cursors.stories)] },
      orderBy: [{ spikedAt: "desc" }, { id: "asc" }],
      take: rowsPerPage + 1,
      select: { ...about, headline: true, slugline: true, language: true, firstPublishedAt: true },
    }),
    canManageTags(actor)
      ? deskDb().tag.findMany({
          where: { spikedAt: { not: null } },
          orderBy: [{ spikedAt: "desc" }, { id: "asc" }],
          select: { ...about, name: true, _count: { select: { spikedUses: true } } },
        })
      : [],
    canManageSections(actor)
      ? deskDb().section.findMany({
          where: { spikedAt: { not: null } },
          orderBy: [{ spikedAt: "desc" }, { id: "asc" }],
          select: { ...about, name: true },
        })
      : [],
    deskDb().picture.findMany({
      where: { AND: [picturesRestorableBy(actor), picturesAfter(cursors.pictures)] },
      orderBy: [{ removedAt: "desc" }, { id: "asc" }],
      take: picturesPerPage + 1,
      select: picture,
    }),
  ]);
  const stories = rows.slice(0, rowsPerPage).map((row) => ({
    ...spikedOf(row, now),
    headline: row.headline,
    slugline: row.slugline,
    language: row.language,
  }));
  const shown = pictures.slice(0, picturesPerPage).map((row) => removedOf(row, now));
  return {
    stories,
    next: rows.length > rowsPerPage ? cursorAt(stories) : null,
    tags: tags.map((row) => ({ ...spikedOf(row, now), name: row.name, stories: row._count.spikedUses })),
    sections: sections.map((row) => ({ ...spikedOf(row, now), name: row.name })),
    pictures: shown,
    nextPictures: pictures.length > picturesPerPage ? cursorAt(shown) : null,
  };
}

const picture = {
  ...{ id: true, version: true, width: true, altText: true, caption: true, credit: true, removedAt: true },
  removedBy: { select: { name: true } },
  _count: { select: { leads: true } },
} satisfies Prisma.PictureSelect;

function removedOf(
  { removedAt, removedBy, _count: { leads }, ...row }: Prisma.PictureGetPayload<{ select: typeof picture }>,
  now: Date,
): Trash["pictures"][number] {
  const spikedAt = removedAt ?? now;
  return { ...row, spikedAt, by: removedBy?.name ?? null, daysLeft: leads > 0 ? null : daysLeft({ spikedAt }, now) };
}

interface Row {
  id: string;
  version: number;
  spikedAt: Date | null;
  spikedBecause: string | null;
  spikedBy: { name: string } | null;
  firstPublishedAt?: Date | null;
}

function spikedOf({ id, version, spikedAt, spikedBecause, spikedBy, firstPublishedAt = null }: Row, now: Date): Spiked {
  const at = spikedAt ?? now;
  return {
    id,
    version,
    spikedAt: at,
    because: spikedBecause ?? "",
    by: spikedBy?.name ?? null,
    daysLeft: daysLeft({ spikedAt: at, firstPublishedAt }, now),
  };
}

function cursorAt(shown: readonly { spikedAt: Date; id: string }[]): string | null {
  const last = shown.at(-1);
  return last ? `${last.spikedAt.toISOString()}_${last.id}` : null;
}

function placeOf(cursor = ""): { at: Date; id: string } | null {
  const [time = "", id = ""] = cursor.split("_");
  const at = new Date(time);
  return Number.isNaN(at.getTime()) || !isId(id) ? null : { at, id };
}

function storiesAfter(cursor?: string): Prisma.StoryWhereInput {
  const place = placeOf(cursor);
  return place ? { OR: [{ spikedAt: { lt: place.at } }, { spikedAt: place.at, id: { gt: place.id } }] } : {};
}

function picturesAfter(cursor?: string): Prisma.PictureWhereInput {
  const place = placeOf(cursor);
  return place ? { OR: [{ removedAt: { lt: place.at } }, { removedAt: place.at, id: { gt: place.id } }] } : {};
}
