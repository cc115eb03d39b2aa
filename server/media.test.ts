import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createMedia, type Media } from "./media.ts";

const id = "019a0000-0000-7000-8000-000000000001";
const away = () => Object.assign(new Error("gone"), { code: "ECONNREFUSED" });

let live: boolean | Error;
let asked: number;
let media: Media;
let server: http.Server;
let origin: string;

beforeEach(async () => {
  live = true;
  asked = 0;
  media = createMedia({
    https: false,
    isLive: async () => {
      asked++;
      if (live instanceof Error) throw live;
      return live;
    },
    files: { read: async () => Buffer.from("bytes") },
  });
  server = http.createServer(async (request, response) => {
    if (!(await media.answer(request.url ?? "", request, response))) response.writeHead(418).end();
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

const get = (path = `/media/${id}/480.webp`, init: RequestInit = {}) => fetch(origin + path, init);

it("gives the file of a live picture, with a validator and no leave to keep it unasked", async () => {
  const answer = await get();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-length": "5",
    "cache-control": "public, max-age=0, s-maxage=30, must-revalidate",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect(await answer.text()).toBe("bytes");
  const etag = answer.headers.get("etag") ?? "";
  expect((await get(undefined, { headers: { "if-none-match": etag } })).status).toBe(304);
  const head = await get(undefined, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await get(undefined, { method: "POST" })).status).toBe(405);
});

it.each([
  `/media/${id}/original.jpeg`,
  `/media/${id}/480.png`,
  `/media/${id}/`,
  `/media/${id}/480.webp/x`,
  "/media/nothing/480.webp",
  "/media/",
])("has nothing at %s", async (path) => {
  expect((await get(path)).status).toBe(404);
});

it("answers for a picture that is taken back as for one that never was, also to who has it", async () => {
  const etag = (await get()).headers.get("etag") ?? "";
  live = false;
  const [gone, never] = [
    await get(undefined, { headers: { "if-none-match": etag } }),
    await get("/media/never/480.webp"),
  ];
  expect([gone.status, await gone.text()]).toEqual([never.status, await never.text()]);
});

it("asks once as long as it is told of changes, and anew after each", async () => {
  media.setSure(true);
  await get();
  await get();
  expect(asked).toBe(1);
  live = false;
  media.forget("once");
  expect((await get()).status).toBe(404);
  media.setSure(false);
  await get();
  await get();
  expect(asked).toBe(4);
});

it("goes on with what it knew while the database is away, and gives nothing that it never knew", async () => {
  await get();
  live = away();
  expect((await get()).status).toBe(200);
  media.forget("soon");
  expect((await get()).status).toBe(200);
  expect((await get(`/media/${id.replace(/1$/, "2")}/480.webp`)).status).toBe(404);
  // Something was taken back, and nobody can say what.
  media.forget("once");
  expect((await get()).status).toBe(404);
});

it("leaves other addresses alone", async () => {
  expect((await get("/mediathek")).status).toBe(418);
});
