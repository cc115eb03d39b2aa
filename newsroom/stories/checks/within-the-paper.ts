import "server-only";
import { env } from "#lib/env";
import { canonicalPath } from "#lib/page-cache/addresses";
import type { Tx } from "../../kernel/context.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { feedName, isStandingPage } from "../published/standing-pages.ts";

export type PaperDb = Pick<
  Tx,
  | "liveStory"
  | "liveRedirect"
  | "retractedAddress"
  | "liveSection"
  | "liveTag"
  | "liveTagAlias"
  | "liveProfile"
  | "redirect"
  | "newsroom"
>;

/** Does a path of this site lead readers anywhere today: to a page, from a former address, by a redirect? */
export async function leadsSomewhere(db: PaperDb, written: string): Promise<boolean> {
  const path = canonicalPath(written);
  if (path === null) return false;
  if (isStandingPage(path) || (await isPage(db, path))) return true;
  const redirect = await db.redirect.findUnique({ where: { from: path }, select: { to: true, toStoryId: true } });
  if (!redirect) return false;
  if (redirect.toStoryId)
    return (await db.liveStory.count({ where: { id: redirect.toStoryId, embargoUntil: null } })) > 0;
  const url = URL.parse(redirect.to ?? "", env().SITE_URL);
  // No redirect leads to where another starts.
  return (
    url !== null &&
    (url.origin !== new URL(env().SITE_URL).origin || isStandingPage(url.pathname) || isPage(db, url.pathname))
  );
}

async function isPage(db: PaperDb, path: string): Promise<boolean> {
  const [first = "", second = "", third = "", ...more] = path.slice(1).split("/");
  if (more.length > 0 || second === "") return false;
  if (second === "stories") return third !== "" && isStory(db, { language: first, slug: third });
  if (first === "stories") {
    const { language } = await newsroomSettings(db);
    return third === "" && isStory(db, { language, slug: second });
  }
  if (third !== "" && !feedName.test(third)) return false;
  switch (first) {
    case "sections":
      return (await db.liveSection.count({ where: { slug: second } })) > 0;
    case "authors":
      return (await db.liveProfile.count({ where: { slug: second, stories: { gt: 0 } } })) > 0;
    case "tags": {
      const alias = await db.liveTagAlias.findUnique({ where: { slug: second } });
      const slug = { in: [second, alias?.tagSlug ?? second] };
      return (await db.liveTag.count({ where: { slug, stories: { gt: 0 } } })) > 0;
    }
    default:
      return false;
  }
}

/** The story itself, a former address of it, or the notice in its place. */
async function isStory(db: PaperDb, address: { language: string; slug: string }): Promise<boolean> {
  const counts = [
    await db.liveStory.count({ where: { ...address, embargoUntil: null } }),
    await db.liveRedirect.count({ where: { ...address, story: { embargoUntil: null } } }),
    await db.retractedAddress.count({ where: address }),
  ];
  return counts.some((count) => count > 0);
}
