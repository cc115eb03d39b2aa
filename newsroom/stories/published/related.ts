import "server-only";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import { cardRows, cards, type LiveCard } from "./cards.ts";
import { publicNewsroom } from "./newsroom.ts";

const most = 4;
/** Of each tag as many of the newest stories are looked at. */
const looked = 40;
/** A new story under a tag with fewer than these makes the pages of the others anew; with more, that would be too many pages. */
const few = 60;

/** Stories that are about the same: those that share the most and the rarest tags, else the newest of the section; in the story's language first. */
export async function relatedStories(story: { id: string; tags: readonly { slug: string }[] }): Promise<LiveCard[]> {
  const [rows, { language }] = await Promise.all([
    readersDb().$queryRaw<{ id: string }[]>`
      with mine as materialized (
        select "id", "language", "sectionSlug", "translationGroupId" from "LiveStory" where "id" = ${story.id}::uuid
      ), about as materialized (
        select tag."slug", 1 / ln(1 + tag."stories") as weight
        from "LiveStoryTag" carried join "LiveTag" tag on tag."slug" = carried."tagSlug" where carried."storyId" = ${story.id}::uuid
      ), near as (
        select other."storyId" as id from about cross join lateral (
          select carried."storyId" from "LiveStoryTag" carried where carried."tagSlug" = about."slug"
          order by carried."publishedAt" desc, carried."storyId" limit ${looked}
        ) other
        union
        select other."id" from mine cross join lateral (
          select live."id" from "LiveStory" live where live."sectionSlug" = mine."sectionSlug"
          order by live."publishedAt" desc, live."id" limit ${most * 2}
        ) other
      ), shared as (
        select near.id, coalesce(sum(about.weight), 0) as weight
        from near left join "LiveStoryTag" carried on carried."storyId" = near.id left join about on about."slug" = carried."tagSlug"
        group by near.id
      )
      select live."id"::text from shared join "LiveStory" live on live."id" = shared.id cross join mine
      where live."id" <> mine."id" and live."translationGroupId" <> mine."translationGroupId"
      order by live."language" = mine."language" desc, round(shared.weight::numeric, 3) desc, live."publishedAt" desc, live."id"
      limit ${most}`,
    publicNewsroom(),
  ]);
  dependsOn(...(await rareOf(story.tags)).map((slug) => `tag:${slug}`));
  return cards(await cardRows(rows.map(({ id }) => id)), language);
}

async function rareOf(tags: readonly { slug: string }[]): Promise<string[]> {
  if (tags.length === 0) return [];
  const rare = await readersDb().liveTag.findMany({
    where: { slug: { in: tags.map(({ slug }) => slug) }, stories: { lt: few } },
    select: { slug: true },
  });
  return rare.map(({ slug }) => slug);
}
