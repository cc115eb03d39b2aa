// Runs before each test file with a database: clones one for it, and says where it is before anything asks.
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "#lib/db/connect";
import { superuserAddress } from "#server/embedded-postgres/cluster";
import { loginsFor, PASSWORD, TEMPLATE } from "./logins.ts";

const port = inject("databasePort");
const database = `test_${randomUUID().replaceAll("-", "")}`;
const logins = loginsFor(port, database);

process.env.DATABASE_URL = logins.desk;
process.env.READERS_DATABASE_URL = logins.readers;
process.env.DATABASE_OWNER_URL = logins.owner;
process.env.DATA_DIR = path.join(os.tmpdir(), `chapar-${database}`);
process.env.AUTH_SECRET = "a-secret-for-tests-that-is-long-enough";

await asAdmin(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} OWNER chapar_owner`);
// Rights on the database itself are not cloned.
await asAdmin(`REVOKE TEMPORARY, CREATE ON DATABASE ${database} FROM PUBLIC`);

afterAll(async () => {
  await closeDatabase();
  fs.rmSync(path.join(os.tmpdir(), `chapar-${database}`), { recursive: true, force: true });
  await asAdmin(`DROP DATABASE ${database}`).catch(() => {}); // a test that keeps a connection keeps its database
});

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserAddress({ port }, PASSWORD) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
