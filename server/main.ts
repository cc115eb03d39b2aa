// The program: `npm start` and `npm run dev`. Reads as the list of steps from settings to the first answer.
import fs from "node:fs";
import path from "node:path";
import "#newsroom/wiring";
import { finishRestore } from "#lib/backup/swap";
import { closeDatabase } from "#lib/db/connect";
import { env, parseSettings, type Settings } from "#lib/env";
import { log } from "#lib/log";
import { Obstacle, withFiles } from "#lib/obstacle";
import { openBuild } from "./build.ts";
import { closing, inTime, stopTimes } from "./closing.ts";
import { openCollab } from "./collab/collab.ts";
import { openDataFolder } from "./data-folder.ts";
import { announceDatabase, checkDoors, type Database, migrateDatabase, openDatabase } from "./database.ts";
import { type FirstStart, makeFirstStart } from "./first-start.ts";
import { frontDoor } from "./front-door.ts";
import { health as makeHealth } from "./health.ts";
import { checkPort, drain, type Handler, listen, type Upgrade } from "./http-server.ts";
import { openJobs } from "./jobs.ts";
import { createMedia } from "./media.ts";
import { ownAddresses } from "./own-addresses.ts";
import { createPageCache } from "./page-cache.ts";
import { loadPages, openPages, type Pages } from "./pages.ts";
import { openProving } from "./proving.ts";
import { openPurging } from "./purging.ts";
import { openWatch } from "./watch.ts";

const root = process.cwd();
const dev = process.argv.includes("--dev");
const say = (line: string) => console.log(line);
const open = closing();
const stopping = new AbortController();
const health = makeHealth();

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(signal));
// Who reads the log may go: a pipe breaks, and each line about it would break once more.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.on("unhandledRejection", (error) => log.error("Nobody handled this failure", { error }));

const starting = start();
await starting.catch(fail);

async function start(): Promise<void> {
  const since = performance.now();
  const settings = parseSettings(process.env);
  process.env.SITE_URL = settings.SITE_URL;
  await checkPort(settings.PORT);
  const isWeb = settings.ROLES.includes("web");
  if (isWeb) void loadPages();

  const database = await openOwnGround(settings);
  const first = await prepareNewsroom(settings, database);
  const { handler, pages } = await openSite(settings, isWeb);
  open.addWork("Watch", openWatch().close);
  if (settings.ROLES.includes("jobs")) open.addWork("Jobs", openJobs().close);
  if (settings.ROLES.includes("jobs") && settings.PURGE_HOOK)
    open.addWork("Purges", openPurging(settings.PURGE_HOOK).close);
  const collab = settings.ROLES.includes("collab")
    ? openCollab({ siteUrl: settings.SITE_URL, ownerUrl: database.logins.owner })
    : undefined;
  const upgrade: Upgrade = (...asked) => collab?.upgrade(...asked) || pages?.upgrade(...asked) || false;
  const server = await listen(handler, upgrade, settings.PORT);
  open.addWork("Requests", () => drain(server));
  if (isWeb) open.addWork("Proofs", openProving({ port: settings.PORT, siteUrl: settings.SITE_URL }).close);
  if (collab) open.addWork("Stories that are open", collab.close);
  greet(settings, first, performance.now() - since);
}

/** DATA_DIR, and in it the program's own PostgreSQL, unless the settings name a database. */
async function openOwnGround(settings: Settings): Promise<Database> {
  const folder = settings.DATA_DIR;
  if (settings.DATABASE_URL) {
    withFiles(folder, () => fs.mkdirSync(folder, { recursive: true }));
  } else {
    const data = openDataFolder(folder, dev ? "npm run dev" : "npm start");
    open.add("Data folder", data.release);
    say(`Data: ${folder}`);
  }
  const database = await openDatabase(settings, folder);
  open.add("PostgreSQL", database.close, Number.POSITIVE_INFINITY);
  const place = database.embedded ? "its own PostgreSQL" : new URL(database.logins.desk).host;
  say(`Database: ${place}${database.adopted ? ", still running from before" : ""}`);
  announceDatabase(database);
  stopping.signal.throwIfAborted();
  return database;
}

/** Tables as this program knows them, doors that hold, and in a new database a newsroom with its first admin. */
async function prepareNewsroom(settings: Settings, database: Database): Promise<FirstStart> {
  const { embedded, logins } = database;
  const isFinished = await finishRestore({ ownerAddress: logins.owner, folder: settings.DATA_DIR });
  if (isFinished) say("Restore: it was cut off, and its files are in their place now");
  const { applied, unknown } = await migrateDatabase(database);
  if (applied.length > 0) say(`Database: ${applied.length} migration(s) applied`);
  if (unknown.length > 0) log.warn("The database has migrations that this program does not know", { unknown });
  await checkDoors(database);
  open.add("Database connections", closeDatabase);
  const first = { settings, embedded, ownerAddress: logins.owner, folder: settings.DATA_DIR, say };
  const made = await makeFirstStart(first);
  stopping.signal.throwIfAborted();
  return made;
}

/** What answers requests: the build, Next that renders from it, and the page cache before both. */
async function openSite(settings: Settings, isWeb: boolean): Promise<{ handler: Handler; pages?: Pages | undefined }> {
  const trust = { siteUrl: settings.SITE_URL, proxies: settings.TRUST_PROXY };
  if (!isWeb) return { handler: frontDoor({ root, dev, trust, health }) };
  const build = dev ? undefined : await openBuild(root, { say, signal: stopping.signal });
  if (build) open.add("Build", build.release);
  if (build) process.env.CHAPAR_BUILD = build.folder;
  process.env.CHAPAR_ISLANDS = build?.islands ?? ownAddresses.freshIslands;
  const pages = await openPages({ root, dev, port: settings.PORT });
  open.add("Pages", pages.close);
  const media = createMedia({ https: trust.siteUrl.startsWith("https:") });
  if (!build) return { handler: frontDoor({ root, dev, trust, health, pages, media }), pages };
  const folder = path.join(root, build.folder);
  const cache = createPageCache({ handler: pages.handler, build: folder, env: env(), media, log });
  open.add("Page cache", cache.close);
  return { handler: frontDoor({ root, dev, trust, health, pages, build, media, cached: cache.handle }), pages };
}

function greet({ SITE_URL }: Settings, { admin }: FirstStart, ms: number): void {
  say(`Chapar is up after ${(ms / 1000).toFixed(1)} s.`);
  say(`  Site  ${SITE_URL}`);
  say(`  Desk  ${SITE_URL}/desk`);
  if (admin) say(`  Sign in as ${admin.email} with the password ${admin.password} (shown only now).`);
  else say("  Sign in with your address and password; npm run chapar -- staff:reset-password sets a new one.");
}

/** Whatever step the start is in is finished first, so that it leaves nothing behind. All within `stopTimes.all`. */
async function stop(signal: string): Promise<void> {
  if (stopping.signal.aborted) return;
  const since = performance.now();
  stopping.abort();
  health.drain();
  say(`${signal}: stopping …`);
  await inTime("The start", () => starting.catch(() => {}), stopTimes.start);
  const clean = await open.closeAll(since);
  process.exit(clean ? 0 : 1);
}

async function fail(error: unknown): Promise<void> {
  if (stopping.signal.aborted) return;
  if (error instanceof Obstacle) console.error(error.message);
  else log.error("The start failed", { error });
  await open.closeAll();
  process.exit(1);
}
