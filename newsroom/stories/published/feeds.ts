import "server-only";
import type { Prisma } from "@prisma/client";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";
import { parseBody } from "../../body/schema.ts";
import { type LiveStory, noteFields } from "../published.ts";
import { cardFields, cards } from "./cards.ts";
import { newestByAuthor, newestInSection, newestUnderTag } from "./lists.ts";
import { publicNewsroom } from "./newsroom.ts";
import { labelsIn, tagsCalled } from "./tags.ts";

/** A whole story, as far as feeds carry it. */
export type FeedStory = Omit<LiveStory, "translations" | "changes">;

/** What a feed says in the place of a retracted story; none of its words, and so not even its address. */
export interface FeedRetraction {
  id: string;
  language: string;
  notice: string;
  publishedAt: Date;
  at: Date;
}

export type FeedEntry = { state: "live"; story: FeedStory } | { state: "retracted"; retraction: FeedRetraction };

/** The newest first: a story by when it was published, a notice by when the story was retracted. */
export interface PublishedFeed {
  /** Of what it is about; null for the whole paper. */
  title: string | null;
  description: string | null;
  entries: FeedEntry[];
}

const newest = { skip: 0, take: 30 };

/** What the front page has the newest of: stories in the newsroom's language. */
export async function siteFeed(): Promise<PublishedFeed> {
  dependsOn("front");
  const { language } = await publicNewsroom();
  const rows = await readersDb().liveStory.findMany({
    where: { language },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    ...newest,
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  return { title: null, description: null, entries: await entriesOf(ids, { language }) };
}

/** Null where there is no such section. */
export async function sectionFeed(slug: string): Promise<PublishedFeed | null> {
  dependsOn(`section:${slug}`, "site");
  const section = await readersDb().liveSection.findUnique({ where: { slug }, select: { name: true } });
  if (!section) return null;
  const entries = await entriesOf(await newestInSection(slug, newest), { sectionSlug: slug });
  return { title: section.name, description: null, entries };
}

/** Null for a tag without a live story. */
export async function tagFeed(slug: string): Promise<PublishedFeed | null> {
  dependsOn(`tag:${slug}`);
  const tag = await readersDb().liveTag.findUnique({ where: { slug } });
  if (!tag || tag.stories === 0) return null;
  const { language } = await publicNewsroom();
  const title = (await labelsIn(language, [slug])).get(slug) ?? tag.name;
  const entries = await entriesOf(await newestUnderTag(slug, newest), { tagSlugs: { has: slug } });
  return { title, description: tag.description, entries };
}

/** Null for a profile without a live story. */
export async function authorFeed(slug: string): Promise<PublishedFeed | null> {
  dependsOn(`author:${slug}`);
  const profile = await readersDb().liveProfile.findUnique({ where: { slug } });
  if (!profile || profile.stories === 0) return null;
  const entries = await entriesOf(await newestByAuthor(slug, newest), { authorSlugs: { has: slug } });
  return { title: profile.name, description: profile.bio, entries };
}

async function entriesOf(ids: string[], stood: Prisma.RetractedAddressWhereInput): Promise<FeedEntry[]> {
  const [stories, retractions] = await Promise.all([wholeStories(ids), retractionsOf(stood)]);
  const dated: { at: Date; entry: FeedEntry }[] = [
    ...stories.map((story) => ({ at: story.publishedAt, entry: { state: "live" as const, story } })),
    ...retractions.map((retraction) => ({ at: retraction.at, entry: { state: "retracted" as const, retraction } })),
  ];
  return dated
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, newest.take)
    .map(({ entry }) => entry);
}

async function retractionsOf(stood: Prisma.RetractedAddressWhereInput): Promise<FeedRetraction[]> {
  const rows = await readersDb().retractedAddress.findMany({
    where: { publishedAt: { not: null }, ...stood },
    orderBy: [{ at: "desc" }, { storyId: "asc" }],
    ...newest,
    select: { storyId: true, language: true, notice: true, publishedAt: true, at: true },
  });
  dependsOn(...rows.map(({ storyId }) => `story:${storyId}`));
  return rows.flatMap(({ storyId, publishedAt, ...row }) =>
    publishedAt ? [{ ...row, id: storyId, publishedAt }] : [],
  );
}

async function wholeStories(ids: string[]): Promise<FeedStory[]> {
  const rows = await readersDb().liveStory.findMany({
    where: { id: { in: ids } },
    select: {
      ...cardFields,
      revisionId: true,
      dateline: true,
      body: true,
      wordCount: true,
      tags: { orderBy: { position: "asc" }, select: { tagSlug: true } },
      corrections: { orderBy: [{ at: "desc" }, { id: "asc" }], select: noteFields },
    },
  });
  const { language } = await publicNewsroom();
  const [shown, tags] = await Promise.all([cards(rows, language), tagsInLanguages(rows)]);
  return rows.flatMap(({ id, revisionId, dateline, body, wordCount, corrections: notes, ...row }) => {
    const card = shown.find((one) => one.id === id);
    const own = row.tags.flatMap(({ tagSlug }) => tags.get(row.language)?.find(({ slug }) => slug === tagSlug) ?? []);
    return card ? [{ ...card, revisionId, dateline, wordCount, body: parseBody(body), tags: own, notes }] : [];
  });
}

/** The tags of these stories as each language calls them, asked once a language. */
async function tagsInLanguages(rows: { language: string; tags: { tagSlug: string }[] }[]) {
  const languages = [...new Set(rows.map(({ language }) => language))];
  const named = languages.map(async (language) => {
    const own = rows
      .filter((row) => row.language === language)
      .flatMap(({ tags }) => tags.map(({ tagSlug }) => tagSlug));
    return [language, await tagsCalled([...new Set(own)], language)] as const;
  });
  return new Map(await Promise.all(named));
}
