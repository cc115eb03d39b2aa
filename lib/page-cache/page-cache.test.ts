import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aSite } from "./testing.ts";

const story = (words: string) => ({ body: `<html><body><p>${words}</p></body></html>`, keys: ["story:1", "site"] });

it("renders a page once and then serves it from memory", async () => {
  const site = aSite();
  site.publish("/stories/a", story("first"));
  expect(await site.ask("/stories/a")).toMatchObject({ status: 200, body: "<html><body><p>first</p></body></html>" });
  expect(await site.ask("/stories/a")).toMatchObject({ status: 200, body: "<html><body><p>first</p></body></html>" });
  expect(site.rendered()).toEqual(["/stories/a"]);
});

it("renders once for a hundred readers who come at the same moment", async () => {
  const site = aSite();
  const readers = Array.from({ length: 100 }, () => site.ask("/stories/a"));
  (await site.begun()).answer(story("first"));
  for (const answer of await Promise.all(readers)) expect(answer).toMatchObject({ status: 200 });
  expect(site.rendered()).toEqual(["/stories/a"]);
});

it("takes the framework's script out of every document, stored or not", async () => {
  const site = aSite();
  const page = { body: '<html><body><script src="/_next/a.js"></script><p>words</p></body></html>', keys: ["story:1"] };
  site.publish("/stories/a", page);
  site.publish("/stories/b", { ...page, status: 307, headers: { location: "/stories/a" } });
  site.publish("/api/rates", {
    body: '{"a":"<script>"}',
    headers: { "content-type": "application/json" },
    keys: ["rates"],
  });
  expect(await site.ask("/stories/a")).toMatchObject({ body: "<html><body><p>words</p></body></html>" });
  expect(await site.ask("/stories/b")).toMatchObject({ status: 307, body: "" });
  expect(await site.ask("/api/rates")).toMatchObject({ body: '{"a":"<script>"}' });
});

it("sends a page that needs the framework's script as it is, and says so", async () => {
  const site = aSite();
  const body = '<html><body><template id="B:0"></template></body></html>';
  site.publish("/", { body, keys: ["front"] });
  expect(await site.ask("/")).toMatchObject({ status: 200, body });
  expect(site.complaints).toEqual(["A page for readers was sent with the framework's script."]);
});

it("says outside how long a page may be kept, with and without a purge", async () => {
  const cacheControl = async (purged: boolean) => {
    const site = aSite({ purged });
    site.publish("/", story("front"));
    const answer = await site.ask("/");
    return answer === "not ours" ? undefined : answer.headers["cache-control"];
  };
  expect(await cacheControl(false)).toBe("public, max-age=0, s-maxage=30, must-revalidate");
  expect(await cacheControl(true)).toBe("public, max-age=0, s-maxage=3600, stale-while-revalidate=60");
});

it("keeps the page's type and early links, and replaces the framework's own headers", async () => {
  const site = aSite();
  const link = '</f.woff2>; rel=preload; as="font", </_next/a.js>; rel=preload; as="script"';
  const headers = { link, vary: "rsc", "x-nextjs-cache": "HIT", etag: '"next"', "cache-control": "private, no-store" };
  site.publish("/", { ...story("front"), headers });
  const answer = await site.ask("/");
  if (answer === "not ours") throw new Error("not answered");
  expect(Object.keys(answer.headers).sort()).toEqual([
    "cache-control",
    "content-length",
    "content-security-policy",
    "content-type",
    "etag",
    "link",
    "vary",
  ]);
  expect(answer.headers).toMatchObject({ link: '</f.woff2>; rel=preload; as="font"', vary: "Accept-Encoding" });
});

it("renders under the declared parameters only", async () => {
  const site = aSite();
  site.publish("/tags/csto?page=2", story("second page"));
  expect(await site.ask("/tags/csto?utm_source=x&page=2")).toMatchObject({ status: 200 });
  expect(await site.ask("/tags/csto?page=2&fbclid=1")).toMatchObject({ status: 200 });
  expect(site.rendered()).toEqual(["/tags/csto?page=2"]);
});

it("redirects another spelling to the page without rendering it", async () => {
  const site = aSite();
  expect(await site.ask("//stories/a/?x=1")).toMatchObject({ status: 308, headers: { location: "/stories/a?x=1" } });
  expect(site.rendered()).toEqual([]);
});

it("leaves alone what is not a page of the site", async () => {
  const site = aSite();
  expect(await site.ask("/desk/stories")).toBe("not ours");
  expect(await site.ask("/desk", { method: "POST", headers: { rsc: "1" } })).toBe("not ours");
});

it.each([
  ["header RSC", "/stories/a", { rsc: "1" }],
  ["header Next-Router-State-Tree", "/stories/a", { "next-router-state-tree": "[]" }],
  ["header Next-Router-Prefetch", "/stories/a", { "next-router-prefetch": "1" }],
  ["_rsc in the query", "/stories/a?_rsc=1abc", {}],
])("answers 404 to a request in pieces: %s", async (_what, url, headers) => {
  const site = aSite();
  site.publish("/stories/a", story("first"));
  for (const _time of ["not stored", "stored"]) {
    expect(await site.ask(url, { headers })).toMatchObject({ status: 404, headers: { "cache-control": "no-store" } });
    expect(await site.ask("/stories/a")).toMatchObject({ status: 200, body: "<html><body><p>first</p></body></html>" });
  }
  expect(site.rendered()).toEqual(["/stories/a"]);
});

it("neither reads nor fills from a request that previews a draft at the same moment", async () => {
  const site = aSite();
  const headers = { cookie: "__prerender_bypass=secret; __next_preview_data=x; session=1" };
  const previewing = site.ask("/stories/a", { headers });
  const reading = site.ask("/stories/a");
  // One render for both, made without the request: a URL is all that it is given.
  (await site.begun()).answer(story("published"));
  expect(await Promise.all([previewing, reading])).toMatchObject([
    { body: "<html><body><p>published</p></body></html>" },
    { body: "<html><body><p>published</p></body></html>" },
  ]);
  expect(site.rendered()).toEqual(["/stories/a"]);
});

it("never stores or passes on a cookie", async () => {
  const site = aSite();
  site.publish("/stories/a", { ...story("first"), headers: { "set-cookie": ["session=1"] } });
  for (let time = 0; time < 2; time++) {
    const answer = await site.ask("/stories/a");
    expect(answer).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    expect(answer).not.toHaveProperty(["headers", "set-cookie"]);
  }
  expect(site.rendered()).toHaveLength(2);
  expect(site.cache.state.pages).toBe(0);
});

it("stores nothing of what may say anything, not that it is missing either", async () => {
  const site = aSite();
  site.publish("/search?q=snow", story("found"));
  site.publish("/search?q=x", { ...story("none"), status: 404 });
  for (let time = 0; time < 2; time++) {
    expect(await site.ask("/search?q=snow")).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    expect(await site.ask("/search?q=x")).toMatchObject({ status: 404 });
  }
  expect(site.rendered()).toHaveLength(4);
  expect(site.cache.state).toMatchObject({ pages: 1, missing: 0 }); // the page for what is missing
});

it("makes the other pages while more is searched for than it can answer", async () => {
  const site = aSite();
  const searches = Array.from({ length: 60 }, (_, n) => site.ask(`/search?q=${n}`));
  site.publish("/stories/a", story("in time"));
  expect(await site.ask("/stories/a")).toMatchObject({ status: 200 });
  const refused = await Promise.race(searches.toReversed());
  expect(refused).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
});

it("gives nobody a search that was made while what it found was taken down", async () => {
  const site = aSite();
  const asked = site.ask("/search?q=snow");
  const first = await site.begun();
  site.tell("once", "story:1");
  first.answer({ body: "<html><body>killed words</body></html>", keys: ["story:1"] });
  (await site.begun()).answer({ body: "<html><body>nothing</body></html>" });
  expect(await asked).toMatchObject({ body: "<html><body>nothing</body></html>" });
});

it.each([302, 307, 401, 403, 429])("does not store status %i", async (status) => {
  const site = aSite();
  site.publish("/stories/a", { ...story("x"), status });
  expect(await site.ask("/stories/a")).toMatchObject({ status, headers: { "cache-control": "no-store" } });
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(2);
});

it("refuses other methods than reading", async () => {
  const site = aSite();
  expect(await site.ask("/stories/a", { method: "POST" })).toMatchObject({
    status: 405,
    headers: { allow: "GET, HEAD" },
  });
  expect(site.rendered()).toEqual([]);
});

it("stores a permanent redirect with what it depends on", async () => {
  const site = aSite();
  site.publish("/stories/old", {
    body: "<html></html>",
    status: 308,
    headers: { location: "/stories/new" },
    keys: ["story:1"],
  });
  expect(await site.ask("/stories/old")).toMatchObject({
    status: 308,
    headers: { location: "/stories/new" },
    body: "",
  });
  await site.ask("/stories/old");
  expect(site.rendered()).toHaveLength(1);
  site.publish("/stories/old", { body: "", status: 404 });
  site.tell("once", "story:1");
  expect(await site.ask("/stories/old")).toMatchObject({ status: 404 });
});

it("keeps briefly what depends on nothing, since no event will ever name it", async () => {
  const site = aSite();
  site.publish("/", { body: "<html><body>about</body></html>", keys: [] });
  await site.ask("/");
  await site.ask("/");
  expect(site.rendered()).toHaveLength(1);
  site.clock.now += 10_000;
  await site.ask("/");
  expect(site.rendered()).toHaveLength(2);
});

it("makes a page anew when its time is over, and keeps none longer outside than without a purge", async () => {
  const site = aSite({ purged: true });
  const until = site.clock.now + 60_000;
  site.publish("/", { ...story("of two days"), until });
  const first = await site.ask("/");
  expect(first === "not ours" || first.headers["cache-control"]).toBe(
    "public, max-age=0, s-maxage=30, must-revalidate",
  );
  site.publish("/", story("of today"));
  site.clock.now = until - 1;
  expect(await site.ask("/")).toMatchObject({ body: expect.stringContaining("two days") });
  site.clock.now = until;
  expect(await site.ask("/")).toMatchObject({ body: expect.stringContaining("today") });
});

it("shows the designed page where the framework's answer for a missing one is empty", async () => {
  const site = aSite();
  site.publish("/stories/a", { status: 404, body: '<html id="__next_error__"></html>', keys: ["address:/stories/a"] });
  const missing = { status: 404, body: "<html><body>Designed not found</body></html>" };
  expect(await site.ask("/stories/a")).toMatchObject(missing);
  expect(await site.ask("/stories/a")).toMatchObject(missing);
  expect(await site.ask("/no/such/page")).toMatchObject(missing);
  expect(await site.ask(`/stories/${"a".repeat(200)}`)).toMatchObject(missing);
  expect(site.rendered()).toEqual(["/stories/a"]);
});

it("forgets after ten seconds, or when something is published, that a page is missing", async () => {
  const site = aSite();
  site.publish("/stories/a", { status: 404, body: "", keys: ["address:/stories/a"] });
  await site.ask("/stories/a");
  site.clock.now += 9_999;
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(1);
  site.clock.now += 1;
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(2);
  site.publish("/stories/a", story("now there"));
  site.tell("soon", "address:/stories/a");
  expect(await site.ask("/stories/a")).toMatchObject({ status: 200 });
});

it("does not let requests for what does not exist push out pages", async () => {
  const site = aSite({ bytes: 100_000 });
  site.publish("/", story("front"));
  await site.ask("/");
  for (let i = 0; i < 200; i++) {
    site.publish(`/stories/no-${i}`, { status: 404, body: "" });
    await site.ask(`/stories/no-${i}`);
  }
  const before = site.rendered().length;
  await site.ask("/");
  expect(site.rendered()).toHaveLength(before);
  expect(site.cache.state).toMatchObject({ pages: 2, missing: 200 });
});

it.each([410, 451] as const)(
  "answers %i with the designed page for what was withdrawn, and none of its words",
  async (gone) => {
    const site = aSite();
    site.publish("/stories/a", { ...story("the killed words"), gone });
    expect(await site.ask("/stories/a")).toMatchObject({
      status: gone,
      body: "<html><body>Designed withdrawn</body></html>",
    });
    expect(await site.ask("/stories/a")).toMatchObject({ status: gone });
    expect(site.rendered()).toEqual(["/stories/a"]);
  },
);

it("has no page of its own where the stand-ins live", async () => {
  const site = aSite();
  expect(await site.ask("/withdrawn")).toMatchObject({
    status: 404,
    body: "<html><body>Designed not found</body></html>",
  });
  expect(await site.ask("/_not-found")).toMatchObject({ status: 404 });
});

it("stays within its bytes whatever is asked for", async () => {
  const site = aSite({ bytes: 300_000 });
  for (let i = 0; i < 100; i++) {
    site.publish(`/stories/${i}`, { body: `<html><body>${`${i} `.repeat(5_000)}</body></html>`, keys: [`story:${i}`] });
    await site.ask(`/stories/${i}`);
    expect(site.cache.state.bytes).toBeLessThanOrEqual(300_000);
  }
  expect(site.cache.state.pages).toBeGreaterThan(3);
});

it("speaks HTTP: HEAD, 304 and codings over a real connection", async () => {
  const site = aSite();
  const words = "The border road reopened. ".repeat(50);
  site.publish("/stories/a", story(words));
  const server = createServer((request, response) => void site.cache.handle(request, response)).listen(0);
  const { port } = server.address() as AddressInfo;
  const over = (method: string, headers: Record<string, string>) =>
    new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
      httpRequest({ port, path: "/stories/a", method, headers, agent: false }, async (response) => {
        const body = Buffer.concat(await response.toArray());
        resolve({ ...(response.statusCode ? { status: response.statusCode } : {}), headers: response.headers, body });
      })
        .on("error", reject)
        .end();
    });
  try {
    const got = await over("GET", { "accept-encoding": "gzip, br" });
    expect(got.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(got.body).toString()).toContain(words);

    const head = await over("HEAD", { "accept-encoding": "gzip, br" });
    const { date: _a, ...headHeaders } = head.headers;
    const { date: _b, ...getHeaders } = got.headers;
    expect([head.status, head.body.length, headHeaders]).toEqual([200, 0, getHeaders]);

    const tag = String(got.headers.etag);
    const unchanged = await over("GET", { "if-none-match": `W/${tag}`, "accept-encoding": "br" });
    expect([unchanged.status, unchanged.headers.etag, unchanged.body.length]).toEqual([304, tag, 0]);
    expect(unchanged.headers["content-length"]).toBeUndefined();

    const plain = await over("GET", { "if-none-match": '"other"' });
    expect([plain.status, plain.headers["content-encoding"], plain.body.includes(words)]).toEqual([
      200,
      undefined,
      true,
    ]);
    expect(new Set([plain, got].map(({ headers }) => headers.etag)).size).toBe(2);
  } finally {
    server.close();
    await nextTurn();
  }
});

describe("a path at which nothing is", () => {
  const leading = () =>
    aSite({ leadsTo: async (path) => (path.startsWith("/tags/") || path === "/old.html" ? "/new" : null) });

  it("leads elsewhere if it should, for GET and HEAD, without what stands behind the question mark", async () => {
    const site = leading();
    for (const method of ["GET", "HEAD"])
      expect(await site.ask("/old.html?x=1", { method })).toMatchObject({ status: 308, headers: { location: "/new" } });
    expect(await site.ask("/old.html", { method: "POST" })).toMatchObject({ status: 404 });
    expect(await site.ask("/other.html")).toMatchObject({ status: 404, body: expect.stringContaining("Designed") });
  });

  it("is asked about only after the page itself: no redirect hides a page", async () => {
    const site = leading();
    site.publish("/tags/there", { body: "<html><body>there</body></html>" });
    site.publish("/tags/missing", { status: 404, body: "" });
    expect(await site.ask("/tags/there")).toMatchObject({ status: 200 });
    for (let n = 0; n < 2; n++)
      expect(await site.ask("/tags/missing")).toMatchObject({ status: 308, headers: { location: "/new" } });
  });

  it("is a 404 while nobody can say where it leads", async () => {
    const site = aSite({ leadsTo: () => Promise.reject(new Error("away")) });
    expect(await site.ask("/old.html")).toMatchObject({ status: 404 });
    expect(site.complaints).toHaveLength(1);
  });
});

it("keeps an answer that leads elsewhere until an event, with none of the page's words", async () => {
  const site = aSite();
  site.publish("/stories/old", { status: 404, moved: "/stories/new", body: "words", keys: ["story:1"] });
  for (let n = 0; n < 2; n++)
    expect(await site.ask("/stories/old")).toMatchObject({
      status: 308,
      headers: { location: "/stories/new" },
      body: "",
    });
  expect(site.rendered()).toHaveLength(1);
  site.publish("/stories/old", { body: "<html><body>back</body></html>", keys: ["story:1"] });
  site.tell("once", "story:1");
  expect(await site.ask("/stories/old")).toMatchObject({ status: 200 });
});
