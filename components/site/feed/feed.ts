import type { StoryRates } from "#newsroom/rates/schema";
import type { FeedEntry, PublishedFeed } from "#newsroom/stories/published/feeds";
import { isoInZone } from "../dates.ts";
import type { Paper } from "../paper.ts";
import { wordsFor } from "../words.ts";
import { FeedNotice, FeedText } from "./FeedText.tsx";
import { htmlOf } from "./html.ts";

/** A feed before it is written in one of its three forms. Addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  language: string;
  /** The page that it is the feed of. */
  page: string;
  /** Its own address, without the file's ending. */
  stem: string;
  /** When anything in it changed last; null for a feed without items. */
  updated: FeedInstant | null;
  items: FeedItem[];
}

/** An instant to the second, as on the page and in its data. */
interface FeedInstant {
  at: Date;
  /** On the newsroom's clock. */
  iso: string;
}

export interface FeedItem {
  /** Of the story, whatever becomes of its address. */
  id: string;
  language: string;
  title: string;
  /** Null for a notice in the place of a story: its address would say some of the story's words. */
  url: string | null;
  /** As plain text; null if nobody wrote one. */
  summary: string | null;
  /** HTML. */
  content: string;
  authors: { name: string; url: string | null }[];
  categories: string[];
  published: FeedInstant;
  /** The same as `published` where nothing has changed. */
  updated: FeedInstant;
}

interface FeedOf {
  found: PublishedFeed;
  /** Path of the page; `/` for the whole paper. */
  path: string;
  paper: Paper;
  siteUrl: string;
  ratesOf: (storyId: string) => StoryRates;
}

/** What readers of a feed get. Pure. */
export function feedOf({ found, path, paper, siteUrl, ratesOf }: FeedOf): Feed {
  const items = found.entries.map((entry) => itemOf(entry, { paper, siteUrl, ratesOf }));
  const title = found.title === null ? paper.name : `${found.title} – ${paper.name}`;
  return {
    title,
    description: found.description ?? wordsFor(paper.language).feed.description(title),
    language: paper.language,
    page: siteUrl + path,
    stem: `${siteUrl}${path === "/" ? "" : path}/feed`,
    updated: items
      .map(({ updated }) => updated)
      .reduce<FeedInstant | null>((last, one) => (last && last.at >= one.at ? last : one), null),
    items,
  };
}

type Around = Pick<FeedOf, "paper" | "siteUrl" | "ratesOf">;

function itemOf(entry: FeedEntry, { paper, siteUrl, ratesOf }: Around): FeedItem {
  const instant = (at: Date): FeedInstant => ({ at, iso: isoInZone(at, paper.zone) });
  if (entry.state === "retracted") {
    const { id, language, publishedAt, at } = entry.retraction;
    return {
      id: idOf(id),
      language,
      title: wordsFor(paper.language).retracted.title,
      url: null,
      summary: null,
      content: htmlOf(FeedNotice({ retraction: entry.retraction, paper })),
      authors: [],
      categories: [],
      published: instant(publishedAt),
      updated: instant(at),
    };
  }
  const { story } = entry;
  const { section, tags } = story;
  return {
    id: idOf(story.id),
    language: story.language,
    title: story.headline,
    url: siteUrl + story.address,
    summary: story.standfirst ?? story.teaser,
    content: htmlOf(FeedText({ story, paper, siteUrl, rates: ratesOf(story.id) })),
    authors: story.byline
      .filter(({ part }) => part === "words")
      .map(({ name, slug }) => ({ name, url: slug === null ? null : `${siteUrl}/authors/${slug}` })),
    categories: [...new Set([...(section ? [section.name] : []), ...tags.map(({ name }) => name)])],
    published: instant(story.publishedAt),
    updated: instant(story.updatedAt ?? story.publishedAt),
  };
}

/** Addresses change, ids do not: nobody is to be shown a story a second time because its slug was put right. */
const idOf = (storyId: string): string => `urn:uuid:${storyId}`;
