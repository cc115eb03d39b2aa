import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { followEvents, type StoredEvent } from "#lib/db/event-stream";
import type { Env } from "#lib/env";
import type { log as Log } from "#lib/log";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import { PageCache } from "#lib/page-cache/page-cache";
import type { Pages } from "#lib/page-cache/pages";
import { type Handler, render } from "#lib/page-cache/render";
import { eventChannel } from "#newsroom/kernel/event-store";
import { type Touched, touchedBy } from "#newsroom/stories/publication/reach";
import type { Media } from "./media.ts";
import { routesBesideTheSite } from "./next-routes.ts";
import { createRedirects } from "./redirects.ts";
import { securityHeaders } from "./security-headers.ts";
import { sitePages, standIns } from "./site-pages.ts";

export interface SitePageCache {
  /** Answers a request for a page of the site and says true, or leaves it and says false. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** How it stands: for health and benchmarks. */
  readonly state: Pages["state"];
  /** Settles when the first events were looked for; before that, every page is rendered anew. */
  started: Promise<void>;
  close(): Promise<void>;
}

interface Options {
  /** Next's. */
  handler: Handler;
  /** Folder of the build that the handler serves. */
  build: string;
  env: Pick<Env, "SITE_URL" | "DATABASE_OWNER_URL" | "PAGE_CACHE_MB" | "STALE_IF_DOWN" | "PURGE_HOOK">;
  /** Hears of changes too. */
  media: Pick<Media, "forget" | "setSure">;
  log: typeof Log;
}

const SECOND = 1_000;
const MEGABYTE = 1_048_576;
/** The strip of rates, the menu and the paper's name stand on every document. */
const EVERYWHERE = ["site", "rates"];

/** The page cache of the newsroom: before the readers' pages, told by the newsroom's events. */
export function createPageCache({ handler, build, env, media, log }: Options): SitePageCache {
  const { host, protocol } = new URL(env.SITE_URL);
  const https = protocol === "https:";
  const headers = { document: securityHeaders("site", { https }), data: securityHeaders("api", { https }) };
  const isBeside = routesBesideTheSite(build);
  const redirects = createRedirects();
  const cache = new PageCache({
    site: { pages: sitePages, answersElsewhere: (path) => OF_THE_PROGRAM.test(path) || isBeside(path) },
    render: (url) => recordingDependencies(() => render(handler, url, { host, timeout: 10 * SECOND })),
    now: Date.now,
    bytes: env.PAGE_CACHE_MB * MEGABYTE,
    staleIfDown: env.STALE_IF_DOWN * SECOND,
    patience: 2 * SECOND,
    standIns,
    everywhere: EVERYWHERE,
    leadsTo: redirects.at,
    headers: (kind) => (kind === "data" ? headers.data : headers.document),
    purged: env.PURGE_HOOK !== undefined,
    log,
  });
  const events = followEvents({
    url: env.DATABASE_OWNER_URL,
    channel: eventChannel,
    log,
    follower: {
      startFrom(position) {
        redirects.forget();
        media.forget("once");
        cache.pages.startFrom(position);
      },
      tell(event) {
        const change = changeIn(event);
        const when = change.once.length > 0 ? "once" : change.soon.length > 0 ? "soon" : null;
        if (when) redirects.forget();
        if (when) media.forget(when);
        cache.pages.tell(change, event.position);
      },
      regain() {
        media.setSure(true);
        cache.pages.regain();
      },
      lose() {
        media.setSure(false);
        cache.pages.lose();
      },
    },
  });
  return {
    handle: (request, response) => cache.handle(request, response),
    get state() {
      return cache.pages.state;
    },
    started: events.started,
    close: events.close,
  };
}

/** Answered by the program itself, in front of or without the pages. */
const OF_THE_PROGRAM = /^\/(_next|islands|media|api\/health)\//;

const Payload = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

/** An event of a form that this program does not know could mean anything. */
function changeIn({ type, subject, payload }: StoredEvent): Touched {
  const known = Payload.safeParse(payload);
  return known.success ? touchedBy({ type, subject, payload: known.data }) : { once: ["site"], soon: [] };
}
