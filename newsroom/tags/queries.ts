import "server-only";
import { Prisma } from "@prisma/client";
import { deskDb } from "#lib/db/desk";
import type { Actor } from "../kernel/actor.ts";
import { systemNow } from "../kernel/clock.ts";
import { forbidden, notFound } from "../kernel/faults.ts";
import { isId } from "../kernel/ids.ts";
import { foundBy, searchWords } from "./found-tags.ts";
import { canManageTags } from "./policy.ts";
import {
  type DeskTag,
  type FoundTag,
  type MergedTag,
  type NearTags,
  type Paged,
  type TagFilter,
  type TagRow,
  undoUntilOf,
} from "./schema.ts";
import { standingTags } from "./standing-tags.ts";

const suggestions = 12;
const rowsPerPage = 50;
const pairsPerPage = 20;

/**
 * Tags with `typed` in their name, a label, a synonym or the name of one merged into them, in any of the alphabets that
 * we can write in Latin: those that begin with it first, near spellings last. The newest few if nothing is typed.
 */
export async function suggestTags(_actor: Actor, typed: string): Promise<FoundTag[]> {
  const words = searchWords(typed);
  if (words === null) {
    const newest = await deskDb().tag.findMany({
      where: { mergedIntoId: null, spikedAt: null },
      orderBy: { createdAt: "desc" },
      take: suggestions,
      select: { id: true, slug: true, name: true, kind: true },
    });
    return newest.map((tag) => ({ ...tag, also: null, isNear: false }));
  }
  return deskDb().$queryRaw<FoundTag[]>`
    select tag."id"::text, tag."slug", tag."name", tag."kind"::text, found.also, found.rank = 3 as "isNear"
    from (${foundBy(words)}) found join "Tag" tag on tag."id" = found."id"
    order by found.rank, found.rank = 3 and found.also is not null, case when found.rank = 3 then -found.closeness end,
      tag."name", tag."id" limit ${suggestions}`;
}

function demandManager(actor: Actor): void {
  if (!canManageTags(actor)) throw forbidden("Only editors look after tags.");
}

/** The tags that fit, fifty a page, by name or, where something is searched for, the best first. @throws Fault forbidden */
export async function deskTags(actor: Actor, { search, kind, show, page }: TagFilter): Promise<Paged<TagRow>> {
  demandManager(actor);
  const words = searchWords(search);
  const from = words
    ? Prisma.sql`(${foundBy(words)}) found join "Tag" tag on tag."id" = found."id"`
    : Prisma.sql`"Tag" tag`;
  const order = words
    ? Prisma.sql`found.rank, -found.closeness, tag."name", tag."id"`
    : Prisma.sql`tag."name", tag."id"`;
  const where = Prisma.join(
    [
      Prisma.sql`tag."mergedIntoId" is null and tag."spikedAt" is null`,
      ...(kind ? [Prisma.sql`tag."kind" = ${kind}::"TagKind"`] : []),
      ...(show === "unused" ? [isUnused] : []),
    ],
    " and ",
  );
  const ids = await deskDb().$queryRaw<{ id: string; total: number }[]>`
    select tag."id"::text, ${words ? Prisma.sql`count(*) over ()::int` : Prisma.sql`0`} as total
    from ${from} where ${where} order by ${order} limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`;
  const total = (words && ids[0]?.total) || (await countOf(Prisma.sql`${from} where ${where}`));
  return { rows: await rowsOf(ids.map(({ id }) => id)), total, pages: pagesOf(total, rowsPerPage) };
}

const isUnused = Prisma.sql`
  not exists (select from "StoryTag" used where used."tagId" = tag."id")
  and not exists (select from "LiveTag" live where live."slug" = tag."slug" and live."stories" > 0)`;

async function countOf(from: Prisma.Sql): Promise<number> {
  const [row] = await deskDb().$queryRaw<{ count: number }[]>`select count(*)::int as count from ${from}`;
  return row?.count ?? 0;
}

const pagesOf = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage));

async function rowsOf(ids: readonly string[]): Promise<TagRow[]> {
  const rows = await deskDb().$queryRaw<TagRow[]>`
    select tag."id"::text, tag."slug", tag."name", tag."kind"::text, tag."description", tag."version",
      (select count(*)::int from "StoryTag" used where used."tagId" = tag."id") as "stories",
      coalesce((select live."stories" from "LiveTag" live where live."slug" = tag."slug"), 0) as "live",
      (select story."createdAt" from "StoryTag" used join "Story" story on story."id" = used."storyId"
        where used."tagId" = tag."id" order by used."storyId" desc limit 1) as "lastUsedAt",
      coalesce((select jsonb_agg(jsonb_build_object('language', "language", 'name', "name") order by "language")
        from "TagName" where "tagId" = tag."id" and "language" is not null), '[]') as "labels",
      coalesce((select array_agg("name" order by "name") from "TagName" where "tagId" = tag."id" and "language" is null), '{}')
        as "synonyms"
    from "Tag" tag where tag."id" = any(${ids}::uuid[])`;
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Tags of near names that nobody told apart yet, twenty pairs a page, the nearest first. @throws Fault forbidden */
export async function nearTags(actor: Actor, page: number): Promise<Paged<NearTags>> {
  demandManager(actor);
  const from = Prisma.sql`"TagPair" pair
    join "Tag" one on one."id" = pair."oneId" and one."mergedIntoId" is null and one."spikedAt" is null
    join "Tag" other on other."id" = pair."otherId" and other."mergedIntoId" is null and other."spikedAt" is null
    where not pair."areDifferent"`;
  const [pairs, total] = await Promise.all([
    deskDb().$queryRaw<{ oneId: string; otherId: string }[]>`
      select pair."oneId"::text, pair."otherId"::text from ${from}
      order by pair."similarity" desc, pair."oneId", pair."otherId" limit ${pairsPerPage} offset ${(page - 1) * pairsPerPage}`,
    countOf(from),
  ]);
  const tags = new Map(
    (await rowsOf([...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))])).map((tag) => [tag.id, tag]),
  );
  const rows = pairs.flatMap(({ oneId, otherId }) => {
    const [one, other] = [tags.get(oneId), tags.get(otherId)];
    return one && other ? { one, other } : [];
  });
  return { rows, total, pages: pagesOf(total, pairsPerPage) };
}

/** One tag with all that can be changed about it; for the id of a merged one, the tag that stands for it. @throws Fault */
export async function deskTag(actor: Actor, tagId: string, now: Date = systemNow()): Promise<DeskTag> {
  demandManager(actor);
  const [standing] = isId(tagId) ? await standingTags(deskDb(), [tagId]) : [];
  const [row] = standing ? await rowsOf([standing.id]) : [];
  if (!row) throw notFound("tag");
  const { createdAt, mergedTags } = await deskDb().tag.findUniqueOrThrow({
    where: { id: row.id },
    select: {
      createdAt: true,
      mergedTags: {
        orderBy: { name: "asc" },
        select: {
          id: true,
          name: true,
          slug: true,
          merge: {
            select: {
              id: true,
              mergedAt: true,
              mergedBy: { select: { name: true } },
              _count: { select: { stories: true } },
            },
          },
        },
      },
    },
  });
  const merged = mergedTags.map(({ merge, ...tag }): MergedTag => {
    const undoUntil = merge && undoUntilOf(merge.mergedAt);
    return {
      ...tag,
      merge:
        merge && undoUntil && undoUntil > now
          ? {
              id: merge.id,
              at: merge.mergedAt,
              by: merge.mergedBy?.name ?? null,
              stories: merge._count.stories,
              undoUntil,
            }
          : null,
    };
  });
  return { ...row, createdAt, merged };
}
