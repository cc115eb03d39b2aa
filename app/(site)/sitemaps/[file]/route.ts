import { notFound } from "next/navigation";
import { systemNow } from "#newsroom/kernel/clock";
import { sitemapOf } from "#newsroom/stories/published/sitemap-files";
import { listAddresses, storiesIn, storiesInTheNews } from "#newsroom/stories/published/sitemaps";
import { newsSitemap, pagesSitemap, storiesSitemap } from "../../../../components/site/sitemap/sitemap.ts";
import { siteUrl } from "../../_site/address.ts";
import { paperOf } from "../../_site/published.ts";
import { xmlAnswer } from "../../_site/xml.ts";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ file: string }>;
}

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const file = sitemapOf((await params).file) ?? notFound();
  if (file === "pages") return xmlAnswer(pagesSitemap(await listAddresses(), siteUrl()));
  const paper = await paperOf();
  if (file === "news") return xmlAnswer(newsSitemap(await storiesInTheNews(systemNow()), paper, siteUrl()));
  return xmlAnswer(storiesSitemap((await storiesIn(file)) ?? notFound(), paper.zone, siteUrl()));
}
