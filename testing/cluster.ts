// One PostgreSQL for a whole run of the tests, with a migrated template that each test file clones.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#lib/db/migrate";
import { ensureRoles } from "#lib/db/roles";
import { startCluster, stopCluster, superuserAddress } from "#server/embedded-postgres/cluster";
import { loginsFor, PASSWORD, TEMPLATE } from "./logins.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databasePort: number;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-test-"));
  fs.chmodSync(folder, 0o755); // as root, PostgreSQL runs as another user
  const cluster = await startCluster({ folder, password: PASSWORD, durable: false });
  const admin = superuserAddress(cluster, PASSWORD);
  const logins = loginsFor(cluster.port, TEMPLATE);
  await ensureRoles(admin, logins);
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE} OWNER chapar_owner`);
  await client.end();
  await migrate(logins.owner, path.resolve("prisma/migrations"));
  project.provide("databasePort", cluster.port);
  return async () => {
    await stopCluster(cluster);
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
