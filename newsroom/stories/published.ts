import "server-only";
import type { Prisma } from "@prisma/client";
import { readersDb } from "#lib/db/readers";
import { answerGone, answerMoved, dependsOn } from "#lib/page-cache/dependencies";
import type { Body } from "../body/body.ts";
import { parseBody } from "../body/schema.ts";
import type { TagKind } from "../tags/schema.ts";
import { PublicDifference } from "./public-difference.ts";
import { addressOf } from "./reach.ts";
import type { BylinePart, CorrectionKind, NotePlace } from "./schema.ts";

export interface BylineEntry {
  name: string;
  /** Of the author's page; null for a name without one. */
  slug: string | null;
  part: BylinePart;
}

/** A story as it looks in a slot or list. */
export interface LiveCard {
  id: string;
  slug: string;
  language: string;
  address: string;
  kicker: string | null;
  headline: string;
  standfirst: string | null;
  teaser: string | null;
  section: { slug: string; name: string } | null;
  byline: BylineEntry[];
  publishedAt: Date;
  updatedAt: Date | null;
}

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
  tags: { slug: string; name: string; kind: TagKind }[];
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

export interface PublicNewsroom {
  name: string;
  zone: string;
  language: string;
  languages: string[];
  /** Grows with everything that stands on each page. */
  generation: number;
}

const perPage = 6;

const cardFields = {
  id: true,
  slug: true,
  language: true,
  kicker: true,
  headline: true,
  standfirst: true,
  teaser: true,
  sectionSlug: true,
  publishedAt: true,
  updatedAt: true,
  byline: { orderBy: { position: "asc" }, select: { name: true, profileSlug: true, part: true } },
} satisfies Prisma.LiveStorySelect;
type CardRow = Prisma.LiveStoryGetPayload<{ select: typeof cardFields }>;

/** The newsroom as readers know it: name, zone, languages. */
export async function publicNewsroom(): Promise<PublicNewsroom> {
  dependsOn("site");
  return readersDb().newsroom.findUniqueOrThrow({
    where: { id: 1 },
    select: { name: true, zone: true, language: true, languages: true, generation: true },
  });
}

/** The paper's sections in their order, whether or not they have a story today: the menu must not come and go. */
export async function menuSections(): Promise<{ slug: string; name: string }[]> {
  dependsOn("site");
  return readersDb().liveSection.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { slug: true, name: true },
  });
}

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
    tagsOf(
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
  const [redirect, retracted, gone] = await Promise.all([
    readersDb().liveRedirect.findUnique({
      where,
      select: { story: { select: { id: true, language: true, slug: true } } },
    }),
    readersDb().retractedAddress.findUnique({ where, select: { storyId: true, notice: true, at: true } }),
    readersDb().goneAddress.findUnique({ where, select: { status: true } }),
  ]);
  if (gone) answerGone(gone.status === 451 ? 451 : 410);
  else if (redirect) {
    dependsOn(`story:${redirect.story.id}`);
    answerMoved(addressOf(redirect.story, newsroomLanguage));
  }
  if (gone || redirect || !retracted) return null;
  dependsOn(`story:${retracted.storyId}`);
  const { notice, at } = retracted;
  return {
    state: "retracted",
    retraction: { language: address.language, address: addressOf(address, newsroomLanguage), notice, at },
  };
}

const noteFields = { id: true, kind: true, note: true, place: true, at: true } satisfies Prisma.LiveCorrectionSelect;

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

/** All notes on live stories, the newest first, six a page; null for a page that does not exist. */
export async function noteListing(page: number): Promise<(Shown & { notes: ListedNote[] }) | null> {
  dependsOn("corrections");
  const total = await readersDb().liveCorrection.count();
  const { language } = await publicNewsroom();
  return shownPage(total, page, async (span) => {
    const rows = await readersDb().liveCorrection.findMany({
      orderBy: [{ at: "desc" }, { id: "asc" }],
      ...span,
      select: { ...noteFields, story: { select: { id: true, headline: true, language: true, slug: true } } },
    });
    dependsOn(...rows.map(({ story }) => `story:${story.id}`));
    const notes = rows.map(({ story: { headline, ...story }, ...note }) => ({
      ...note,
      story: { headline, language: story.language, address: addressOf(story, language) },
    }));
    return { notes };
  });
}

async function tagsOf(slugs: string[], language: string): Promise<LiveStory["tags"]> {
  if (slugs.length === 0) return [];
  // Its name only: another story under the tag is no reason to make this one anew.
  dependsOn(...slugs.map((slug) => `tagname:${slug}`));
  const tags = await readersDb().liveTag.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, name: true, kind: true },
  });
  const labels = await labelsIn(language, slugs);
  return slugs.flatMap((slug) => {
    const tag = tags.find((one) => one.slug === slug);
    return tag ? { ...tag, name: labels.get(slug) ?? tag.name } : [];
  });
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
  const listing = await listed(section.stories, page, async (span) => {
    // Which six first, by the index alone; then these six. A page far back would else read all the bodies before it.
    const rows = await readersDb().liveStory.findMany({
      where: { sectionSlug: slug },
      orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
      ...span,
      select: { id: true },
    });
    return inOrder(rows.map(({ id }) => id));
  });
  return listing && { section: { slug: section.slug, name: section.name }, listing };
}

/** A tag's stories, six a page; null for a tag without a live story. */
export async function tagListing(
  slug: string,
  page: number,
): Promise<{
  tag: { slug: string; name: string; kind: TagKind; description: string | null };
  listing: Listing;
} | null> {
  dependsOn(`tag:${slug}`);
  const tag = await readersDb().liveTag.findUnique({ where: { slug } });
  if (!tag || tag.stories === 0) return null;
  const listing = await listed(tag.stories, page, async (span) => {
    const rows = await readersDb().liveStoryTag.findMany({
      where: { tagSlug: slug },
      orderBy: [{ publishedAt: "desc" }, { storyId: "asc" }],
      ...span,
      select: { storyId: true },
    });
    return inOrder(rows.map(({ storyId }) => storyId));
  });
  const { language } = await publicNewsroom();
  const { stories: _, ...shown } = tag;
  return listing && { tag: { ...shown, name: (await labelsIn(language, [slug])).get(slug) ?? tag.name }, listing };
}

/** Where a tag stands that was merged or moved, if readers can see stories there. */
export async function movedTag(slug: string): Promise<string | null> {
  dependsOn(`tag:${slug}`);
  const alias = await readersDb().liveTagAlias.findUnique({ where: { slug } });
  if (!alias) return null;
  dependsOn(`tag:${alias.tagSlug}`);
  return alias.tagSlug;
}

/** What tags are called in a language, where somebody said it: of `en-GB`, or else of `en`. */
async function labelsIn(language: string, slugs: string[]): Promise<Map<string, string>> {
  const languages = [language.split("-")[0] ?? language, language];
  const labels = await readersDb().liveTagLabel.findMany({
    where: { tagSlug: { in: slugs }, language: { in: languages } },
  });
  const nearestLast = labels.toSorted((one, other) => one.language.length - other.language.length);
  return new Map(nearestLast.map(({ tagSlug, name }) => [tagSlug, name]));
}

/** An author's stories, six a page; null for a profile without a live story. */
export async function authorListing(
  slug: string,
  page: number,
): Promise<{ profile: { slug: string; name: string; bio: string | null }; listing: Listing } | null> {
  dependsOn(`author:${slug}`);
  const profile = await readersDb().liveProfile.findUnique({ where: { slug } });
  if (!profile || profile.stories === 0) return null;
  const listing = await listed(profile.stories, page, async ({ skip, take }) => {
    // Once a story, though somebody may have written it and taken its pictures; the client's own `distinct` would read them all.
    const rows = await readersDb().$queryRaw<{ storyId: string }[]>`
      select distinct "publishedAt", "storyId" from "LiveByline" where "profileSlug" = ${slug}
      order by "publishedAt" desc, "storyId" limit ${take} offset ${skip}`;
    return inOrder(rows.map(({ storyId }) => storyId));
  });
  const { stories: _, ...shown } = profile;
  return listing && { profile: shown, listing };
}

async function inOrder(ids: string[]): Promise<CardRow[]> {
  const rows = await readersDb().liveStory.findMany({ where: { id: { in: ids } }, select: cardFields });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

async function listed(
  total: number,
  page: number,
  rows: (span: { skip: number; take: number }) => Promise<CardRow[]>,
): Promise<Listing | null> {
  const { language } = await publicNewsroom();
  return shownPage(total, page, async (span) => ({ stories: await cards(await rows(span), language) }));
}

async function shownPage<Content>(
  total: number,
  page: number,
  content: (span: { skip: number; take: number }) => Promise<Content>,
): Promise<(Shown & Content) | null> {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page > pages) return null;
  const skip = (page - 1) * perPage;
  const shown = { from: total === 0 ? 0 : skip + 1, to: Math.min(skip + perPage, total), total, page, pages };
  return { ...shown, ...(await content({ skip, take: perPage })) };
}

async function cards(rows: CardRow[], newsroomLanguage: string): Promise<LiveCard[]> {
  dependsOn(...rows.map(({ id }) => `story:${id}`));
  dependsOn(
    ...rows.flatMap(({ byline }) => byline.flatMap(({ profileSlug }) => (profileSlug ? `byline:${profileSlug}` : []))),
  );
  const slugs = [...new Set(rows.flatMap(({ sectionSlug }) => sectionSlug ?? []))];
  const sections =
    slugs.length === 0
      ? []
      : await readersDb().liveSection.findMany({ where: { slug: { in: slugs } }, select: { slug: true, name: true } });
  return rows.map(({ sectionSlug, byline, ...row }) => ({
    ...row,
    address: addressOf(row, newsroomLanguage),
    section: sections.find(({ slug }) => slug === sectionSlug) ?? null,
    byline: byline.map(({ profileSlug, ...entry }) => ({ ...entry, slug: profileSlug })),
  }));
}
