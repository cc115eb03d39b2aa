import "server-only";
import * as Y from "yjs";
import { deskDb } from "#lib/db/desk";
import type { Suggested } from "../body/annotations.ts";
import { wordCount } from "../body/text.ts";
import type { Actor } from "../kernel/actor.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { suggestionsIn, textOf } from "./document.ts";
import { newestDocument, storedDocument } from "./document-store.ts";
import type { LiveStory } from "./published.ts";
import { deskStory } from "./queries.ts";
import { addressOf } from "./reach.ts";

/** The story's document as it is stored: the whole state as one Yjs update in base64. @throws Fault notFound */
export async function storyDocument(
  actor: Actor,
  storyId: string,
): Promise<{ seq: number; generation: number; update: string }> {
  await deskStory(actor, storyId);
  const stored = await storedDocument(deskDb(), storyId);
  const { seq, generation } = stored;
  return { seq, generation, update: Buffer.from(Y.encodeStateAsUpdate(newestDocument(stored))).toString("base64") };
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
  const text = textOf(document, suggested);
  const [settings, section, profiles, notes] = await Promise.all([
    newsroomSettings(),
    story.sectionId
      ? deskDb().section.findUnique({ where: { id: story.sectionId }, select: { slug: true, name: true } })
      : null,
    deskDb().profile.findMany({
      where: { id: { in: story.byline.map(({ profileId }) => profileId) } },
      select: { id: true, slug: true },
    }),
    deskDb().liveCorrection.findMany({ where: { storyId }, orderBy: [{ at: "desc" }, { id: "asc" }] }),
  ]);
  return {
    id: story.id,
    revisionId: story.id,
    slug: story.slug,
    language: story.language,
    address: addressOf(story, settings.language),
    kicker: text.kicker || null,
    headline: text.headline,
    standfirst: text.standfirst || null,
    teaser: text.teaser || null,
    dateline: story.dateline,
    body: text.body,
    wordCount: wordCount(text.body),
    section,
    byline: story.byline.map(({ profileId, name, part }) => ({
      name,
      part,
      slug: profiles.find(({ id }) => id === profileId)?.slug ?? null,
    })),
    tags: story.tags,
    translations: [],
    notes,
    changes: [],
    publishedAt: story.firstPublishedAt ?? now,
    updatedAt: null,
    suggestions: suggestionsIn(document).length,
  };
}
