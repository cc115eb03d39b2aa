/** Some of the stories that were first published in a month: a story never changes its month. */
export interface StoryPart {
  /** `2026-11`, in UTC. */
  month: string;
  /** Counts from 1; more than one where a month has more stories than a part. */
  part: number;
}

/** Sitemaps may have 50,000; fewer are made anew faster. */
export const storiesPerSitemap = 10_000;

/** The month of an instant, in UTC: `from` is in it, `to` is not. */
export function monthOf(at: Date): { month: string; from: Date; to: Date } {
  const begin = (later: number) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + later));
  return { month: at.toISOString().slice(0, 7), from: begin(0), to: begin(1) };
}

export type SitemapFile = "pages" | "news" | StoryPart;

/** `pages.xml`, `news.xml`, `stories-2026-11.xml`, `stories-2026-11-2.xml` */
export function sitemapFileName(file: SitemapFile): string {
  if (typeof file === "string") return `${file}.xml`;
  return `stories-${file.month}${file.part === 1 ? "" : `-${file.part}`}.xml`;
}

/** Which sitemap a file name is of; null for another name. */
export function sitemapOf(name: string): SitemapFile | null {
  if (name === "pages.xml" || name === "news.xml") return name === "pages.xml" ? "pages" : "news";
  const [, month, part = "1"] = /^stories-(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,2}))?\.xml$/.exec(name) ?? [];
  return month ? { month, part: Number(part) } : null;
}
