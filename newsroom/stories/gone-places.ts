import { addressOf, list } from "./reach.ts";

/** Where readers found a story, or a way to it, before it was taken down. */
export interface GonePlaces {
  /** Its own, now and before. */
  addresses: string[];
  /** Other pages that had a link to it: the first page of each list. */
  pages: string[];
  /** Pages of its translations, which lead from one language to the other. */
  translations: string[];
}

/** By the payload of the event that took it down and the addresses of the translations that are live. */
export function placesIn(payload: unknown, translations: string[], newsroomLanguage: string): GonePlaces {
  if (typeof payload !== "object" || payload === null) return { addresses: [], pages: [], translations };
  const { addresses, sections, tags, authors } = Object.fromEntries(Object.entries(payload));
  return {
    addresses: list(addresses).map((address) => {
      const slash = address.lastIndexOf("/");
      return addressOf({ language: address.slice(0, slash), slug: address.slice(slash + 1) }, newsroomLanguage);
    }),
    pages: [
      "/",
      ...list(sections).map((slug) => `/sections/${slug}`),
      ...list(tags).map((slug) => `/tags/${slug}`),
      ...list(authors).map((slug) => `/authors/${slug}`),
      "/corrections",
    ],
    translations,
  };
}

/** So many other pages are looked at for a link to it. */
export const mostPagesLookedAt = 24;

/** What is looked at: all its own addresses, and of the other pages the first. */
export function lookedAt({ addresses, pages, translations }: GonePlaces): GonePlaces {
  const some = pages.slice(0, mostPagesLookedAt);
  return { addresses, pages: some, translations: translations.slice(0, mostPagesLookedAt - some.length) };
}

const tags = /<(?:a|link)\b[^>]*>/gi;
const target = /\bhref="([^"]*)"/i;
const language = /\bhreflang=/i;

/**
 * The first of `addresses` to which a page at `origin` links, or null. With `isTranslation`, only the links that lead to another
 * language count: what a story says in its own text stays its own.
 */
export function linkIn(html: string, addresses: string[], origin: string, isTranslation = false): string | null {
  for (const [tag] of html.matchAll(tags)) {
    if (isTranslation && !language.test(tag)) continue;
    const href = target.exec(tag)?.[1]?.replace(/[?#].*$/, "");
    const path = href?.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
    const found = addresses.find((address) => address === path);
    if (found) return found;
  }
  return null;
}
