import "server-only";
import type { Prisma } from "@prisma/client";
import { readersDb } from "#lib/db/readers";
import { answerGone, answerMoved, dependsOn } from "#lib/page-cache/dependencies";
import type { Body } from "../body/body.ts";
import { parseBody } from "../body/schema.ts";
import { PublicDifference } from "./publication/public-difference.ts";
import { addressOf } from "./publication/reach.ts";
import { cardFields, cards, type LiveCard } from "./published/cards.ts";
import { publicNewsroom } from "./published/newsroom.ts";
import { type LiveTag, tagsCalled } from "./published/tags.ts";
import type { CorrectionKind, NotePlace } from "./schema.ts";

/** A public note on a story. */
export interface StoryNote {
  id: string;
  kind: CorrectionKind;
  /** As it was written, in the story's language. */
  note: string;
  place: NotePlace;
  at: Date;
}

/** What a publication changed; `kind` is null for an update. */
export interface StoryChange {
  id: string;
  kind: CorrectionKind | null;
  at: Date;
  difference: PublicDifference;
}

export interface LiveStory extends LiveCard {
  revisionId: string;
  dateline: string | null;
  body: Body;
  wordCount: number;
  tags: LiveTag[];
  translations: { language: string; address: string }[];
  /** The newest first. */
  notes: StoryNote[];
  /** The newest first; those that the newsroom shows. */
  changes: StoryChange[];
}

/** What stands in the place of a retracted story; none of its words. */
export interface Retraction {
  language: string;
  address: string;
  notice: string;
  at: Date;
}

/** What readers find at the address of a story. */
export type AtAddress = { state: "live"; story: LiveStory } | { state: "retracted"; retraction: Retraction };

/** The live story at an address; null for what is not live there. */
export async function publishedStory(slug: string, language?: string): Promise<LiveStory | null> {
  const found = await storyAtAddress(slug, language);
  return found?.state === "live" ? found.story : null;
}

/**
 * What is at an address of stories; null for what never was or is not there now. Killed ones answer 410 or 451, former
 * addresses of live ones lead to where they are.
 */
export async function storyAtAddress(slug: string, language?: string): Promise<AtAddress | null> {
  const newsroom = await publicNewsroom();
  const address = { language: language ?? newsroom.language, slug };
  dependsOn(`address:${address.language}/${slug}`);
  const row = await readersDb().liveStory.findUnique({
    where: { language_slug: address },
    select: {
      ...cardFields,
      revisionId: true,
      dateline: true,
      body: true,
      wordCount: true,
      translationGroupId: true,
      tags: { orderBy: { position: "asc" }, select: { tagSlug: true } },
    },
  });
  if (!row) return notLive(address, newsroom.language);
  const [[card], tags, translations, notes, changes] = await Promise.all([
    cards([row], newsroom.language),
    tagsCalled(
      row.tags.map(({ tagSlug }) => tagSlug),
      row.language,
    ),
    translationsOf(row, newsroom.language),
    notesOf(row.id),
    changesOf(row.id),
  ]);
  if (!card) return null;
  const { revisionId, dateline, wordCount } = row;
  const whole = { revisionId, dateline, wordCount, body: parseBody(row.body), tags, translations, notes, changes };
  return { state: "live", story: { ...card, ...whole } };
}

async function notLive(
  address: { language: string; slug: string },
  newsroomLanguage: string,
): Promise<AtAddress | null> {
  const where = { language_slug: address };
  const [moved, retracted, gone] = await Promise.all([
    // In one question: between two, the story may be taken down.
    readersDb().liveStory.findFirst({
      where: { redirects: { some: address } },
      select: { id: true, language: true, slug: true },
    }),
    readersDb().retractedAddress.findUnique({ where, select: { storyId: true, notice: true, at: true } }),
    readersDb().goneAddress.findUnique({ where, select: { status: true } }),
  ]);
  if (gone) answerGone(gone.status === 451 ? 451 : 410);
  else if (moved) {
    dependsOn(`story:${moved.id}`);
    answerMoved(addressOf(moved, newsroomLanguage));
  }
  if (gone || moved || !retracted) return null;
  dependsOn(`story:${retracted.storyId}`);
  const { notice, at } = retracted;
  return {
    state: "retracted",
    retraction: { language: address.language, address: addressOf(address, newsroomLanguage), notice, at },
  };
}

/** What a note is made of. */
export const noteFields = {
  id: true,
  kind: true,
  note: true,
  place: true,
  at: true,
} satisfies Prisma.LiveCorrectionSelect;

const notesOf = (storyId: string): Promise<StoryNote[]> =>
  readersDb().liveCorrection.findMany({
    where: { storyId },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    select: noteFields,
  });

async function changesOf(storyId: string): Promise<StoryChange[]> {
  const rows = await readersDb().liveChange.findMany({
    where: { storyId },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    select: { id: true, kind: true, at: true, difference: true },
  });
  return rows.map(({ difference, ...row }) => ({ ...row, difference: PublicDifference.parse(difference) }));
}

async function translationsOf(
  story: { id: string; translationGroupId: string },
  newsroomLanguage: string,
): Promise<LiveStory["translations"]> {
  const others = await readersDb().liveStory.findMany({
    where: { translationGroupId: story.translationGroupId, id: { not: story.id } },
    orderBy: { language: "asc" },
    select: { id: true, language: true, slug: true },
  });
  dependsOn(`translations:${story.translationGroupId}`, ...others.map(({ id }) => `story:${id}`));
  return others.map((other) => ({ language: other.language, address: addressOf(other, newsroomLanguage) }));
}
