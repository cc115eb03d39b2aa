import "server-only";
import type { Tx } from "../kernel/context.ts";
import { plainNameOf } from "./plain-name.ts";
import type { Tag } from "./schema.ts";

/** From here on (0 to 1, by shared threes of letters) names are called near. */
export const nearFrom = 0.5;

/** Tags with a name, label or synonym that is the same as this name or near to it, the nearest first. */
export async function tagsNearTo(tx: Pick<Tx, "$queryRaw">, name: string): Promise<Tag[]> {
  const plain = plainNameOf(name);
  return tx.$queryRaw<Tag[]>`
    with near as (
      select "id", similarity("plainName", ${plain}) as closeness from "Tag" where "plainName" % ${plain}
      union all
      select "tagId", similarity("plainName", ${plain}) from "TagName" where "plainName" % ${plain}
    )
    select tag."id"::text, tag."slug", tag."name", tag."kind"::text
    from (select "id", max(closeness) as closeness from near group by 1) near join "Tag" tag on tag."id" = near."id"
    where near.closeness >= ${nearFrom} and tag."mergedIntoId" is null
    order by near.closeness desc, tag."name", tag."id" limit 5`;
}

/** Notes anew which tags have names close to those of this one. Under `holdTags`. */
export async function notePairs(tx: Tx, tagId: string): Promise<void> {
  await tx.tagPair.deleteMany({ where: { OR: [{ oneId: tagId }, { otherId: tagId }] } });
  await tx.$executeRaw`
    with mine as (
      select "plainName" as plain from "Tag" where "id" = ${tagId}::uuid
      union select "plainName" from "TagName" where "tagId" = ${tagId}::uuid
    ), close as (
      select tag."id", similarity(tag."plainName", plain) as closeness from mine join "Tag" tag on tag."plainName" % plain
      union all
      select name."tagId", similarity(name."plainName", plain) from mine join "TagName" name on name."plainName" % plain
    )
    insert into "TagPair" ("oneId", "otherId", "similarity")
    select least("id", ${tagId}::uuid), greatest("id", ${tagId}::uuid), max(closeness)
    from close where "id" <> ${tagId}::uuid and closeness >= ${nearFrom} group by "id"`;
}
