import "server-only";
import { deskDb } from "#lib/db/desk";
import { picturesIn } from "../../body/pictures.ts";
import { isId } from "../../kernel/ids.ts";
import { widthsOf } from "../../media/limits.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { lastPublished } from "../publication/last-standing.ts";
import { addressOf, list } from "../publication/reach.ts";
import { nearestStories } from "../published/related.ts";
import { monthOf, sitemapFileName, storiesPerSitemap } from "../published/sitemap-files.ts";
import { type Revision, revisionById } from "../revisions/revisions.ts";
import { type GonePlaces, mostRelatedLookedAt, placesIn } from "./gone-places.ts";

interface TakenStory {
  id: string;
  language: string;
  translationGroupId: string;
  firstPublishedAt: Date | null;
}

/** The event that took it down. */
interface Taking {
  at: Date;
  payload: unknown;
}

/** Where readers found a story, or a way to it, until then. */
export async function placesGone(story: TakenStory, taking: Taking): Promise<GonePlaces> {
  const had = await lastHad(story.id);
  const [translations, related, sitemaps, pictures, { language }] = await Promise.all([
    deskDb().liveStory.findMany({
      where: { translationGroupId: story.translationGroupId, id: { not: story.id } },
      orderBy: { language: "asc" },
      select: { language: true, slug: true },
    }),
    relatedTo(story, taking),
    sitemapsOf(story),
    picturesGone(had),
    newsroomSettings(),
  ]);
  return placesIn(taking.payload, {
    newsroomLanguage: language,
    headline: had?.headline ?? null,
    related: related.map((other) => addressOf(other, language)),
    translations: translations.map((translation) => addressOf(translation, language)),
    sitemaps,
    pictures,
  });
}

async function lastHad(storyId: string): Promise<Revision | null> {
  const revisionId = await lastPublished(deskDb(), storyId);
  return revisionId ? revisionById(deskDb(), revisionId) : null;
}

/** Which of them had it in their lists nobody has counted: the nearest to it, of those that were there. */
async function relatedTo(
  { id, language, translationGroupId }: TakenStory,
  { at, payload }: Taking,
): Promise<{ language: string; slug: string }[]> {
  const { sections, tags } = Object.fromEntries(Object.entries(payload ?? {}));
  const [sectionSlug = null] = list(sections);
  const surrounded = { id, language, translationGroupId, sectionSlug, tags: list(tags) };
  return (await nearestStories(surrounded, mostRelatedLookedAt)).filter(({ publishedAt }) => publishedAt <= at);
}

/** It may have stood in any part of its month. */
async function sitemapsOf({ firstPublishedAt }: TakenStory): Promise<string[]> {
  if (!firstPublishedAt) return [];
  const { month, from, to } = monthOf(firstPublishedAt);
  const others = await deskDb().liveStory.count({ where: { publishedAt: { gte: from, lt: to } } });
  const parts = Math.ceil((others + 1) / storiesPerSitemap);
  return Array.from({ length: parts }, (_part, i) => `/sitemaps/${sitemapFileName({ month, part: i + 1 })}`);
}

/** A file of each picture that readers had in it and that no live story shows: the others go with it. */
async function picturesGone(had: Revision | null): Promise<string[]> {
  if (!had) return [];
  const { columns, body } = had;
  const ids = [...(columns.leadImage ? [columns.leadImage.pictureId] : []), ...picturesIn(body)].filter(isId);
  const [pictures, shown] = await Promise.all([
    deskDb().picture.findMany({ where: { id: { in: ids } }, select: { id: true, width: true } }),
    deskDb().liveStoryPicture.findMany({ where: { pictureId: { in: ids } }, select: { pictureId: true } }),
  ]);
  const stays = new Set(shown.map(({ pictureId }) => pictureId));
  return [...new Set(ids)].flatMap((id) => {
    const picture = pictures.find((one) => one.id === id);
    return picture && !stays.has(id) ? [`/media/${id}/${widthsOf(picture.width)[0]}.webp`] : [];
  });
}
