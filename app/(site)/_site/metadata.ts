import type { Metadata } from "next";
import { fileWidth } from "#newsroom/media/limits";
import type { LeadImage } from "#newsroom/media/schema";
import type { AtAddress, LiveStory } from "#newsroom/stories/published";
import type { FeedFile } from "#newsroom/stories/published/feed-files";
import { toldMark } from "#newsroom/stories/published/told-mark";
import { isoInZone } from "../../../components/site/dates.ts";
import type { Paper } from "../../../components/site/paper.ts";
import { plainSource } from "../../../components/site/picture/sources.ts";
import { wordsFor } from "../../../components/site/words.ts";

/**
 * The head of what is at a story's address. A notice is not for search: who looks for the story's words is not to find
 * it among stories, and engines drop the words that they have kept.
 */
export const metadataAt = (found: AtAddress, paper: Paper): Metadata =>
  found.state === "live"
    ? storyMetadata(found.story, paper)
    : { title: wordsFor(paper.language).retracted.title, robots: { index: false } };

/** What the head of a story's page says to search engines and to those who share it. */
function storyMetadata(story: LiveStory, paper: Paper): Metadata {
  const { headline: title, address } = story;
  const description = story.standfirst ?? story.teaser ?? undefined;
  const images = story.leadImage ? [imageOf(story.leadImage)] : undefined;
  const told = toldMark(story);
  const others = story.translations.map(({ language, address }) => [language, address]);
  return {
    title,
    description,
    alternates: {
      canonical: address,
      languages: others.length > 0 ? Object.fromEntries([[story.language, address], ...others]) : undefined,
    },
    openGraph: {
      type: "article",
      title,
      description,
      url: address,
      siteName: paper.name,
      locale: story.language.replaceAll("-", "_"),
      publishedTime: isoInZone(story.publishedAt, paper.zone),
      modifiedTime: story.updatedAt ? isoInZone(story.updatedAt, paper.zone) : undefined,
      section: story.section?.name,
      tags: story.tags.map(({ name }) => name),
      images,
    },
    twitter: { card: images ? "summary_large_image" : "summary", title, description, images },
    other: { "chapar:revision": story.revisionId, ...(told && { "chapar:told": told }) },
  };
}

/** For programs that look for feeds in the head of the page at `path`; `/` for the whole paper. */
export function feedLinks(path: string, title: string): NonNullable<Metadata["alternates"]> {
  const link = (file: FeedFile) => [{ url: `${path === "/" ? "" : path}/${file}`, title }];
  return {
    types: {
      "application/rss+xml": link("feed.xml"),
      "application/atom+xml": link("feed.atom"),
      "application/feed+json": link("feed.json"),
    },
  };
}

/** The address is made whole with the paper's own. */
const imageOf = (lead: LeadImage) => {
  const width = fileWidth(lead.width, 1_600);
  return {
    url: plainSource(lead, "/media", width),
    width,
    height: Math.round((lead.height * width) / lead.width),
    alt: lead.altText || undefined,
  };
};

interface Listed {
  title: string;
  description?: string | null;
  address: string;
  page: number;
  /** Of the first page, where the list has feeds. */
  feedsOf?: string;
}

/** The head of a listing; the first page has the plain address, each other one its own. */
export function listingMetadata({ title: name, description, address, page, feedsOf }: Listed, paper: Paper): Metadata {
  const title = page === 1 ? name : `${name} – ${wordsFor(paper.language).page(page.toLocaleString(paper.language))}`;
  return {
    title,
    description: description ?? undefined,
    alternates: { canonical: address, ...(feedsOf && feedLinks(feedsOf, `${name} – ${paper.name}`)) },
    openGraph: { type: "website", title, description: description ?? undefined, url: address, siteName: paper.name },
    twitter: { card: "summary", title },
  };
}
