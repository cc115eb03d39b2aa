import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type MigrationReport, migrate } from "#lib/db/migrate";
import { checkLogins, ensureRoles, type Logins } from "#lib/db/roles";
import type { Settings } from "#lib/env";
import { log } from "#lib/log";
import { Obstacle } from "#lib/obstacle";
import { isRunning } from "#lib/processes";
import { userOfDataFolder } from "./data-folder.ts";
import { databaseObstacle } from "./database-obstacle.ts";
import { type Cluster, startCluster, stopCluster, superuserAddress } from "./embedded-postgres/cluster.ts";
import { runningPostmaster } from "./embedded-postgres/postmaster.ts";
import { keepSecrets, readSecrets, type Secrets } from "./secrets.ts";

const DATABASE = "chapar";
export const MIGRATIONS = path.resolve("prisma/migrations");

export interface Database {
  logins: Logins;
  /** Seals sign-in cookies. */
  authSecret: string;
  /** The program's own, as opposed to one that the operator named. */
  embedded: boolean;
  adopted: boolean;
  /** `ms`: the milliseconds that it may take. */
  close(ms?: number): Promise<void>;
}

/** Starts the program's own database in `folder`, or reaches the one that the settings name, with its three logins. */
export async function openDatabase(settings: Settings, folder: string): Promise<Database> {
  return (await ownDatabase(settings)) ?? (await embeddedDatabase(folder));
}

/** The database of the program that runs on this folder already, for the command line; else `undefined`. */
export async function databaseInUse(settings: Settings, folder: string): Promise<Database | undefined> {
  if (settings.DATABASE_URL) return ownDatabase(settings);
  const user = userOfDataFolder(folder);
  if (!user) return undefined;
  const server = runningPostmaster(path.join(folder, "postgres"));
  const secrets = readSecrets(folder);
  if (!server || !secrets) {
    throw new Obstacle(
      `"${user.purpose}" (process ${user.pid}) is starting or stopping on ${folder}: try again in a moment.`,
    );
  }
  return {
    logins: embeddedLogins(server.port, secrets),
    authSecret: secrets.auth,
    embedded: true,
    adopted: false,
    close: async () => {},
  };
}

/** Whether a database of the program's own has been made in this folder. */
export const hasDatabase = (folder: string) => existsSync(path.join(folder, "postgres", "PG_VERSION"));

/** Brings the tables up to date. */
export async function migrateDatabase({ logins }: Database): Promise<MigrationReport> {
  try {
    return await migrate(logins.owner, MIGRATIONS);
  } catch (error) {
    throw databaseObstacle(error, "DATABASE_OWNER_URL", logins.owner) ?? error;
  }
}

/** From here on every module finds the database and the secret in its settings. */
export function announceDatabase({ logins, authSecret }: Database): void {
  process.env.DATABASE_URL = logins.desk;
  process.env.READERS_DATABASE_URL = logins.readers;
  process.env.DATABASE_OWNER_URL = logins.owner;
  process.env.AUTH_SECRET = authSecret;
}

async function ownDatabase(settings: Settings): Promise<Database | undefined> {
  const { DATABASE_URL, READERS_DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET } = settings;
  if (!DATABASE_URL || !READERS_DATABASE_URL || !DATABASE_OWNER_URL || !AUTH_SECRET) return undefined;
  const logins = { owner: DATABASE_OWNER_URL, desk: DATABASE_URL, readers: READERS_DATABASE_URL };
  try {
    await ensureRoles(logins.owner, logins);
  } catch (error) {
    throw databaseObstacle(error, "DATABASE_OWNER_URL", logins.owner) ?? error;
  }
  return { logins, authSecret: AUTH_SECRET, embedded: false, adopted: false, close: async () => {} };
}

/** After migrations, since membership in the two doors is what is checked. */
export async function checkDoors({ logins, embedded }: Database): Promise<void> {
  if (embedded) return; // made by this program a moment ago
  try {
    await checkLogins(logins);
  } catch (error) {
    throw databaseObstacle(error, "DATABASE_URL or READERS_DATABASE_URL", logins.desk) ?? error;
  }
}

async function embeddedDatabase(folder: string): Promise<Database> {
  const secrets = keepSecrets(folder);
  const cluster = await startCluster({ folder, password: secrets.superuser });
  const admin = superuserAddress(cluster, secrets.superuser);
  const logins = embeddedLogins(cluster.port, secrets);
  try {
    await ensureRoles(admin, logins, { setPasswords: true });
    await makeDatabase(admin);
  } catch (error) {
    await stopCluster(cluster);
    throw error;
  }
  return {
    logins,
    authSecret: secrets.auth,
    embedded: true,
    adopted: cluster.adopted,
    close: keepRunning(cluster, { folder, password: secrets.superuser, port: cluster.port }),
  };
}

function embeddedLogins(port: number, secrets: Secrets): Logins {
  const address = (user: string, password: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    owner: address("chapar_owner", secrets.owner),
    desk: address("chapar_desk", secrets.desk),
    readers: address("chapar_readers", secrets.readers),
  };
}

async function makeDatabase(admin: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER chapar_owner`);
  } finally {
    await client.end();
  }
}

const LOOK_EVERY_MS = 1000;

/** Starts PostgreSQL again, at the same port, if it is gone without having been told to. Returns what stops it for good. */
function keepRunning(
  first: Cluster,
  options: { folder: string; password: string; port: number },
): (ms?: number) => Promise<void> {
  let cluster = first;
  const closing = new AbortController();
  async function look(): Promise<void> {
    for (;;) {
      await pause(LOOK_EVERY_MS, undefined, { ref: false, signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted) return;
      if (isRunning(cluster.pid, cluster.identity)) continue;
      log.error("PostgreSQL is gone; starting it again");
      try {
        cluster = await startCluster(options);
        log.info("PostgreSQL runs again");
      } catch (error) {
        log.error("PostgreSQL could not be started again", { error });
      }
    }
  }
  const watching = look();
  return async (ms) => {
    closing.abort();
    await watching;
    await stopCluster(cluster, ms);
  };
}
