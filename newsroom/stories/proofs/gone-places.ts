import { addressOf, list } from "../publication/reach.ts";
import { feedFiles } from "../published/feed-files.ts";

/** Something else than a story's own address that showed it or led to it. */
export interface OtherPlace {
  address: string;
  /**
   * `page`: has no link to it. `translation`: has none among its languages. `related`: has none among what else there is to read.
   * `file`, a feed, a sitemap or what search suggests: has no entry of it. `picture`: is not there.
   */
  as: "page" | "translation" | "related" | "file" | "picture";
}

/** Where readers found a story, or a way to it, before it was taken down. */
export interface GonePlaces {
  /** Its own, now and before. */
  addresses: string[];
  /** What matters most first; of pages and feeds, the first page of each list. */
  others: OtherPlace[];
}

/** What the event that took it down does not say. */
export interface Surroundings {
  newsroomLanguage: string;
  /** That readers had last; null where that is not kept. */
  headline: string | null;
  /** Addresses of the live stories that are nearest to it, the nearest first. */
  related: string[];
  /** Addresses of its translations that are live. */
  translations: string[];
  /** Of the month in which it was first published. */
  sitemaps: string[];
  /** Files of its pictures that no live story shows. */
  pictures: string[];
}

/** By the payload of the event that took it down. */
export function placesIn(payload: unknown, around: Surroundings): GonePlaces {
  const { addresses, sections, tags, authors } = Object.fromEntries(Object.entries(payload ?? {}));
  const lists = [
    ...list(sections).map((slug) => `/sections/${slug}`),
    ...list(tags).map((slug) => `/tags/${slug}`),
    ...list(authors).map((slug) => `/authors/${slug}`),
  ];
  const as = (kind: OtherPlace["as"], found: string[]) => found.map((address) => ({ address, as: kind }));
  const question = encodeURIComponent(questionFor(around.headline ?? ""));
  const asked = (path: string) => (question === "" ? [] : [`${path}?q=${question}`]);
  return {
    addresses: list(addresses).map((address) => {
      const slash = address.lastIndexOf("/");
      return addressOf({ language: address.slice(0, slash), slug: address.slice(slash + 1) }, around.newsroomLanguage);
    }),
    others: [
      ...as("page", ["/", ...lists, "/corrections", ...asked("/search")]),
      ...as("translation", around.translations),
      ...as("related", around.related),
      ...as("picture", around.pictures),
      ...as("file", asked("/api/suggest")),
      ...as("file", ["/sitemaps/news.xml", ...around.sitemaps]),
      ...as(
        "file",
        feedFiles.flatMap((file) => ["", ...lists].map((above) => `${above}/${file}`)),
      ),
    ],
  };
}

/** A headline as somebody types it who looks for the story: without what search takes for an order. */
const questionFor = (headline: string): string =>
  headline
    .toWellFormed()
    .replaceAll('"', " ")
    .split(/\s+/)
    .map((word) => word.replace(/^-+/, ""))
    .filter((word) => word !== "" && word.toLowerCase() !== "or")
    .join(" ");

/** So many other places are looked at. */
export const mostPlacesLookedAt = 56;
/** Of other stories' pages, so many: theirs are the lists that it stood in most likely. */
export const mostRelatedLookedAt = 6;

/** What is looked at: all its own addresses, and of the other places the first. */
export const lookedAt = ({ addresses, others }: GonePlaces): GonePlaces => ({
  addresses,
  others: others.slice(0, mostPlacesLookedAt),
});

const tags = /<(?:a|link)\b[^>]*>/gi;
const target = /\bhref="([^"]*)"/i;
const language = /\bhreflang=/i;
const relatedList = /<aside\b[^>]*\baria-labelledby="related".*?<\/aside>/s;

/**
 * The first of `addresses` to which a page at `origin` links, or null. Of another story's page only the links that lead to its
 * translations, or to what is related, count: what it says in its own text stays its own.
 */
export function linkIn(
  html: string,
  addresses: string[],
  origin: string,
  as: "page" | "translation" | "related" = "page",
): string | null {
  const looked = as === "related" ? (relatedList.exec(html)?.[0] ?? "") : html;
  for (const [tag] of looked.matchAll(tags)) {
    if (as === "translation" && !language.test(tag)) continue;
    const href = target.exec(tag)?.[1]?.replace(/[?#].*$/, "");
    const path = href?.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
    const found = addresses.find((address) => address === path);
    if (found) return found;
  }
  return null;
}

/** What is written in a feed, a sitemap or a suggestion stands escaped in it: these are its own elements. */
const named = /<(?:link|loc)>([^<]*)<|<(?:xhtml:)?link\b[^>]*\bhref="([^"]*)"|"(?:url|address)":"([^"]*)"/g;

/** The first of `addresses` of which a feed, a sitemap or a list of suggestions has an entry, or null. Files name them by the public address, whoever is asked. */
export function entryIn(file: string, addresses: string[]): string | null {
  for (const [, ...urls] of file.matchAll(named)) {
    const path = urls.find((url) => url !== undefined)?.replace(/^https?:\/\/[^/]+/, "");
    const found = addresses.find((address) => address === path);
    if (found) return found;
  }
  return null;
}
