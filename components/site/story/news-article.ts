import { fileWidth } from "#newsroom/media/limits";
import type { LeadImage } from "#newsroom/media/schema";
import type { LiveStory } from "#newsroom/stories/published";
import { isoInZone } from "../dates.ts";
import type { Paper } from "../paper.ts";
import { plainSource } from "../picture/sources.ts";

type Described = Pick<
  LiveStory,
  | "address"
  | "headline"
  | "standfirst"
  | "teaser"
  | "language"
  | "section"
  | "tags"
  | "byline"
  | "publishedAt"
  | "updatedAt"
  | "wordCount"
  | "notes"
  | "leadImage"
>;

/** The story for machines: schema.org NewsArticle with absolute addresses and the dates that stand on the page. */
export function newsArticle(story: Described, paper: Paper, siteUrl: string) {
  const url = siteUrl + story.address;
  const published = isoInZone(story.publishedAt, paper.zone);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: url,
    url,
    headline: story.headline,
    description: story.standfirst ?? story.teaser ?? undefined,
    image: story.leadImage ? [imageObject(story.leadImage, siteUrl)] : undefined,
    inLanguage: story.language,
    datePublished: published,
    dateModified: story.updatedAt ? isoInZone(story.updatedAt, paper.zone) : published,
    correction:
      story.notes.length === 0
        ? undefined
        : story.notes.map(({ note, at }) => ({
            "@type": "CorrectionComment",
            text: note,
            datePublished: isoInZone(at, paper.zone),
          })),
    author: story.byline
      .filter(({ part }) => part === "words")
      .map(({ name, slug }) => ({
        "@type": "Person",
        name,
        url: slug === null ? undefined : `${siteUrl}/authors/${slug}`,
      })),
    articleSection: story.section?.name,
    keywords: story.tags.map(({ name }) => name),
    wordCount: story.wordCount,
    isAccessibleForFree: true,
    publisher: {
      "@type": "NewsMediaOrganization",
      name: paper.name,
      url: `${siteUrl}/`,
      logo: { "@type": "ImageObject", url: `${siteUrl}/icon.svg` },
    },
  };
}

function imageObject(lead: LeadImage, siteUrl: string) {
  const width = fileWidth(lead.width, 1_600);
  return {
    "@type": "ImageObject",
    url: plainSource(lead, `${siteUrl}/media`, width),
    width,
    height: Math.round((lead.height * width) / lead.width),
    caption: lead.caption || undefined,
    creditText: lead.credit || undefined,
  };
}

const escapes = new Map([
  ["<", "\\u003c"],
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
]);

/** JSON that may stand in a script element: nothing in it can close the element or break a line. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(/[<\u2028\u2029]/g, (character) => escapes.get(character) ?? "");
