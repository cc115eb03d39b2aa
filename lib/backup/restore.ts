import "server-only";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Migration, migrate, migrateInTransaction, migrationsIn } from "#lib/db/migrate";
import { Obstacle, withFilesSoon } from "#lib/obstacle";
import { checkArchive, readArchive, writeEntry } from "./archive.ts";
import { filesOfNewsroom, isWithin } from "./files.ts";
import { fileOfEntry, type Manifest, tableOfPart } from "./manifest.ts";
import { finishRestore, lockRestores, newFiles, noteRestore, stagedFolder } from "./swap.ts";
import { countRows, quoted, type Table, tablesOf } from "./tables.ts";

export interface RestoreOptions {
  ownerAddress: string;
  folder: string;
  from: string;
  /** The folder of migrations that this program knows. */
  migrations: string;
  /** Put the backup in the place of a newsroom that has content. */
  replace: boolean;
  /** Tables that stay empty, whatever the backup has. */
  leaveOut: readonly string[];
  /** What is to be changed in what was brought back, in the same transaction. */
  amend?: (client: pg.Client) => Promise<void>;
}

/**
 * Checks a backup as a whole, then loads it in one transaction: the newsroom is the backup's or what it was before, files included;
 * where it is cut off between the two, the next start or restore brings the files into place. Nobody else may use the database meanwhile.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  await finishRestore(options);
  const manifest = await loadBackup(options);
  await finishRestore(options);
  await migrate(options.ownerAddress, options.migrations); // what is newer than the backup
  return manifest;
}

/** The first half of a restore: the database, and the files beside it, where `finishRestore` finds them. */
export async function loadBackup(options: RestoreOptions): Promise<Manifest> {
  const { ownerAddress, folder, from, replace } = options;
  const manifest = await checkArchive(from);
  const known = await migrationsIn(options.migrations);
  const wanted = migrationsOf(manifest, known);
  const id = randomUUID();
  const staged = stagedFolder(folder, id);
  const client = new pg.Client({ connectionString: ownerAddress, application_name: "chapar restore" });
  await client.connect();
  let isDecided = false;
  try {
    await demandAlone(client);
    await lockRestores(client);
    if (!replace) await demandEmpty(client, folder);
    await withFilesSoon(folder, () => stageFiles(from, newFiles(staged)));
    await client.query("BEGIN");
    await client.query("SET LOCAL lock_timeout = '10s'");
    await client.query("DROP SCHEMA public CASCADE");
    await client.query("CREATE SCHEMA public");
    await migrateInTransaction(client, wanted);
    await load(client, from, manifest);
    await empty(client, options.leaveOut);
    await options.amend?.(client);
    await noteRestore(client, id);
    isDecided = true;
    await client.query("COMMIT");
  } finally {
    await client.end(); // without a commit everything is as before
    if (!isDecided) fs.rmSync(staged, { recursive: true, force: true });
  }
  return manifest;
}

function migrationsOf(manifest: Manifest, known: Migration[]): Migration[] {
  return manifest.migrations.map(({ name, checksum }) => {
    const migration = known.find((one) => one.name === name && one.checksum === checksum);
    if (migration) return migration;
    throw new Obstacle(
      `The backup was made by a newer or another Chapar (migration ${name}): restore it with that one.`,
    );
  });
}

async function demandAlone(client: pg.Client): Promise<void> {
  // Of other logins' connections an owner sees no more than whose they are; what has no login is the server's own.
  const others = `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL`;
  // A connection that was closed a moment ago may still be seen.
  for (let tries = 20; tries > 0; tries--) {
    if ((await client.query(others)).rowCount === 0) return;
    await pause(100);
  }
  throw new Obstacle("Somebody is connected to the database: stop every program that uses it, then restore.");
}

async function demandEmpty(client: pg.Client, folder: string): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    if ((await countRows(client, name)) === 0) continue;
    throw new Obstacle(
      "The database has content: restore into an empty one, or add --replace to give up what is there.",
    );
  }
  const files = filesOfNewsroom(folder);
  if (files.length === 0) return;
  throw new Obstacle(
    `${folder} holds files (${files[0]}): restore into an empty folder, or add --replace to give them up.`,
  );
}

async function load(client: pg.Client, from: string, manifest: Manifest): Promise<void> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  const withTriggers = [...tables.values()].filter((table) => table.hasTriggers);
  // Rows that triggers keep are in the backup themselves, and what migrations put there is too.
  for (const { name } of withTriggers) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${[...tables.keys()].map(quoted).join(", ")}`);
  const rigid = await makeKeysDeferrable(client);
  await client.query("SET CONSTRAINTS ALL DEFERRED");
  await readArchive(from, async (entry, content) => {
    const name = tableOfPart(entry);
    if (name === undefined) return;
    const table = tables.get(name);
    if (!table) throw new Obstacle(`The backup has a table ${name} that its migrations do not make.`);
    await insert(client, table, await textOf(content));
  });
  await client.query("SET CONSTRAINTS ALL IMMEDIATE"); // every row finds the rows it points at
  for (const sql of rigid) await client.query(sql);
  for (const { name } of withTriggers) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  for (const [name, value] of Object.entries(manifest.sequences)) {
    await client.query("SELECT setval($1::regclass, $2::bigint)", [quoted(name), value]);
  }
  for (const [name, rows] of Object.entries(manifest.tables)) {
    const found = await countRows(client, name);
    if (found !== rows) throw new Obstacle(`Of ${rows} rows of ${name}, ${found} arrived: nothing was changed.`);
  }
}

async function empty(client: pg.Client, names: readonly string[]): Promise<void> {
  for (const { name } of await tablesOf(client))
    if (names.includes(name)) await client.query(`DELETE FROM ${quoted(name)}`);
}

/** Tables point at each other in circles, so keys are looked at in the end. Answers how to make them as they were. */
async function makeKeysDeferrable(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ owner: string; key: string }>(
    `SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS key FROM pg_constraint
      WHERE contype = 'f' AND NOT condeferrable AND connamespace = 'public'::regnamespace`,
  );
  for (const { owner, key } of rows) await client.query(`ALTER TABLE ${owner} ALTER CONSTRAINT ${key} DEFERRABLE`);
  return rows.map(({ owner, key }) => `ALTER TABLE ${owner} ALTER CONSTRAINT ${key} NOT DEFERRABLE`);
}

async function insert(client: pg.Client, { name, columns }: Table, lines: string): Promise<void> {
  const list = columns.map(quoted).join(", ");
  await client.query(
    `INSERT INTO ${quoted(name)} (${list}) OVERRIDING SYSTEM VALUE
      SELECT ${list} FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`,
    [`[${lines.trimEnd().replaceAll("\n", ",")}]`],
  );
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

async function stageFiles(from: string, staged: string): Promise<void> {
  fs.mkdirSync(staged, { recursive: true });
  await readArchive(from, async (entry, content) => {
    const relative = fileOfEntry(entry);
    if (relative === undefined) return;
    if (!isWithin(relative)) throw new Obstacle(`The backup has a file outside of its folder: ${relative}`);
    const file = path.join(staged, relative);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await writeEntry(content, file);
  });
}
