import "server-only";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import type { Suggested } from "../../body/annotations.ts";
import { wordCount } from "../../body/text.ts";
import type { Actor } from "../../kernel/actor.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { addressOf } from "../publication/reach.ts";
import type { LiveStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import type { RevisionColumns } from "../schema.ts";
import { suggestionsIn, textOf } from "./document.ts";
import { newestDocument, storedDocument } from "./document-store.ts";
import type { StoryText } from "./story-text.ts";

/** The story's document as it is stored: the whole state as one Yjs update in base64. `schema`: what one must know to write in it. @throws Fault notFound */
export async function storyDocument(
  actor: Actor,
  storyId: string,
): Promise<{ seq: number; generation: number; schema: number; update: string }> {
  await deskStory(actor, storyId);
  const stored = await storedDocument(deskDb(), storyId);
  const { seq, generation, schema } = stored;
  return {
    seq,
    generation,
    schema,
    update: Buffer.from(Y.encodeStateAsUpdate(newestDocument(stored))).toString("base64"),
  };
}

/** The draft in the shape in which readers would get it, and how many proposals are open in it. */
export interface StoryPreview extends LiveStory {
  suggestions: number;
}

/** What the desk's preview shows, without what is proposed or with it. @throws Fault notFound */
export async function storyPreview(
  actor: Actor,
  storyId: string,
  now: Date,
  suggested: Suggested = "without",
): Promise<StoryPreview> {
  const story = await deskStory(actor, storyId);
  const document = newestDocument(await storedDocument(deskDb(), storyId));
  const tagIds = story.tags.map(({ id }) => id);
  const preview = await previewOf({ ...story, tagIds }, textOf(document, suggested), now);
  return { ...preview, suggestions: suggestionsIn(document).length };
}

interface Previewed extends Omit<RevisionColumns, "translationGroupId"> {
  id: string;
  firstPublishedAt: Date | null;
}

/** This text with these columns, in the shape in which readers would get it. */
export async function previewOf(story: Previewed, text: StoryText, now: Date): Promise<LiveStory> {
  const { id, slug, language, dateline, sectionId, byline, tagIds, leadImage } = story;
  const [settings, section, profiles, tags, notes] = await Promise.all([
    newsroomSettings(),
    sectionId ? deskDb().section.findUnique({ where: { id: sectionId }, select: { slug: true, name: true } }) : null,
    deskDb().profile.findMany({
      where: { id: { in: byline.map(({ profileId }) => profileId) } },
      select: { id: true, slug: true, name: true },
    }),
    deskDb().tag.findMany({ where: { id: { in: tagIds } }, select: { id: true, slug: true, name: true, kind: true } }),
    deskDb().liveCorrection.findMany({ where: { storyId: id }, orderBy: [{ at: "desc" }, { id: "asc" }] }),
  ]);
  return {
    id,
    revisionId: id,
    slug,
    language,
    address: addressOf(story, settings.language),
    kicker: text.kicker || null,
    headline: text.headline,
    standfirst: text.standfirst || null,
    teaser: text.teaser || null,
    leadImage,
    dateline,
    body: text.body,
    wordCount: wordCount(text.body),
    section,
    byline: byline.flatMap(({ profileId, part }) => {
      const profile = profiles.find((one) => one.id === profileId);
      return profile ? { name: profile.name, slug: profile.slug, part } : [];
    }),
    tags: tagIds.flatMap((tagId) => tags.find((tag) => tag.id === tagId) ?? []),
    translations: [],
    notes,
    changes: [],
    publishedAt: story.firstPublishedAt ?? now,
    updatedAt: null,
  };
}
