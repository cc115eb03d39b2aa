import "server-only";
import type { Tx } from "../../kernel/context.ts";
import { familyOf, standingTags } from "../../tags/standing-tags.ts";

/** Shows readers what a tag is called now, in all languages, and leads its other addresses to it. Under `holdProjection`. */
export async function showTag(tx: Tx, tagId: string): Promise<void> {
  const tag = await tx.tag.findUnique({ where: { id: tagId } });
  if (!tag) return;
  const { slug, name, kind, description } = tag;
  await tx.liveTag.updateMany({ where: { slug }, data: { name, kind, description } });
  const labels = await tx.tagName.findMany({ where: { tagId, language: { not: null } } });
  await tx.liveTagLabel.deleteMany({ where: { tagSlug: slug } });
  await tx.liveTagLabel.createMany({
    data: labels.flatMap(({ language, name }) => (language ? [{ tagSlug: slug, language, name }] : [])),
  });
  await leadToTag(tx, tagId, slug);
}

async function leadToTag(tx: Tx, tagId: string, slug: string): Promise<void> {
  const family = await familyOf(tx, tagId);
  const former = await tx.tagSlug.findMany({ where: { tagId: { in: family.map(({ id }) => id) } } });
  const aliases = [...family, ...former].map((one) => one.slug).filter((other) => other !== slug);
  await tx.liveTagAlias.deleteMany({ where: { OR: [{ tagSlug: slug }, { slug: { in: [slug, ...aliases] } }] } });
  await tx.liveTagAlias.createMany({ data: aliases.map((alias) => ({ slug: alias, tagSlug: slug })) });
}

/** To another address, with its stories and their number. */
export async function moveLiveTag(tx: Tx, was: string, slug: string): Promise<void> {
  await tx.liveTag.updateMany({ where: { slug: was }, data: { slug } });
  await tx.liveStoryTag.updateMany({ where: { tagSlug: was }, data: { tagSlug: slug } });
  await tx.liveTagLabel.deleteMany({ where: { tagSlug: was } });
  await tx.liveTagAlias.deleteMany({ where: { tagSlug: was } });
}

/**
 * Puts notices of retraction into the feeds of what the tags of their stories stand for now, where `tagId`, or what was merged into it, is one of
 * them. Under `holdProjection`.
 */
export async function moveNotices(tx: Tx, tagId: string): Promise<void> {
  const family = (await familyOf(tx, tagId)).map(({ id }) => id);
  await tx.$executeRaw`
    update "RetractedAddress" told set "tagSlugs" = array(
      with recursive chain as (
        select tag."slug", tag."mergedIntoId", tag."spikedAt" from "Tag" tag where tag."id" = any(told."tagIds")
        union
        select tag."slug", tag."mergedIntoId", tag."spikedAt" from chain join "Tag" tag on tag."id" = chain."mergedIntoId"
      ) select distinct "slug" from chain where "mergedIntoId" is null and "spikedAt" is null
    )
    where told."tagIds" && ${[tagId, ...family]}::uuid[]`;
}

/**
 * Puts the tags of these live stories anew, as their live revisions have them: a merge, its undoing, or a way out of the trash
 * changes what `tagId` stands for there. Stories under an embargo stand under no tag. Under `holdProjection`.
 */
export async function projectTagsAnew(tx: Tx, tagId: string, storyIds: readonly string[]): Promise<void> {
  if (storyIds.length === 0) return;
  await tx.liveTag.createMany({
    data: (await standingTags(tx, [tagId])).map(({ slug, name, kind, description }) => ({
      slug,
      name,
      kind,
      description,
    })),
    skipDuplicates: true,
  });
  await tx.$executeRaw`delete from "LiveStoryTag" where "storyId" = any(${storyIds}::uuid[])`;
  await tx.$executeRaw`
    with recursive chain as (
      select live."id" as story, live."publishedAt" as at, asked.place, tag."slug", tag."mergedIntoId", tag."spikedAt"
      from "LiveStory" live join "Revision" revision on revision."id" = live."revisionId"
        cross join lateral jsonb_array_elements_text(revision."columns" -> 'tagIds') with ordinality asked(id, place)
        join "Tag" tag on tag."id" = asked.id::uuid
      where live."id" = any(${storyIds}::uuid[]) and live."embargoUntil" is null
      union all
      select chain.story, chain.at, chain.place, tag."slug", tag."mergedIntoId", tag."spikedAt"
      from chain join "Tag" tag on tag."id" = chain."mergedIntoId"
    ), standing as (
      select story, at, "slug", min(place) as place from chain where "mergedIntoId" is null and "spikedAt" is null
      group by story, at, "slug"
    )
    insert into "LiveStoryTag" ("storyId", "tagSlug", "position", "publishedAt")
    select story, "slug", row_number() over (partition by story order by place) - 1, at from standing`;
}
