import { robots } from "../../../components/site/sitemap/robots.ts";
import { siteUrl } from "../_site/address.ts";

export const dynamic = "force-dynamic";

export const GET = (): Response =>
  new Response(robots(siteUrl()), { headers: { "content-type": "text/plain; charset=utf-8" } });
