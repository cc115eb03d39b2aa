import "server-only";
import { env } from "#lib/env";
import type { Tx } from "../kernel/context.ts";
import { newsroomSettings } from "../settings/queries.ts";
import type { LinkState } from "../workflow/checks/finding.ts";

type Db = Pick<Tx, "liveStory" | "liveSection" | "liveTag" | "liveProfile" | "linkVisit" | "newsroom">;

/** Links of one story that are looked at; a list of more is no story. */
const mostLinks = 200;

/** Where these addresses of a story's text lead, as far as it is known: into the paper, or as the last visit outside found. */
export async function linkStates(db: Db, hrefs: string[]): Promise<Map<string, LinkState>> {
  const states = new Map<string, LinkState>();
  const looked = hrefs.slice(0, mostLinks);
  const outside = new Map<string, string>();
  for (const href of looked) {
    const url = URL.parse(href, env().SITE_URL);
    if (!url || !/^https?:$/.test(url.protocol)) states.set(href, "fine");
    else if (url.origin === new URL(env().SITE_URL).origin) states.set(href, await withinThePaper(db, url.pathname));
    else outside.set(href, addressOf(url));
  }
  const visits = await db.linkVisit.findMany({ where: { address: { in: [...outside.values()] } } });
  const byAddress = new Map(visits.map((visit) => [visit.address, visit]));
  for (const [href, address] of outside) {
    const visit = byAddress.get(address);
    states.set(href, visit?.visitedAt ? (visit.isDead ? "dead" : "fine") : "unknown");
  }
  return states;
}

/** Without what a server never sees. */
const addressOf = (url: URL): string => url.href.slice(0, url.href.length - url.hash.length);

/** The addresses outside the paper among these, as they are visited. */
export const outsideAddresses = (hrefs: string[]): string[] => [
  ...new Set(
    hrefs.slice(0, mostLinks).flatMap((href) => {
      const url = URL.parse(href, env().SITE_URL);
      return url && /^https?:$/.test(url.protocol) && url.origin !== new URL(env().SITE_URL).origin
        ? [addressOf(url)]
        : [];
    }),
  ),
];

async function withinThePaper(db: Db, path: string): Promise<LinkState> {
  const [, language, kind, slug] =
    /^(?:\/([a-z]{2,3}[^/]*))?\/(stories|sections|tags|authors)\/([^/]+)\/?$/.exec(path) ?? [];
  if (!kind || !slug) return "unknown";
  const there = await {
    stories: async () => {
      const own = language ?? (await newsroomSettings(db)).language;
      return db.liveStory.count({ where: { language: own, slug, embargoUntil: null } });
    },
    sections: () => db.liveSection.count({ where: { slug } }),
    tags: () => db.liveTag.count({ where: { slug, stories: { gt: 0 } } }),
    authors: () => db.liveProfile.count({ where: { slug, stories: { gt: 0 } } }),
  }[kind as "stories" | "sections" | "tags" | "authors"]();
  return there > 0 ? "fine" : "dead";
}
