import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { FetchFailed, outsideClient } from "#lib/fetch/client";
import type { StaffActor } from "../../kernel/actor.ts";
import { changeSettings } from "../../settings/commands.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { aNewsroom, aPerson, aStory, aTag, theProgram } from "../testing.ts";
import { type Purge, tellPurgeHook } from "./purge.ts";

let editor: StaffActor;
let tagId: string;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
  tagId = await aTag("Snow");
});

const open: Server[] = [];
beforeEach(async () => {
  await deskDb().toldUpTo.deleteMany({});
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

const yes: RequestListener = (_, response) => void response.writeHead(204).end();

/** What a CDN's hook was told. */
async function aHook(answer: RequestListener = yes) {
  const told: Purge[] = [];
  let now = answer;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (request.method === "POST") told.push(JSON.parse(body));
    response.setHeader("connection", "close");
    now(request, response);
  });
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const at = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const telling = { hook: `http://${at}/purge`, fetch: outsideClient({ allow: [at], timeoutMs: 300 }) };
  return {
    told,
    answers: (other: RequestListener) => {
      now = other;
    },
    tell: (settledMs = 0, time = new Date()) =>
      tellPurgeHook({ ...telling, listener: `hook ${settledMs}`, settledMs }, time),
  };
}

const published = async (headline: string) => {
  const draft = await aStory({ headline, tagIds: [tagId] });
  return { storyId: draft.storyId, ...(await publishStory(editor, draft)) };
};

const lists = ["/", "/sections/security", "/tags/snow"];
const feeds = ["", "/sections/security", "/tags/snow"].flatMap((list) =>
  ["feed.xml", "feed.atom", "feed.json"].map((file) => `${list}/${file}`),
);

it("the hook is told where a story stands, once it is published; and of nothing twice", async () => {
  const { told, tell } = await aHook();
  await tell();
  const { address } = await published("Told to the CDN");
  expect(await tell()).toBeGreaterThan(0);
  expect(told).toEqual([
    { paths: [...lists, ...feeds, "/corrections", "/sitemaps/news.xml", address].sort(), everything: false },
  ]);
  expect(await tell()).toBe(0);
  expect(told).toHaveLength(1);
});

it("a kill takes everything, and so does what stands on each page", async () => {
  const { storyId, version, address } = await published("False, every word");
  const { told, tell } = await aHook();
  await tell();
  await killStory(editor, { storyId, version, reason: "False." });
  await tell();
  expect(told).toMatchObject([{ everything: true, paths: expect.arrayContaining([address, "/"]) }]);
  const settings = await newsroomSettings();
  await changeSettings(theProgram, { version: settings.version, changes: { name: "The Other Paper" } });
  await tell();
  expect(told.at(-1)).toEqual({ paths: [], everything: true });
});

it.each<[string, RequestListener]>([
  ["breaks", (_, response) => void response.writeHead(500).end()],
  ["is silent", () => {}],
  ["sends on", (_, response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end()],
  ["hangs up", (request) => void request.socket.destroy()],
])("a hook that %s is told the same again, until it says yes", async (_what, answer) => {
  const { told, tell, answers } = await aHook();
  await tell();
  const { address } = await published(`Told in vain ${_what}`);
  answers(answer);
  await expect(tell()).rejects.toBeInstanceOf(FetchFailed);
  answers(yes);
  await tell();
  expect(told).toHaveLength(2);
  for (const purge of told) expect(purge.paths).toContain(address);
});

it("what is to be told again waits until it is that old; what is older than an hour is gone by itself", async () => {
  const { told, tell } = await aHook();
  await tell(5_000);
  await published("Told twice");
  expect(await tell(5_000)).toBe(0);
  expect(await tell(5_000, new Date(Date.now() + 5_100))).toBeGreaterThan(0);
  expect(told).toHaveLength(1);
  await published("Long ago");
  expect(await tell(5_000, new Date(Date.now() + 2 * 3_600_000))).toBeGreaterThan(0);
  expect(told).toHaveLength(1);
});

it("after an older state of the database was put back, everything goes, and then what changes", async () => {
  const { told, tell } = await aHook();
  await tell();
  await deskDb().toldUpTo.updateMany({ data: { position: 1_000_000_000n } });
  await tell();
  expect(told).toEqual([{ paths: [], everything: true }]);
  await tell();
  const { address } = await published("After the restore");
  await tell();
  expect(told.at(-1)?.paths).toContain(address);
});

it("several processes tell it once", async () => {
  const { told, tell } = await aHook((_, response) => void setTimeout(() => response.writeHead(200).end(), 100));
  await tell();
  await published("Told by one");
  await Promise.all([tell(), tell(), tell()]);
  expect(told).toHaveLength(1);
});
