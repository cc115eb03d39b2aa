import "server-only";
import type { Tx } from "../kernel/context.ts";
import { placeAt } from "./paths.ts";

type Live = Pick<Tx, "liveSection" | "liveTag" | "liveTagAlias" | "liveProfile">;

/** Where the page stands today that this path names, other than a story's; null where readers find none. A tag may have moved. */
export async function pageAt(db: Live, path: string): Promise<string | null> {
  const place = placeAt(path);
  switch (place.kind) {
    case "standing":
      return path;
    case "section":
      return (await db.liveSection.count({ where: { slug: place.slug } })) > 0 ? path : null;
    case "tag": {
      const alias = await db.liveTagAlias.findUnique({ where: { slug: place.slug }, select: { tagSlug: true } });
      const slug = alias?.tagSlug ?? place.slug;
      return (await db.liveTag.count({ where: { slug, stories: { gt: 0 } } })) > 0
        ? `/tags/${slug}${place.feed}`
        : null;
    }
    case "author":
      return (await db.liveProfile.count({ where: { slug: place.slug, stories: { gt: 0 } } })) > 0 ? path : null;
    case "story":
    case "other":
      return null;
    default:
      return place satisfies never;
  }
}
