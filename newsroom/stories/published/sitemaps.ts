import "server-only";
import { z } from "zod";
import { readersDb } from "#lib/db/readers";
import { dependsOn, rightUntil } from "#lib/page-cache/dependencies";
import { addressOf } from "../publication/reach.ts";
import { publicNewsroom } from "./newsroom.ts";
import { monthOf, type StoryPart, storiesPerSitemap } from "./sitemap-files.ts";

export interface MappedStory {
  address: string;
  changedAt: Date;
  /** In all its languages, its own among them; empty if there is only one. */
  languages: { language: string; address: string }[];
}

export interface NewsStory {
  address: string;
  language: string;
  headline: string;
  publishedAt: Date;
}

const pagesAtMost = 40_000;
const newsAtMost = 1_000;
const newsForMs = 48 * 3_600_000;

const Month = z.object({ month: z.string(), stories: z.number().int(), changedAt: z.date() });

/** All parts, the oldest first, with when something in their months changed last. */
export async function storyParts(): Promise<(StoryPart & { changedAt: Date })[]> {
  dependsOn("stories");
  const months = z.array(Month).parse(
    await readersDb().$queryRaw`
      select to_char("publishedAt" at time zone 'UTC', 'YYYY-MM') as "month", count(*)::int as "stories",
        max(coalesce("updatedAt", "publishedAt")) as "changedAt"
      from "LiveStory" group by 1 order by 1`,
  );
  return months.flatMap(({ month, stories, changedAt }) =>
    Array.from({ length: Math.ceil(stories / storiesPerSitemap) }, (_part, i) => ({ month, part: i + 1, changedAt })),
  );
}

const Row = z.object({
  language: z.string(),
  slug: z.string(),
  changedAt: z.date(),
  others: z.array(z.object({ language: z.string(), slug: z.string() })),
});

/** The stories of a part; null for a part without any. */
export async function storiesIn({ month, part }: StoryPart): Promise<MappedStory[] | null> {
  dependsOn("stories");
  const { language } = await publicNewsroom();
  const { from, to } = monthOf(new Date(`${month}-01T00:00:00Z`));
  const rows = z.array(Row).parse(
    await readersDb().$queryRaw`
      with part as (
        select "publishedAt", "id" from "LiveStory"
        where "publishedAt" >= ${from} and "publishedAt" < ${to}
        order by "publishedAt", "id" limit ${storiesPerSitemap} offset ${(part - 1) * storiesPerSitemap}
      )
      select story."language", story."slug", coalesce(story."updatedAt", story."publishedAt") as "changedAt",
        coalesce((
          select jsonb_agg(jsonb_build_object('language', other."language", 'slug', other."slug") order by other."language")
          from "LiveStory" other
          where other."translationGroupId" = story."translationGroupId" and other."id" <> story."id"
        ), '[]') as "others"
      from part join "LiveStory" story on story."id" = part."id" order by part."publishedAt", part."id"`,
  );
  if (rows.length === 0) return null;
  return rows.map(({ others, changedAt, ...story }) => ({
    address: addressOf(story, language),
    changedAt,
    languages: (others.length === 0 ? [] : [story, ...others]).map((one) => ({
      language: one.language,
      address: addressOf(one, language),
    })),
  }));
}

/** What was published within 48 hours of `now`, the newest first; it says when the oldest of it will be too old. */
export async function storiesInTheNews(now: Date): Promise<NewsStory[]> {
  dependsOn("stories");
  const { language } = await publicNewsroom();
  const rows = await readersDb().liveStory.findMany({
    where: { publishedAt: { gt: new Date(now.getTime() - newsForMs) } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: newsAtMost,
    select: { language: true, slug: true, headline: true, publishedAt: true },
  });
  const oldest = rows.at(-1);
  if (oldest) rightUntil(new Date(oldest.publishedAt.getTime() + newsForMs));
  return rows.map(({ slug, ...story }) => ({ ...story, address: addressOf({ ...story, slug }, language) }));
}

/** Everything that is a page but no story, by its address: only what readers find something at. */
export async function listAddresses(): Promise<string[]> {
  dependsOn("stories", "site", "tags", "authors");
  const live = { where: { stories: { gt: 0 } }, orderBy: { slug: "asc" }, select: { slug: true } } as const;
  const [sections, tags, authors] = await Promise.all([
    readersDb().liveSection.findMany({ orderBy: { position: "asc" }, select: { slug: true } }),
    readersDb().liveTag.findMany({ ...live, take: pagesAtMost }),
    readersDb().liveProfile.findMany({ ...live, take: pagesAtMost / 8 }),
  ]);
  return [
    "/",
    ...sections.map(({ slug }) => `/sections/${slug}`),
    ...tags.map(({ slug }) => `/tags/${slug}`),
    ...authors.map(({ slug }) => `/authors/${slug}`),
    "/corrections",
  ];
}
