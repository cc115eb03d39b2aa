import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { knownVariant, prepareAnswer } from "./answer.ts";

const page = Buffer.from(`<p>${"The border road reopened on Friday. ".repeat(100)}</p>`);
const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "public, max-age=0" };
const headerIn = (list: string[], name: string) => list[list.indexOf(name) + 1];

it("keeps the same bytes plain and in two codings", async () => {
  const answer = await prepareAnswer(page, headers);
  expect(answer.identity.body.equals(page)).toBe(true);
  expect(gunzipSync(answer.gzip.body).equals(page)).toBe(true);
  expect(brotliDecompressSync(answer.br.body).equals(page)).toBe(true);
  expect(headerIn(answer.br.headers, "Content-Encoding")).toBe("br");
  expect(headerIn(answer.br.headers, "Content-Length")).toBe(String(answer.br.body.length));
  expect(answer.identity.headers).not.toContain("Content-Encoding");
  expect(headerIn(answer.gzip.headers, "Vary")).toBe("Accept-Encoding");
});

it("has one tag for each coding, and always the same for the same bytes", async () => {
  const [one, two] = [await prepareAnswer(page, headers), await prepareAnswer(page, headers)];
  expect(new Set([one.br.etag, one.gzip.etag, one.identity.etag]).size).toBe(3);
  expect(one.br.etag).toBe(two.br.etag);
  expect((await prepareAnswer(Buffer.from("other"), headers)).br.etag).not.toBe(one.br.etag);
});

it("does not compress what is small or not text", async () => {
  const small = await prepareAnswer(Buffer.from("{}"), { "Content-Type": "application/json" });
  const picture = await prepareAnswer(page, { "Content-Type": "image/png" });
  expect(small.br).toBe(small.identity);
  expect(picture.gzip).toBe(picture.identity);
  expect(picture.bytes).toBeLessThan(page.length + 4_000);
});

it("counts every body that it keeps", async () => {
  const { identity, gzip, br, bytes } = await prepareAnswer(page, headers);
  expect(bytes).toBeGreaterThan(identity.body.length + gzip.body.length + br.body.length);
});

it("owns its memory, so that a small body does not hold a large block", async () => {
  const { identity, gzip, br } = await prepareAnswer(page, headers);
  for (const { body } of [identity, gzip, br]) expect(body.buffer.byteLength).toBe(body.length);
});

it("knows by If-None-Match what the reader has", async () => {
  const answer = await prepareAnswer(page, headers);
  const { br, gzip, identity } = answer;
  expect(knownVariant(answer, br.etag)).toBe(br);
  expect(knownVariant(answer, `W/${gzip.etag}`)).toBe(gzip);
  expect(knownVariant(answer, `"other", ${identity.etag}`)).toBe(identity);
  expect(knownVariant(answer, "*")).toBe(identity);
  expect(knownVariant(answer, '"other"')).toBeUndefined();
});

it("sends with 304 what a cache needs and nothing about a body", async () => {
  const { br } = await prepareAnswer(page, headers);
  expect(br.unchangedHeaders).toEqual([
    "Cache-Control",
    "public, max-age=0",
    "Vary",
    "Accept-Encoding",
    "ETag",
    br.etag,
  ]);
});
