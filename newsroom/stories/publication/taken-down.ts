import "server-only";
import { deskDb } from "#lib/db/desk";
import { picturesIn } from "../../body/pictures.ts";
import { isId } from "../../kernel/ids.ts";
import { widthsOf } from "../../media/limits.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { type GonePlaces, placesIn } from "../proofs/gone-places.ts";
import { monthOf, sitemapFileName, storiesPerSitemap } from "../published/sitemap-files.ts";
import { revisionById } from "../revisions/revisions.ts";
import { lastPublished } from "./last-standing.ts";
import { addressOf } from "./reach.ts";

interface TakenStory {
  id: string;
  translationGroupId: string;
  firstPublishedAt: Date | null;
}

/** Where readers found a story, or a way to it, until the event with this payload took it down. */
export async function placesGone(story: TakenStory, payload: unknown): Promise<GonePlaces> {
  const [translations, sitemaps, pictures, { language }] = await Promise.all([
    deskDb().liveStory.findMany({
      where: { translationGroupId: story.translationGroupId, id: { not: story.id } },
      orderBy: { language: "asc" },
      select: { language: true, slug: true },
    }),
    sitemapsOf(story),
    picturesGone(story.id),
    newsroomSettings(),
  ]);
  return placesIn(payload, {
    newsroomLanguage: language,
    translations: translations.map((translation) => addressOf(translation, language)),
    sitemaps,
    pictures,
  });
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
async function picturesGone(storyId: string): Promise<string[]> {
  const revisionId = await lastPublished(deskDb(), storyId);
  if (!revisionId) return [];
  const { columns, body } = await revisionById(deskDb(), revisionId);
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
