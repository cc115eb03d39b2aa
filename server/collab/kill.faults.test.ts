// People write while the program, or its PostgreSQL, is killed, paused or told to stop. No word that was said to be saved may be gone, and
// no word at all once everything runs again.
import fs from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { aStaff } from "#newsroom/people/testing";
import { aStory } from "#newsroom/stories/testing";
import { announceDatabase, databaseInUse } from "#server/database";
import { aBrowser, anEditor, storedText, type TestBrowser, type TestEditor } from "../../testing/editor-window.ts";
import { aFolder, aFreePort, type Running, run, untilReady } from "../../testing/program.ts";

/** In full by `npm run test:faults`, in a short form within `npm test`. */
const inFull = process.env.FAULTS === "full";
const kills = inFull ? 50 : 4;

let folder: string;
let address: string;
let program: Running;
let open: TestEditor[] = [];

beforeAll(async () => {
  folder = aFolder();
  address = `http://localhost:${await aFreePort()}`;
  process.env.SITE_URL = address;
  await start();
  const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
  if (!database) throw new Error("The program does not run.");
  announceDatabase(database);
}, 120_000);

afterEach(() => {
  for (const window of open) window.close();
  open = [];
});

afterAll(async () => {
  await closeDatabase();
  program.child.kill("SIGTERM");
  await program.ended;
  fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function start(): Promise<void> {
  program = run("server/main.ts", {
    env: { DATA_DIR: folder, PORT: new URL(address).port, SITE_URL: address, SEED: "none", ROLES: "collab,jobs" },
  });
  await untilReady(program, address, 60_000);
}

const soon = <Result>(check: () => Result | Promise<Result>, timeout = 30_000) =>
  vi.waitFor(check, { timeout, interval: 25 });
const allSaved = (windows: TestEditor[]) =>
  soon(() => {
    for (const { sync } of windows) expect(sync.state().kind).toBe("saved");
  });

interface Writing {
  browser: TestBrowser;
  window: TestEditor;
  /** What this window typed, one change each, in order. */
  words: string[];
}

/** Three people in one story, who type a word each few milliseconds until they are told to stop. */
async function threeWriters() {
  const { storyId } = await aStory();
  const writers = await Promise.all(
    Array.from({ length: 3 }, async (): Promise<Writing> => {
      const person = await aStaff({ role: "editor" });
      const browser = await aBrowser(address, person);
      return { browser, window: await anEditor(browser, person, storyId), words: [] };
    }),
  );
  open.push(...writers.map(({ window }) => window));
  await allSaved(open);
  const timers = writers.map(({ window, words }, at) =>
    setInterval(() => {
      words.push(`writer ${at} word ${words.length}.`);
      window.write(words.at(-1) ?? "");
    }, 15),
  );
  return {
    storyId,
    writers,
    windows: writers.map(({ window }) => window),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await allSaved(writers.map(({ window }) => window));
      const stored = (await storedText(storyId)).split("\n");
      expect(stored).toEqual(expect.arrayContaining(writers.flatMap(({ words }) => words)));
      for (const { window } of writers) {
        expect(window.unsent.updates()).toEqual([]);
        expect(window.text().split("\n").sort()).toEqual(stored.sort());
      }
    },
  };
}

/** All that the newsroom acknowledged is in its database, read while no window can send it again. */
async function expectAcknowledgedStored(storyId: string, writers: Writing[]): Promise<void> {
  const stored = (await storedText(storyId)).split("\n");
  for (const { window, words } of writers)
    expect(stored).toEqual(expect.arrayContaining(words.slice(0, window.unsent.forgotten())));
}

it(`keeps every acknowledged word through ${kills} kills of the program in the middle of writing`, async () => {
  const { storyId, writers, stop } = await threeWriters();
  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = () => writers.reduce((sum, { window }) => sum + window.unsent.forgotten(), 0);
    const before = acknowledged();
    await soon(() => expect(acknowledged()).toBeGreaterThan(before + 20));
    program.child.kill("SIGKILL");
    for (const { browser } of writers) browser.cut();
    await program.ended;
    await start();
    await expectAcknowledgedStored(storyId, writers);
    for (const { browser } of writers) browser.mend();
  }
  await stop();
}, 400_000);

it("loses nothing when PostgreSQL is killed, and goes on by itself when it is back", async () => {
  const { storyId, writers, stop } = await threeWriters();
  await soon(() => expect(writers[0]?.words.length).toBeGreaterThan(20));
  const killed = postmaster();
  process.kill(killed, "SIGKILL");
  // What it had started answers for a moment longer: only another one is a sign that it is back.
  await soon(async () => {
    expect(postmaster()).not.toBe(killed);
    expect((await fetch(`${address}/api/health/ready`)).ok).toBe(true);
    await deskDb().$queryRaw`select 1`;
  });
  await expectAcknowledgedStored(storyId, writers);
  await stop();
}, 120_000);

it("calls nothing saved while PostgreSQL stands still, and everything once it goes on", async () => {
  const { storyId, writers, windows, stop } = await threeWriters();
  await soon(() => expect(writers[0]?.words.length).toBeGreaterThan(20));
  const frozen = postmaster();
  const all = [frozen, ...childrenOf(frozen)];
  for (const pid of all) process.kill(pid, "SIGSTOP");
  await soon(() => {
    for (const { sync } of windows) expect(sync.state().kind).toBe("failed");
  });
  for (const pid of all) process.kill(pid, "SIGCONT");
  await stop();
  await expectAcknowledgedStored(storyId, writers);
}, 120_000);

it("stops when it is told to: what was typed is stored, and lists show it", async () => {
  const { storyId, writers, windows } = await threeWriters();
  await soon(() => expect(writers[0]?.words.length).toBeGreaterThan(20));
  for (const { browser } of writers) browser.cut();
  for (const window of windows) window.close();
  program.child.kill("SIGTERM");
  expect((await program.ended).status).toBe(0);
  await start();
  await expectAcknowledgedStored(storyId, writers);
  const { seq, settledSeq } = await deskDb().storyDocument.findUniqueOrThrow({ where: { storyId } });
  expect(settledSeq).toBe(seq);
}, 120_000);

// It waits for the whole of its time: not in the short form.
if (inFull)
  it("stops in time while PostgreSQL stands still, and loses nothing", async () => {
    const { storyId, writers, windows, stop } = await threeWriters();
    await soon(() => expect(writers[0]?.words.length).toBeGreaterThan(20));
    const frozen = postmaster();
    const all = [frozen, ...childrenOf(frozen)];
    for (const pid of all) process.kill(pid, "SIGSTOP");
    await soon(() => {
      for (const { sync } of windows) expect(sync.state().kind).not.toBe("saved");
    });
    const since = performance.now();
    program.child.kill("SIGTERM");
    const { status } = await program.ended;
    const isInTime = performance.now() - since < 30_000;
    for (const { browser } of writers) browser.cut();
    for (const pid of all) process.kill(pid, "SIGCONT");
    expect({ status, isInTime }).toEqual({ status: 0, isInTime: true });
    await start();
    await expectAcknowledgedStored(storyId, writers);
    for (const { browser } of writers) browser.mend();
    await stop();
  }, 180_000);

const postmaster = (): number =>
  Number(fs.readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

const childrenOf = (pid: number): number[] =>
  fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
