import "server-only";
import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { Obstacle } from "#lib/obstacle";

/** Prisma's own number for this lock, so that its command line and this program wait for each other. */
const PRISMA_LOCK = 72_707_369;

/** First line of a migration that PostgreSQL refuses to run in a transaction (CREATE INDEX CONCURRENTLY). */
const WITHOUT_TRANSACTION = "-- without transaction";

const BOOKKEEPING = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrationReport {
  applied: string[];
  /** In the database but not in this program: a newer one has been here. */
  unknown: string[];
}

interface Row {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** The migrations that came with this program, in order. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const file = await fs.readFile(path.join(folder, name, "migration.sql"));
      return { name, sql: file.toString("utf8"), checksum: createHash("sha256").update(file).digest("hex") };
    }),
  );
}

/**
 * Brings the database up to date, one program at a time and with the bookkeeping of `prisma migrate deploy`.
 * A migration is there with its row or not at all; what cannot be applied is an `Obstacle`.
 */
export async function migrate(ownerAddress: string, folder: string): Promise<MigrationReport> {
  return withOwner(ownerAddress, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const migrations = await migrationsIn(folder);
    const { pending, unknown } = compare(migrations, await rows(client));
    for (const migration of pending) await apply(client, migration);
    return { applied: pending.map(({ name }) => name), unknown };
  });
}

/** Applies migrations to an empty schema within the caller's transaction, as a restore needs it. */
export async function migrateInTransaction(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(BOOKKEEPING);
  for (const migration of migrations) {
    // On an empty table nothing can wait, so an index need not be made beside the writers.
    await run(client, { ...migration, sql: migration.sql.replaceAll(/\bCONCURRENTLY\b/gi, "") });
  }
}

/** What is applied and what waits, without changing anything. */
export async function migrationStatus(
  ownerAddress: string,
  folder: string,
): Promise<{ applied: string[]; pending: string[]; unknown: string[] }> {
  return withOwner(ownerAddress, async (client) => {
    const { rows: found } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS known`);
    const done = found[0]?.known ? await rows(client) : [];
    const { pending, unknown } = compare(await migrationsIn(folder), done);
    return { applied: done.map((row) => row.migration_name), pending: pending.map(({ name }) => name), unknown };
  });
}

async function withOwner<T>(ownerAddress: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerAddress, application_name: "chapar migrations" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end(); // gives the lock back
  }
}

async function rows(client: pg.Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations"
      WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`,
  );
  return rows;
}

function compare(migrations: Migration[], done: Row[]): { pending: Migration[]; unknown: string[] } {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of done) {
    if (row.finished_at === null) {
      throw new Obstacle(
        `Migration ${row.migration_name} stopped half-way: mend the database by hand, then run npx prisma migrate resolve --rolled-back ${row.migration_name} (or --applied), and start again.`,
      );
    }
    const migration = known.get(row.migration_name);
    if (migration && migration.checksum !== row.checksum) {
      throw new Obstacle(
        `Migration ${row.migration_name} was changed after it had been applied: put its file back as it was, and make the change in a new migration.`,
      );
    }
  }
  const names = new Set(done.map((row) => row.migration_name));
  return {
    pending: migrations.filter(({ name }) => !names.has(name)),
    unknown: [...names].filter((name) => !known.has(name)),
  };
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const inTransaction = !migration.sql.startsWith(WITHOUT_TRANSACTION);
  try {
    if (inTransaction) await client.query("BEGIN");
    await run(client, migration);
    if (inTransaction) await client.query("COMMIT");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (inTransaction) await client.query("ROLLBACK");
    else await noteFailure(client, migration, why);
    const state = inTransaction ? "nothing of it was applied" : "it stopped half-way";
    throw new Obstacle(`Migration ${migration.name} failed, ${state}: ${why}`, { cause: error });
  }
}

async function run(client: pg.Client, { name, checksum, sql }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ($1, $2, $3)`, [
    id,
    checksum,
    name,
  ]);
  await client.query(sql);
  await client.query(
    `UPDATE "_prisma_migrations" SET "finished_at" = clock_timestamp(), "applied_steps_count" = 1 WHERE "id" = $1`,
    [id],
  );
}

const noteFailure = (client: pg.Client, { name }: Migration, why: string) =>
  client.query(`UPDATE "_prisma_migrations" SET "logs" = $2 WHERE "migration_name" = $1 AND "finished_at" IS NULL`, [
    name,
    why,
  ]);
