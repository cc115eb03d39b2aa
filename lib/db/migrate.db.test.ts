import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { env } from "#lib/env";
import { migrate, migrationStatus } from "./migrate.ts";

let folder: string;
let owner: pg.Client;

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "chapar-migrations-"));
  owner = new pg.Client({ connectionString: env().DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(`DROP TABLE IF EXISTS "_prisma_migrations", first, second`);
});

afterEach(async () => {
  await owner.end();
  await fs.rm(folder, { recursive: true });
});

async function write(name: string, sql: string): Promise<void> {
  await fs.mkdir(path.join(folder, name), { recursive: true });
  await fs.writeFile(path.join(folder, name, "migration.sql"), sql);
}

const run = () => migrate(env().DATABASE_OWNER_URL, folder);
const bookkeeping = async () =>
  (await owner.query(`SELECT * FROM "_prisma_migrations" ORDER BY "started_at", "migration_name"`)).rows;

it("applies what waits, in order and once, with Prisma's bookkeeping", async () => {
  await write("2_second", "CREATE TABLE second AS SELECT * FROM first;");
  await write("1_first", "CREATE TABLE first (n int); INSERT INTO first VALUES (1);");
  expect(await run()).toEqual({ applied: ["1_first", "2_second"], unknown: [] });
  expect(await run()).toEqual({ applied: [], unknown: [] });
  const [first] = await bookkeeping();
  expect(first).toMatchObject({
    migration_name: "1_first",
    checksum: createHash("sha256").update("CREATE TABLE first (n int); INSERT INTO first VALUES (1);").digest("hex"),
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
  });
  expect(first.finished_at).toBeInstanceOf(Date);
});

it("leaves nothing of a migration that fails in its middle, and goes on once it is mended", async () => {
  await write("1_first", "CREATE TABLE first (n int);");
  await write("2_second", "CREATE TABLE second (n int); SELECT 1 / 0;");
  await expect(run()).rejects.toThrow("Migration 2_second failed, nothing of it was applied: division by zero");
  expect((await owner.query("SELECT to_regclass('second') AS found")).rows[0].found).toBeNull();
  expect(await bookkeeping()).toHaveLength(1);
  await write("2_second", "CREATE TABLE second (n int);");
  expect((await run()).applied).toEqual(["2_second"]);
});

it("refuses a migration that was changed after it had been applied", async () => {
  await write("1_first", "CREATE TABLE first (n int);");
  await run();
  await write("1_first", "CREATE TABLE first (n bigint);");
  await expect(run()).rejects.toThrow("Migration 1_first was changed after it had been applied");
});

it("refuses to go on over a migration that stopped half-way", async () => {
  await write("1_first", "-- without transaction\nCREATE INDEX CONCURRENTLY nothing ON missing (n);");
  await expect(run()).rejects.toThrow("it stopped half-way");
  expect((await bookkeeping())[0]).toMatchObject({ finished_at: null, logs: expect.stringContaining("missing") });
  await expect(run()).rejects.toThrow("prisma migrate resolve --rolled-back 1_first");
});

it("runs outside of a transaction what asks for it", async () => {
  await write("1_first", "CREATE TABLE first (n int);");
  await write("2_index", "-- without transaction\nCREATE INDEX CONCURRENTLY first_n ON first (n);");
  expect((await run()).applied).toEqual(["1_first", "2_index"]);
});

it("lets the previous program start on a newer database, and names what it does not know", async () => {
  await write("1_first", "CREATE TABLE first (n int);");
  await write("2_second", "CREATE TABLE second (n int);");
  await run();
  await fs.rm(path.join(folder, "2_second"), { recursive: true });
  expect(await run()).toEqual({ applied: [], unknown: ["2_second"] });
});

it("applies each migration once when several programs start together", async () => {
  await write("1_first", "CREATE TABLE first (n int); INSERT INTO first VALUES (1);");
  const reports = await Promise.all([run(), run(), run()]);
  expect(reports.flatMap((report) => report.applied)).toEqual(["1_first"]);
});

it("tells what waits without touching the database", async () => {
  await write("1_first", "CREATE TABLE first (n int);");
  const status = () => migrationStatus(env().DATABASE_OWNER_URL, folder);
  expect(await status()).toEqual({ applied: [], pending: ["1_first"], unknown: [] });
  await run();
  expect(await status()).toEqual({ applied: ["1_first"], pending: [], unknown: [] });
});
