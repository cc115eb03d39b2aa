// Runs before each test file with a database: clones a fresh one for it, and says where it is before anything asks. Files that
// follow each other in one process find theirs at the same address, for modules keep what they have read of the environment.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "#lib/db/connect";
import { superuserAddress } from "#server/embedded-postgres/cluster";
import { loginsFor, PASSWORD, TEMPLATE } from "./logins.ts";

const port = inject("databasePort");
const database = `test_${process.pid}`;
const logins = loginsFor(port, database);

process.env.DATABASE_URL = logins.desk;
process.env.READERS_DATABASE_URL = logins.readers;
process.env.DATABASE_OWNER_URL = logins.owner;
process.env.DATA_DIR = path.join(os.tmpdir(), `chapar-${database}`);
process.env.AUTH_SECRET = "a-secret-for-tests-that-is-long-enough";

await asAdmin(
  `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} OWNER chapar_owner`,
  // Rights on the database itself are not cloned.
  `REVOKE TEMPORARY, CREATE ON DATABASE ${database} FROM PUBLIC`,
);

afterAll(async () => {
  await closeDatabase();
  fs.rmSync(path.join(os.tmpdir(), `chapar-${database}`), { recursive: true, force: true });
  await asAdmin(
    // A test that keeps a connection loses it, and what it began and nobody waited for gets no other.
    `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${database}'`,
    // Not dropped, which goes with the cluster: ext4 takes ten times as long to make files where many have just been deleted.
    `ALTER DATABASE ${database} RENAME TO ${database}_until_${Date.now()}`,
  );
  // Of what asked once more meanwhile.
  await closeDatabase();
});

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: superuserAddress({ port }, PASSWORD) });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
