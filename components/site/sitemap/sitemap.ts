import { element, type Xml, xmlDocument } from "#lib/xml";
import type { MappedStory, NewsStory } from "#newsroom/stories/published/sitemaps";
import { isoInZone } from "../dates.ts";
import type { Paper } from "../paper.ts";

const sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Where the sitemaps are; `changedAt` is null for those that cannot say. */
export const sitemapIndex = (
  files: { address: string; changedAt: Date | null }[],
  zone: string,
  siteUrl: string,
): string =>
  xmlDocument(
    element(
      "sitemapindex",
      { xmlns: sitemaps },
      ...files.map(({ address, changedAt }) =>
        element(
          "sitemap",
          {},
          element("loc", {}, siteUrl + address),
          changedAt && element("lastmod", {}, isoInZone(changedAt, zone)),
        ),
      ),
    ),
  );

/** Pages that are no stories. They do not say when they changed: a list changes with each of its stories. */
export const pagesSitemap = (addresses: string[], siteUrl: string): string =>
  urlset(
    {},
    addresses.map((address) => element("url", {}, element("loc", {}, siteUrl + address))),
  );

/** Stories with the instant that stands on their page, each in all its languages. */
export const storiesSitemap = (stories: MappedStory[], zone: string, siteUrl: string): string =>
  urlset(
    { "xmlns:xhtml": "http://www.w3.org/1999/xhtml" },
    stories.map(({ address, changedAt, languages }) =>
      element(
        "url",
        {},
        element("loc", {}, siteUrl + address),
        element("lastmod", {}, isoInZone(changedAt, zone)),
        ...languages.map((other) =>
          element("xhtml:link", { rel: "alternate", hreflang: other.language, href: siteUrl + other.address }),
        ),
      ),
    ),
  );

export const newsSitemap = (stories: NewsStory[], { name, zone }: Paper, siteUrl: string): string =>
  urlset(
    { "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9" },
    stories.map(({ address, language, headline, publishedAt }) =>
      element(
        "url",
        {},
        element("loc", {}, siteUrl + address),
        element(
          "news:news",
          {},
          element(
            "news:publication",
            {},
            element("news:name", {}, name),
            element("news:language", {}, newsLanguage(language)),
          ),
          element("news:publication_date", {}, isoInZone(publishedAt, zone)),
          element("news:title", {}, headline),
        ),
      ),
    ),
  );

const urlset = (namespaces: Record<string, string>, urls: Xml[]): string =>
  xmlDocument(element("urlset", { xmlns: sitemaps, ...namespaces }, ...urls));

/** The schema of news sitemaps takes two or three letters, and these two. */
function newsLanguage(language: string): string {
  const tag = language.toLowerCase();
  return tag === "zh-cn" || tag === "zh-tw" ? tag : (tag.split("-")[0] ?? tag);
}
