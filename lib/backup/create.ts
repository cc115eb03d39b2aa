import "server-only";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { Obstacle, withFiles, withFilesSoon } from "#lib/obstacle";
import { type ArchiveWriter, checkArchive, writeArchive } from "./archive.ts";
import { filesOfNewsroom } from "./files.ts";
import { fileEntry, type Manifest, tablePart } from "./manifest.ts";
import { appliedMigrations, quoted, sequencesOf, type Table, tablesOf } from "./tables.ts";

export interface BackupOptions {
  ownerAddress: string;
  /** DATA_DIR: what the newsroom keeps there comes along. */
  folder: string;
  /** The file to make; one that is there already is never overwritten. */
  to: string;
  /** Tables whose rows are not worth keeping. */
  leaveOut: readonly string[];
  now: Date;
}

const ROWS_AT_A_TIME = 200;
const PART_BYTES = 8 * 1024 * 1024;

/** Writes one consistent moment of the newsroom into a file, and reads that back before it says that it is there. */
export async function createBackup(options: BackupOptions): Promise<Manifest> {
  const { to } = options;
  const unfinished = `${to}.unfinished`;
  withFiles(to, () => {
    fs.mkdirSync(path.dirname(to), { recursive: true });
    if (fs.existsSync(to)) throw new Obstacle(`${to} is there already: name another file.`);
    fs.rmSync(unfinished, { force: true });
  });
  return withFilesSoon(to, async () => {
    const archive = writeArchive(unfinished);
    try {
      await write(archive, options);
    } catch (error) {
      await archive.abandon();
      throw error;
    }
    const manifest = await checkArchive(unfinished);
    fs.renameSync(unfinished, to);
    return manifest;
  });
}

async function write(archive: ArchiveWriter, { ownerAddress, folder, leaveOut, now }: BackupOptions): Promise<void> {
  const client = new pg.Client({ connectionString: ownerAddress, application_name: "chapar backup" });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL row_security = off"); // fail rather than leave rows out
    await client.query("SET LOCAL TimeZone = 'UTC'");
    const tables = await tablesOf(client);
    const migrations = await appliedMigrations(client);
    const counts: Record<string, number> = {};
    for (const table of tables.filter(({ name }) => !leaveOut.includes(name))) {
      counts[table.name] = await writeTable(archive, client, table);
    }
    // After the tables: a counter may stand higher than any row, never lower.
    const sequences = await sequencesOf(client);
    await client.query("COMMIT");
    // After the database: a row may have lost its file since, but no row can point at a file that came later.
    // And what was removed while the others were copied belongs to no row.
    for (const relative of filesOfNewsroom(folder)) {
      if (fs.existsSync(path.join(folder, relative)))
        await archive.addFile(fileEntry(relative), path.join(folder, relative));
    }
    const madeAt = now.toISOString();
    await archive.finish({ format: 1, madeAt, migrations, tables: counts, leftOut: [...leaveOut], sequences });
  } finally {
    await client.end();
  }
}

async function writeTable(archive: ArchiveWriter, client: pg.Client, { name, columns }: Table): Promise<number> {
  const row = `(SELECT r FROM (SELECT ${columns.map((column) => `t.${quoted(column)}`).join(", ")}) r)`;
  await client.query(
    `DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(${row})::text AS line FROM ${quoted(name)} t`,
  );
  let [rows, part, bytes]: [number, number, number] = [0, 0, 0];
  let lines: string[] = [];
  const flush = async () => {
    if (lines.length > 0) await archive.add(tablePart(name, ++part), Buffer.from(`${lines.join("\n")}\n`));
    lines = [];
    bytes = 0;
  };
  for (;;) {
    const { rows: batch } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_A_TIME} FROM rows`);
    if (batch.length === 0) break;
    for (const { line } of batch) {
      lines.push(line);
      bytes += line.length;
      if (bytes >= PART_BYTES) await flush();
    }
    rows += batch.length;
  }
  await flush();
  await client.query("CLOSE rows");
  return rows;
}
