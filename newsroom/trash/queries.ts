import "server-only";
import type { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import { type Actor, staffIdOf } from "../kernel/actor.ts";
import { isId } from "../kernel/ids.ts";
import { reachOf } from "../people/roles.ts";
import { canManageSections } from "../sections/policy.ts";
import { knownTo, ownedBy } from "../stories/readable.ts";
import { canManageTags } from "../tags/policy.ts";
import { daysLeft } from "../workflow/trash.ts";
import type { Spiked, Trash } from "./schema.ts";

const rowsPerPage = 100;

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

/** What lies in the trash that this person may restore, the last spiked first: stories a page, tags and sections whole. */
export async function trash(actor: Actor, now: Date, cursor = ""): Promise<Trash> {
  const [rows, tags, sections] = await Promise.all([
    deskDb().story.findMany({
      where: { AND: [restorableBy(actor), after(cursor)] },
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
  ]);
  const stories = rows.slice(0, rowsPerPage).map((row) => ({
    ...spikedOf(row, now),
    headline: row.headline,
    slugline: row.slugline,
    language: row.language,
  }));
  const last = stories.at(-1);
  return {
    stories,
    next: rows.length > rowsPerPage && last ? `${last.spikedAt.toISOString()}_${last.id}` : null,
    tags: tags.map((row) => ({ ...spikedOf(row, now), name: row.name, stories: row._count.spikedUses })),
    sections: sections.map((row) => ({ ...spikedOf(row, now), name: row.name })),
  };
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

function after(cursor: string): Prisma.StoryWhereInput {
  const [at = "", id = ""] = cursor.split("_");
  const spikedAt = new Date(at);
  if (Number.isNaN(spikedAt.getTime()) || !isId(id)) return {};
  return { OR: [{ spikedAt: { lt: spikedAt } }, { spikedAt, id: { gt: id } }] };
}
