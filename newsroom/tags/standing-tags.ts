import "server-only";
import type { Tx } from "../kernel/context.ts";
import type { TagKind } from "./schema.ts";

export interface StandingTag {
  id: string;
  slug: string;
  name: string;
  kind: TagKind;
  description: string | null;
}

/**
 * What stands for these ids today, in their order, each once: a merged tag is what it was merged into, one that was
 * removed, or lies in the trash, is missing.
 */
export async function standingTags(tx: Pick<Tx, "$queryRaw">, ids: readonly string[]): Promise<StandingTag[]> {
  if (ids.length === 0) return [];
  const tags = await tx.$queryRaw<StandingTag[]>`
    with recursive chain as (
      select asked.place, tag.* from unnest(${ids}::uuid[]) with ordinality asked(id, place) join "Tag" tag on tag."id" = asked.id
      union all
      select chain.place, tag.* from chain join "Tag" tag on tag."id" = chain."mergedIntoId"
    )
    select "id"::text, "slug", "name", "kind"::text, "description" from chain where "mergedIntoId" is null and "spikedAt" is null order by place`;
  return [...new Map(tags.map((tag) => [tag.id, tag])).values()];
}

/** The ids under which this tag may be met in stories and revisions: its own, and those of all that was merged into it. */
export async function familyOf(tx: Pick<Tx, "$queryRaw">, tagId: string): Promise<{ id: string; slug: string }[]> {
  return tx.$queryRaw`
    with recursive family as (
      select "id", "slug" from "Tag" where "id" = ${tagId}::uuid
      union all
      select tag."id", tag."slug" from family join "Tag" tag on tag."mergedIntoId" = family."id"
    )
    select "id"::text, "slug" from family`;
}
