import "server-only";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import { addressOf } from "../publication/reach.ts";
import { noteFields, type StoryNote } from "../published.ts";
import { type CardRow, cardFields, cardRows, cards, type LiveCard } from "./cards.ts";
import { publicNewsroom } from "./newsroom.ts";
import { type LiveTag, labelsIn } from "./tags.ts";

/** A note with the story that it is about. */
export interface ListedNote extends StoryNote {
  story: { headline: string; language: string; address: string };
}

/** One page of six; `from` and `to` count from 1. */
export interface Listing extends Shown {
  stories: LiveCard[];
}

export interface Shown {
  from: number;
  to: number;
  total: number;
  page: number;
  pages: number;
}

/** Stories on a page of a list. */
export const perPage = 6;

/** The newest live stories in the newsroom's language. */
export async function newestStories(limit: number): Promise<LiveCard[]> {
  dependsOn("front");
  const { language } = await publicNewsroom();
  const rows = await readersDb().liveStory.findMany({
    where: { language },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take: limit,
    select: cardFields,
  });
  return cards(rows, language);
}

/** All notes on live stories, the newest first, six a page; null for a page that does not exist. */
export async function noteListing(page: number): Promise<(Shown & { notes: ListedNote[] }) | null> {
  dependsOn("corrections");
  const counted = await readersDb().liveCount.findUnique({ where: { list: "corrections" }, select: { rows: true } });
  const total = counted?.rows ?? 0;
  const { language } = await publicNewsroom();
  return shownPage(total, page, async (span) => {
    const rows = await readersDb().liveCorrection.findMany({
      where: { id: { in: await noteIds(total, span) } },
      orderBy: [{ at: "desc" }, { id: "asc" }],
      select: { ...noteFields, storyId: true },
    });
    dependsOn(...rows.map(({ storyId }) => `story:${storyId}`));
    const stories = await readersDb().liveStory.findMany({
      where: { id: { in: rows.map(({ storyId }) => storyId) } },
      select: { id: true, headline: true, language: true, slug: true },
    });
    // A story may have been taken down since its notes were read.
    const notes = rows.flatMap(({ storyId, ...note }) => {
      const story = stories.find(({ id }) => id === storyId);
      return story
        ? [
            {
              ...note,
              story: { headline: story.headline, language: story.language, address: addressOf(story, language) },
            },
          ]
        : [];
    });
    return { notes };
  });
}

/** By the index alone, as for sections, and from the nearer end: an offset costs what it passes by. */
async function noteIds(total: number, { skip, take }: { skip: number; take: number }): Promise<string[]> {
  const isFar = skip > total / 2;
  const rows = await readersDb().liveCorrection.findMany({
    orderBy: isFar ? [{ at: "asc" }, { id: "desc" }] : [{ at: "desc" }, { id: "asc" }],
    skip: isFar ? Math.max(total - skip - take, 0) : skip,
    take: isFar ? Math.min(take, total - skip) : take,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** A section's stories, six a page; null for a page that does not exist. A section without stories has an empty first page. */
export async function sectionListing(
  slug: string,
  page: number,
): Promise<{ section: { slug: string; name: string }; listing: Listing } | null> {
  dependsOn(`section:${slug}`, "site");
  const section = await readersDb().liveSection.findUnique({
    where: { slug },
    select: { slug: true, name: true, stories: true },
  });
  if (!section) return null;
  const listing = await listed(section.stories, page, async (span) => cardRows(await newestInSection(slug, span)));
  return listing && { section: { slug: section.slug, name: section.name }, listing };
}

/** A tag's stories, six a page; null for a tag without a live story. */
export async function tagListing(
  slug: string,
  page: number,
): Promise<{
  tag: LiveTag & { description: string | null };
  listing: Listing;
} | null> {
  dependsOn(`tag:${slug}`);
  const tag = await readersDb().liveTag.findUnique({ where: { slug } });
  if (!tag || tag.stories === 0) return null;
  const listing = await listed(tag.stories, page, async (span) => cardRows(await newestUnderTag(slug, span)));
  const { language } = await publicNewsroom();
  const { stories: _, ...shown } = tag;
  return listing && { tag: { ...shown, name: (await labelsIn(language, [slug])).get(slug) ?? tag.name }, listing };
}

/** An author's stories, six a page; null for a profile without a live story. */
export async function authorListing(
  slug: string,
  page: number,
): Promise<{ profile: { slug: string; name: string; bio: string | null }; listing: Listing } | null> {
  dependsOn(`author:${slug}`);
  const profile = await readersDb().liveProfile.findUnique({ where: { slug } });
  if (!profile || profile.stories === 0) return null;
  const listing = await listed(profile.stories, page, async (span) => cardRows(await newestByAuthor(slug, span)));
  const { stories: _, ...shown } = profile;
  return listing && { profile: shown, listing };
}

export interface Span {
  skip: number;
  take: number;
}

/** Which stories first, by the index alone; then these. A page far back would else read all the bodies before it. */
export async function newestInSection(slug: string, span: Span): Promise<string[]> {
  const rows = await readersDb().liveStory.findMany({
    where: { sectionSlug: slug },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    ...span,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function newestUnderTag(slug: string, span: Span): Promise<string[]> {
  const rows = await readersDb().liveStoryTag.findMany({
    where: { tagSlug: slug },
    orderBy: [{ publishedAt: "desc" }, { storyId: "asc" }],
    ...span,
    select: { storyId: true },
  });
  return rows.map(({ storyId }) => storyId);
}

/** Once a story, though somebody may have written it and taken its pictures; the client's own `distinct` would read them all. */
export async function newestByAuthor(slug: string, { skip, take }: Span): Promise<string[]> {
  const rows = await readersDb().$queryRaw<{ storyId: string }[]>`
    select distinct "publishedAt", "storyId" from "LiveByline" where "profileSlug" = ${slug}
    order by "publishedAt" desc, "storyId" limit ${take} offset ${skip}`;
  return rows.map(({ storyId }) => storyId);
}

async function listed(total: number, page: number, rows: (span: Span) => Promise<CardRow[]>): Promise<Listing | null> {
  const { language } = await publicNewsroom();
  return shownPage(total, page, async (span) => ({ stories: await cards(await rows(span), language) }));
}

/** The page of that number, with its content; null past the last. */
export async function shownPage<Content>(
  total: number,
  page: number,
  content: (span: Span) => Promise<Content>,
): Promise<(Shown & Content) | null> {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page > pages) return null;
  const skip = (page - 1) * perPage;
  const shown = { from: total === 0 ? 0 : skip + 1, to: Math.min(skip + perPage, total), total, page, pages };
  return { ...shown, ...(await content({ skip, take: perPage })) };
}
