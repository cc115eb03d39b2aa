import "server-only";
import { env } from "#lib/env";
import type { Tx } from "../../kernel/context.ts";
import type { LinkState } from "../../workflow/checks/finding.ts";
import { leadsSomewhere, type PaperDb } from "./within-the-paper.ts";

type Db = PaperDb & Pick<Tx, "linkVisit">;

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
    else if (url.origin === new URL(env().SITE_URL).origin)
      states.set(href, (await leadsSomewhere(db, url.pathname)) ? "fine" : "dead");
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
