import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { aSite, story } from "./testing.ts";

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

it("refuses other methods than reading", async () => {
  const site = aSite();
  expect(await site.ask("/stories/a", { method: "POST" })).toMatchObject({
    status: 405,
    headers: { allow: "GET, HEAD" },
  });
  expect(site.rendered()).toEqual([]);
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
