import { randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { deskDb } from "#lib/db/desk";
import type { Settings } from "#lib/env";
import { Obstacle, withFiles } from "#lib/obstacle";
import { system } from "#newsroom/kernel/actor";
import { Fault } from "#newsroom/kernel/faults";
import { makeFirstAdmin } from "#newsroom/people/commands/make-first-admin";
import { foundNewsroom } from "#newsroom/settings/commands";

const actor = system("the first start");
/** Programs that start together on one database found its newsroom one after the other. */
const FOUNDING_LOCK = 4_217_001;
const UNDER_WAY = "This start fills the newsroom with the demo; if it is cut short, the next one goes on.\n";

export interface FirstStart {
  /** Of an admin that was made just now with a password nobody else knows. */
  admin?: { email: string; password: string };
}

interface Circumstances {
  settings: Settings;
  embedded: boolean;
  ownerAddress: string;
  folder: string;
  say: (line: string) => void;
}

/** Gives a new database its newsroom, its first admin and, if wanted, the demo. Does nothing where these are. */
export async function makeFirstStart(circumstances: Circumstances): Promise<FirstStart> {
  const { settings, ownerAddress } = circumstances;
  return oneProgramAtATime(ownerAddress, async () => {
    const isNew = (await deskDb().newsroom.findUnique({ where: { id: 1 }, select: { id: true } })) === null;
    const marker = path.join(circumstances.folder, "seeding");
    const seeds = settings.SEED === "demo" || (settings.SEED === undefined && circumstances.embedded && isNew);
    if (seeds) withFiles(marker, () => fs.writeFileSync(marker, UNDER_WAY));
    await foundNewsroom(actor, {
      name: settings.NEWSROOM_NAME,
      zone: settings.NEWSROOM_ZONE,
      language: settings.NEWSROOM_LANGUAGE,
      undoWindowSeconds: settings.NEWSROOM_UNDO_SECONDS,
    });
    const admin = await firstAdmin(settings);
    if (fs.existsSync(marker)) {
      await seed(circumstances.say);
      fs.rmSync(marker, { force: true });
    }
    return admin;
  });
}

async function firstAdmin(settings: Settings): Promise<FirstStart> {
  const email = settings.ADMIN_EMAIL ?? "admin@newsroom.example";
  const password = settings.ADMIN_PASSWORD ?? randomPassword();
  try {
    const { made } = await makeFirstAdmin(actor, { email, password });
    return made && !settings.ADMIN_PASSWORD ? { admin: { email, password } } : {};
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const why = error.issues.map((issue) => issue.message).join(" ") || error.message;
    throw new Obstacle(`The first admin (ADMIN_EMAIL, ADMIN_PASSWORD) could not be made: ${why}`, { cause: error });
  }
}

/** Easy to read from one screen and to type on another; 98 bits. */
function randomPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

async function seed(say: (line: string) => void): Promise<void> {
  const { seedDemo } = await import("../prisma/seed.ts");
  const made = await seedDemo(new Date());
  if (made > 0) say(`Demo: ${made} stories made (npm run chapar -- demo:remove takes them out)`);
}

async function oneProgramAtATime<T>(ownerAddress: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerAddress, application_name: "chapar start" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [FOUNDING_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}
