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

/** On what hangs which stories are near to one. */
interface Surrounded {
  id: string;
  language: string;
  sectionSlug: string | null;
  translationGroupId: string;
  /** Slugs. */
  tags: string[];
}

/** Stories that are about the same. */
export async function relatedStories(story: { id: string; tags: readonly { slug: string }[] }): Promise<LiveCard[]> {
  const [mine, { language }] = await Promise.all([
    readersDb().liveStory.findUnique({
      where: { id: story.id },
      select: {
        id: true,
        language: true,
        sectionSlug: true,
        translationGroupId: true,
        tags: { select: { tagSlug: true } },
      },
    }),
    publicNewsroom(),
  ]);
  const rows = mine ? await nearestStories({ ...mine, tags: mine.tags.map(({ tagSlug }) => tagSlug) }, most) : [];
  dependsOn(...(await rareOf(story.tags)).map((slug) => `tag:${slug}`));
  return cards(await cardRows(rows.map(({ id }) => id)), language);
}

/**
 * The live stories that share the most and the rarest tags with one, which need not be live itself, else the newest of its section; in
 * its language first.
 */
export const nearestStories = (
  { id, language, sectionSlug, translationGroupId, tags }: Surrounded,
  most: number,
): Promise<{ id: string; language: string; slug: string; publishedAt: Date }[]> =>
  readersDb().$queryRaw`
    with about as materialized (
      select "slug", 1 / ln(1 + greatest("stories", 1)) as weight from "LiveTag" where "slug" = any(${tags}::text[])
    ), near as (
      select other."storyId" as id from about cross join lateral (
        select carried."storyId" from "LiveStoryTag" carried where carried."tagSlug" = about."slug"
        order by carried."publishedAt" desc, carried."storyId" limit ${looked}
      ) other
      union
      select other."id" from (
        select live."id" from "LiveStory" live where live."sectionSlug" = ${sectionSlug}
        order by live."publishedAt" desc, live."id" limit ${most * 2}
      ) other
    ), shared as (
      select near.id, coalesce(sum(about.weight), 0) as weight
      from near left join "LiveStoryTag" carried on carried."storyId" = near.id left join about on about."slug" = carried."tagSlug"
      group by near.id
    )
    select live."id"::text, live."language", live."slug", live."publishedAt" from shared join "LiveStory" live on live."id" = shared.id
    where live."id" <> ${id}::uuid and live."translationGroupId" <> ${translationGroupId}::uuid
    order by live."language" = ${language} desc, round(shared.weight::numeric, 3) desc, live."publishedAt" desc, live."id"
    limit ${most}`;

async function rareOf(tags: readonly { slug: string }[]): Promise<string[]> {
  if (tags.length === 0) return [];
  const rare = await readersDb().liveTag.findMany({
    where: { slug: { in: tags.map(({ slug }) => slug) }, stories: { lt: few } },
    select: { slug: true },
  });
  return rare.map(({ slug }) => slug);
}
