import "server-only";
import { Prisma } from "@prisma/client";
import { nearFrom } from "./near-names.ts";
import { looksForSign, plainNameOf } from "./plain-name.ts";

/** What search looks for, tidied; null for nothing, and for what is no text. */
export function searchWords(typed: string): string | null {
  const text = typed.replaceAll("\u0000", "").trim().slice(0, 80);
  return text !== "" && text.isWellFormed() ? text : null;
}

/**
 * Tags called so, as rows of `id`, `also`, `rank` and `closeness`, each tag once. Rank 0: that is the name; 1: it begins so; 2: it
 * has it in it; 3: it is near. A merged tag's names find what it was merged into.
 */
export function foundBy(words: string): Prisma.Sql {
  const plain = plainNameOf(words);
  const ranked = plain === "" || looksForSign(words) ? byLetters(words) : byPlainName(plain);
  return Prisma.sql`
    with recursive ranked as (${ranked}), chain as (
      select ranked.also, ranked.rank, ranked.closeness, tag."id", tag."name", tag."mergedIntoId", tag."spikedAt"
      from ranked join "Tag" tag on tag."id" = ranked."id" where ranked.rank < 3 or ranked.closeness >= ${nearFrom}
      union all
      select coalesce(chain.also, chain."name"), chain.rank, chain.closeness, tag."id", tag."name", tag."mergedIntoId", tag."spikedAt"
      from chain join "Tag" tag on tag."id" = chain."mergedIntoId"
    )
    select distinct on ("id") "id", also, rank, closeness from chain where "mergedIntoId" is null and "spikedAt" is null
    order by "id", rank, also nulls first, closeness desc`;
}

function byPlainName(plain: string): Prisma.Sql {
  // One or two letters stand in half of all names: they find only words that begin with them.
  const isShort = plain.length < 3;
  const closeness = isShort ? Prisma.sql`1::real` : Prisma.sql`similarity("plainName", ${plain})`;
  const isLike = isShort
    ? Prisma.sql`"plainName" like ${`${plain}%`} or "plainName" like ${`% ${plain}%`}`
    : Prisma.sql`"plainName" like ${`%${plain}%`} or "plainName" % ${plain}`;
  return Prisma.sql`
    select "id", also, ${closeness} as closeness,
      case when "plainName" = ${plain} then 0 when starts_with("plainName", ${plain}) then 1
        when "plainName" like ${`%${plain}%`} then 2 else 3 end as rank
    from (
      select "id", null::text as also, "plainName" from "Tag" where ${isLike}
      union all
      select "tagId", "name", "plainName" from "TagName" where ${isLike}
    ) named`;
}

function byLetters(words: string): Prisma.Sql {
  const letters = words.toLowerCase();
  return Prisma.sql`
    select "id", also, 1::real as closeness, case when starts_with(lower("name"), ${letters}) then 1 else 2 end as rank
    from (
      select "id", null::text as also, "name" from "Tag" union all select "tagId", "name", "name" from "TagName"
    ) named where position(${letters} in lower("name")) > 0`;
}
