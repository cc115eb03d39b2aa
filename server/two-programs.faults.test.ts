// Two programs on one database, as behind a proxy; one of them, or both, are killed at the worst moment.
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { killStory } from "#newsroom/stories/commands/kill-story";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { publicPlace } from "#newsroom/stories/proofs/proofs";
import { aSection, aStory, theProgram } from "#newsroom/stories/testing";
import { announceDatabase, databaseInUse } from "#server/database";
import { aFolder, aFreePort, type Running, run, untilReady } from "../testing/program.ts";

/** In full by `npm run test:faults`, in a short form within `npm test`. */
const together = process.env.FAULTS === "full" ? 200 : 40;

let folder: string;
let addresses: string[];
const programs: Running[] = [];
let hook: http.Server;
let hookAddress: string;
const purged: string[] = [];

beforeAll(async () => {
  folder = aFolder();
  addresses = [`http://localhost:${await aFreePort()}`, `http://localhost:${await aFreePort()}`];
  hook = http.createServer(async (request, response) => {
    for await (const chunk of request) purged.push(String(chunk));
    response.writeHead(204, { connection: "close" }).end();
  });
  hook.listen(0, "127.0.0.1");
  await once(hook, "listening");
  const bound = hook.address();
  hookAddress = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}/purge`;
  await startFirst();
  const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
  if (!database) throw new Error("The program does not run.");
  announceDatabase(database);
  await aSection("Security");
  await startSecond();
}, 300_000);

afterAll(async () => {
  await closeDatabase();
  for (const { child, ended } of programs.toReversed()) {
    child.kill("SIGTERM");
    await ended;
  }
  hook.close();
  fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

const at = (which: number) => addresses[which] ?? "";

async function start(which: number, env: Record<string, string>): Promise<void> {
  const program = run("server/main.ts", {
    env: {
      PORT: new URL(at(which)).port,
      SITE_URL: at(0),
      SEED: "none",
      PURGE_HOOK: hookAddress,
      RATES_URL: "http://127.0.0.1:9/none.json",
      ...env,
    },
  });
  programs[which] = program;
  await untilReady(program, at(which), 240_000);
}

/** It brings the database up, and finds it again when it was killed. */
const startFirst = () => start(0, { DATA_DIR: folder });

const startSecond = () => {
  const { DATABASE_URL = "", READERS_DATABASE_URL = "", DATABASE_OWNER_URL = "", AUTH_SECRET = "" } = process.env;
  const DATA_DIR = `${folder}/second`;
  return start(1, { DATA_DIR, DATABASE_URL, READERS_DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET });
};

async function kill(which: number): Promise<void> {
  programs[which]?.child.kill("SIGKILL");
  await programs[which]?.ended;
}

const soon = <Result>(check: () => Result | Promise<Result>, timeout = 30_000) =>
  vi.waitFor(check, { timeout, interval: 25 });

const statuses = (path: string) =>
  Promise.all(addresses.map(async (address) => (await fetch(`${address}${path}`)).status));

const lists = [
  "/feed.xml",
  "/sections/security/feed.json",
  "/sitemaps/news.xml",
  "/search?q=proved+at+both",
  "/sections/security",
  "/",
];

/** Whether each list tells of a story, at each program. */
const tellingOf = (story: string) =>
  Promise.all(
    lists.map((list) =>
      Promise.all(addresses.map(async (address) => (await (await fetch(address + list)).text()).includes(story))),
    ),
  );

const provedAt = async (storyId: string, revisionId: string | null) =>
  (await deskDb().proof.findMany({ where: { storyId, revisionId, isProved: true } })).map(({ place }) => place).sort();

it(`publishes ${together} stories due in one second once each and in time, though one program is killed in that second`, async () => {
  const due = new Date(Math.ceil((Date.now() + 3_000 + together * 100) / 1000) * 1000);
  const ids: string[] = [];
  for (let n = 0; n < together; n++) {
    const draft = await aStory({ headline: `Due together ${n}` });
    await planPublication(theProgram, { ...draft, at: due.toISOString(), zone: "UTC" });
    ids.push(draft.storyId);
  }
  expect(Date.now()).toBeLessThan(due.getTime());
  const live = () => deskDb().liveStory.count({ where: { id: { in: ids } } });
  expect(await live()).toBe(0);
  await soon(async () => expect(await live()).toBeGreaterThan(0));
  await kill(1);
  await soon(async () => expect(await live()).toBe(together));
  const late = Date.now() - due.getTime();
  const events = await deskDb().event.findMany({
    where: { type: { in: ["story.published", "story.updated"] }, subject: { in: ids } },
    select: { subject: true, at: true },
  });
  expect(events.map(({ subject }) => subject).sort()).toEqual(ids.sort());
  for (const event of events) expect(event.at.getTime()).toBeGreaterThanOrEqual(due.getTime());
  expect(late).toBeLessThan(5_000);
  await startSecond();
}, 120_000);

it("shows what is published at both, proves it there, and proves it gone when it is killed", async () => {
  const draft = await aStory({ headline: "Proved at both" });
  const { revisionId, version, address } = await publishStory(theProgram, draft);
  await soon(async () => expect(await provedAt(draft.storyId, revisionId)).toHaveLength(3));
  expect(await provedAt(draft.storyId, revisionId)).toContain(publicPlace);
  expect(await statuses(address)).toEqual([200, 200]);
  await soon(async () => expect(await tellingOf(address)).toEqual(lists.map(() => [true, true])));
  await soon(() => expect(purged.filter((told) => told.includes(address)).length).toBeGreaterThanOrEqual(2));
  await killStory(theProgram, { storyId: draft.storyId, version, reason: "False." });
  await soon(async () => expect(await statuses(address)).toEqual([410, 410]));
  await soon(async () => expect(await tellingOf(address)).toEqual(lists.map(() => [false, false])));
  await soon(async () => expect(await provedAt(draft.storyId, null)).toHaveLength(3));
}, 90_000);

it("heals after both died right after a commit: pages, proof, purge; and what was due meanwhile is live with an honest date", async () => {
  const first = await aStory({ headline: "Known before the crash" });
  const { version, address } = await publishStory(theProgram, first);
  await soon(async () => expect(await statuses(address)).toEqual([200, 200]));
  const planned = await aStory({ headline: "Due while nobody was there" });
  const due = new Date(Date.now() + 1_500);
  await planPublication(theProgram, { ...planned, at: due.toISOString(), zone: "UTC" });
  await Promise.all([kill(0), kill(1)]);
  purged.length = 0;
  // As if a program had committed this and died before anything else.
  const { revisionId } = await publishStory(theProgram, { storyId: first.storyId, version, seq: 0 });
  await pause(Math.max(due.getTime() - Date.now(), 0) + 100);
  const started = Date.now();
  await closeDatabase();
  await startFirst();
  await startSecond();
  await soon(async () => expect(await provedAt(first.storyId, revisionId)).toHaveLength(3));
  await soon(() => expect(purged.some((told) => told.includes(address))).toBe(true));
  const { publishedAt } = await soon(() => deskDb().liveStory.findUniqueOrThrow({ where: { id: planned.storyId } }));
  expect(publishedAt.getTime()).toBeGreaterThanOrEqual(started);
  expect(Date.now() - started).toBeLessThan(60_000);
}, 300_000);
