// One size of archive, measured in a process of its own: settings are read once a process. Reports to its parent.
import fs from "node:fs";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { parseSettings } from "#lib/env";
import { system } from "#newsroom/kernel/actor";
import { foundNewsroom } from "#newsroom/settings/commands";
import { announceDatabase, databaseInUse, migrateDatabase, openDatabase } from "#server/database";
import { deskList, firstRenders, publishToGone } from "./journeys.ts";
import { median, type Target } from "./measures.ts";
import { benchFolder, type Program, startProgram } from "./program.ts";
import { fillArchive } from "./stories.ts";
import { throughput } from "./throughput.ts";

export interface SizeReport {
  targets: Target[];
  /** Page to median milliseconds of its first render. */
  renders: [string, number][];
}

const size = Number(process.argv[2]);
const targets: Target[] = [];
const report: SizeReport = { targets, renders: [] };
await measure();
process.send?.(report);
process.disconnect();

async function measure(): Promise<void> {
  const folder = benchFolder(String(size));
  try {
    console.log(`Making a newsroom with ${size.toLocaleString("en")} stories …`);
    await prepare(folder);
    await (await startProgram(folder)).stop(); // the first start makes the admin
    const program = await startProgram(folder);
    try {
      await withProgram(program);
    } finally {
      await program.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(folder: string): Promise<void> {
  const settings = parseSettings({ DATA_DIR: folder });
  const database = await openDatabase(settings, folder);
  try {
    await migrateDatabase(database);
    announceDatabase(database);
    await foundNewsroom(system("bench"), { name: "The Bench", zone: "Asia/Bishkek", language: "en" });
    await fillArchive(database.logins.owner, size);
  } finally {
    await closeDatabase();
    await database.close();
  }
}

async function withProgram(program: Program): Promise<void> {
  const stories = `${size.toLocaleString("en")} stories`;
  targets.push({
    name: `start to the first 200, ${stories}`,
    value: program.startedAfter / 1000,
    unit: "s",
    limit: { most: 3 },
  });
  report.renders = [...(await firstRenders(program.address, size))];
  targets.push({
    name: `desk list, ${stories}`,
    value: await deskList(program.address),
    unit: "ms",
    limit: { most: 150 },
  });

  const database = await databaseInUse(parseSettings({ DATA_DIR: program.folder }), program.folder);
  if (!database) throw new Error("The program's database is not there.");
  announceDatabase(database);
  const { published, killed, fronts } = await publishToGone(program.address);
  await closeDatabase();
  report.renders.push(["the front page", median(fronts)]);
  targets.push({
    name: `commit of a publish to the new text, ${stories}`,
    value: median(published),
    unit: "ms",
    limit: { most: 300 },
  });
  targets.push({
    name: `commit of a kill to its absence, ${stories}`,
    value: median(killed),
    unit: "ms",
    limit: { most: 300 },
  });

  const { program: ours, bare } = await throughput(`${program.address}/stories/story-${size}`);
  targets.push({ name: `story page, ${stories}`, value: ours, unit: "req/s" });
  targets.push({ name: `bare Node server, the same bytes, ${stories}`, value: bare, unit: "req/s" });
  targets.push({
    name: `story page against the bare server, ${stories}`,
    value: ours / bare,
    unit: "×",
    limit: { least: 0.6 },
  });
}
