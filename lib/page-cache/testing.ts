import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Parser } from "htmlparser2";
import type { GoneStatus, Recorded } from "./dependencies.ts";
import { PageCache, type PageCacheOptions } from "./page-cache.ts";
import type { Change } from "./pages.ts";
import { type Rendering, render } from "./render.ts";

const DATA_BLOCK = /^application\/(ld\+)?json$/i;

/** What in `html` belongs to the framework's runtime or could run inline; a page for readers has nothing of it. */
export function frameworkTraces(html: string): string[] {
  const traces: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, src, type, rel, href } = attributes;
      const isData = src === undefined && DATA_BLOCK.test(type ?? "");
      if (name === "script" && !("data-keep" in attributes) && !isData) traces.push(`<script> ${src ?? "(inline)"}`);
      if (name === "script" && "data-keep" in attributes && src === undefined) traces.push("<script data-keep> inline");
      if (name === "link" && rel?.includes("preload") && attributes.as === "script") traces.push(`preload of ${href}`);
      if (name === "link" && rel === "modulepreload" && href?.startsWith("/_next/")) traces.push(`preload of ${href}`);
      if (name === "template" || /^[BPS]:/.test(id ?? "")) traces.push(`<${name}> ${id ?? ""}`);
      if (id === "__next_error__") traces.push("an error shell without a body");
      for (const attribute of Object.keys(attributes)) {
        if (attribute.startsWith("on")) traces.push(`<${name}> has ${attribute}`);
      }
    },
    oncomment(data) {
      traces.push(`comment ${data}`);
    },
  });
  parser.end(html);
  if (html.includes("__next_f")) traces.push("the framework's data");
  return traces;
}

/** Throws, with the list, when a page for readers carries anything of the framework's runtime. */
export function assertNoFrameworkScript(html: string): void {
  const traces = frameworkTraces(html);
  if (traces.length > 0) throw new Error(`The page carries framework script:\n${traces.slice(0, 10).join("\n")}`);
  if (!/<html[^>]*>/i.test(html) || !/<\/body>/i.test(html)) throw new Error("This is not a whole page.");
}

interface Pending {
  url: string;
  /** Lets the page come out: a body that depends on keys, or another status. */
  answer: (page: Partial<Page>) => void;
  fail: (error: Error) => void;
}

interface Page {
  status: number;
  headers: OutgoingHttpHeaders;
  body: string;
  keys: string[];
  gone: GoneStatus | null;
  moved: string | null;
  until: number;
}

type Asked = { status: number; headers: OutgoingHttpHeaders; body: string };

/** A story's page: it changes with the story, and with what stands on every page. */
export const story = (words: string) => ({
  body: `<html><body><p>${words}</p></body></html>`,
  keys: ["story:1", "site"],
});

/** A page cache over a site of a few patterns, with a clock and renders that the test holds in its hands. */
export function aSite(options: Partial<PageCacheOptions> = {}) {
  const clock = { now: 1_000_000 };
  const complaints: string[] = [];
  const pending: Pending[] = [];
  const rendered: string[] = [];
  const pages = new Map<string, Partial<Page>>();
  const whole = ({
    status = 200,
    headers,
    body = "<html><body>page</body></html>",
    keys = ["site"],
    gone = null,
    moved = null,
    until = Number.POSITIVE_INFINITY,
  }: Partial<Page>) => ({
    result: { status, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: Buffer.from(body) },
    keys,
    gone,
    moved,
    until,
  });
  const slug = (segment: string) => /^[a-z0-9-]{1,80}$/.test(segment);
  const page = { fits: (value: string) => /^[1-9]\d{0,3}$/.test(value), standard: "1" };
  const cache = new PageCache({
    site: {
      pages: [
        { path: "/" },
        { path: "/stories/:slug", parameters: { slug } },
        { path: "/tags/:slug", parameters: { slug }, query: { page } },
        { path: "/search", query: { q: { fits: () => true, standard: "" } }, unkept: true },
        { path: "/api/rates", kind: "data" },
      ],
      answersElsewhere: (path) => path.startsWith("/desk") || path === "/withdrawn",
    },
    render: (url) => {
      rendered.push(url);
      const page = pages.get(url);
      if (page) return Promise.resolve(whole(page));
      const made = Promise.withResolvers<Recorded<Rendering>>();
      pending.push({ url, answer: (given) => made.resolve(whole(given)), fail: made.reject });
      return made.promise;
    },
    now: () => clock.now,
    bytes: 10_000_000,
    staleIfDown: 24 * 3_600_000,
    patience: 2_000,
    standIns: { missing: "/_not-found", withdrawn: "/withdrawn" },
    everywhere: ["site"],
    leadsTo: async () => null,
    headers: () => ({ "Content-Security-Policy": "script-src 'self'" }),
    purged: false,
    log: { error: (message) => complaints.push(message) },
    ...options,
  });
  pages.set("/_not-found", { status: 404, body: "<html><body>Designed not found</body></html>" });
  pages.set("/withdrawn", { body: "<html><body>Designed withdrawn</body></html>" });
  cache.pages.startFrom(0n);
  cache.pages.regain();
  let position = 0n;

  return {
    cache,
    pages: cache.pages,
    clock,
    complaints,
    /** URLs in the order in which they were rendered; stand-ins aside. */
    rendered: () => rendered.filter((url) => url !== "/_not-found" && url !== "/withdrawn"),
    /** From now on the page comes out at once. */
    publish: (url: string, page: Partial<Page> & { body: string }) => pages.set(url, page),
    /** From now on renders of the page wait for the test. */
    hold: (url: string) => pages.delete(url),
    tell: (when: keyof Change, ...keys: string[]) => {
      position += 1n;
      cache.pages.tell({ once: [], soon: [], [when]: keys }, position);
    },
    /** The next render that waits for the test. */
    async begun(): Promise<Pending> {
      for (;;) {
        const next = pending.shift();
        if (next) return next;
        await nextTurn();
      }
    },
    ask: (url: string, request: { method?: string; headers?: IncomingHttpHeaders } = {}): Promise<Asked | "not ours"> =>
      ask(cache, url, request),
  };
}

async function ask(
  cache: PageCache,
  url: string,
  { method = "GET", headers = {} }: { method?: string; headers?: IncomingHttpHeaders },
): Promise<Asked | "not ours"> {
  let isOurs = true;
  const answer = await render(
    async (request, response) => {
      request.method = method;
      request.headers = headers;
      isOurs = await cache.handle(request, response);
      if (!isOurs) response.end();
    },
    url,
    { host: "news.example", timeout: 5_000 },
  );
  return isOurs ? { ...answer, body: answer.body.toString() } : "not ours";
}
