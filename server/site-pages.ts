import type { PagePattern } from "#lib/page-cache/addresses";
import { Slug } from "#newsroom/kernel/slug";
import { feedFileOf, feedFiles } from "#newsroom/stories/published/feed-files";
import { sitemapOf } from "#newsroom/stories/published/sitemap-files";
import { pageNumber } from "#newsroom/stories/schema";

const slug = (segment: string) => Slug.safeParse(segment).success;
/** `/api/stories/…` looks like stories in a language, but is for staff and must never be kept for readers. */
const language = (segment: string) => segment !== "api" && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(segment);
/** Whatever was typed: search tidies it itself. */
const q = { fits: () => true, standard: "" };
const page = { fits: (value: string) => pageNumber(value) !== null, standard: "1" };

/** All pages that readers get, with what their addresses may say. The page cache stands before these and no others. */
export const sitePages: readonly PagePattern[] = [
  { path: "/" },
  { path: "/stories/:slug", parameters: { slug } },
  { path: "/:language/stories/:slug", parameters: { language, slug } },
  { path: "/sections/:slug", parameters: { slug }, query: { page } },
  { path: "/tags/:slug", parameters: { slug }, query: { page } },
  { path: "/authors/:slug", parameters: { slug }, query: { page } },
  { path: "/corrections", query: { page } },
  { path: "/search", query: { q, page }, unkept: true },
  { path: "/api/rates", kind: "data" },
  ...feedFiles.map((file) => ({ path: `/${file}`, kind: "data" as const })),
  ...["sections", "tags", "authors"].map((list) => ({
    path: `/${list}/:slug/:feed`,
    kind: "data" as const,
    parameters: { slug, feed: (segment: string) => feedFileOf(segment) !== null },
  })),
  { path: "/robots.txt", kind: "data" },
  { path: "/sitemap.xml", kind: "data" },
  {
    path: "/sitemaps/:file",
    kind: "data",
    parameters: { file: (segment) => sitemapOf(segment) !== null },
  },
  { path: "/api/suggest", kind: "data", query: { q }, unkept: true },
];

/** Shown in the place of pages that are not there, under the right status; they have no address of their own. */
export const standIns = { missing: "/page-not-found", withdrawn: "/withdrawn" };
