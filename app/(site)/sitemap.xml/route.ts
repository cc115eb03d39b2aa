import { sitemapFileName } from "#newsroom/stories/published/sitemap-files";
import { storyParts } from "#newsroom/stories/published/sitemaps";
import { sitemapIndex } from "../../../components/site/sitemap/sitemap.ts";
import { siteUrl } from "../_site/address.ts";
import { paperOf } from "../_site/published.ts";
import { xmlAnswer } from "../_site/xml.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const [parts, { zone }] = await Promise.all([storyParts(), paperOf()]);
  const files = [
    { file: "pages" as const, changedAt: null },
    { file: "news" as const, changedAt: null },
    ...parts.map(({ changedAt, ...file }) => ({ file, changedAt })),
  ];
  const named = files.map(({ file, changedAt }) => ({ address: `/sitemaps/${sitemapFileName(file)}`, changedAt }));
  return xmlAnswer(sitemapIndex(named, zone, siteUrl()));
}
