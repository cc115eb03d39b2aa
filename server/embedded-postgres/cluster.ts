import type { ChildProcess } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { log } from "#lib/log";
import { fullDisk, Obstacle, obstacleInText, withFiles, withFilesSoon } from "#lib/obstacle";
import { isRunning, processIdentity } from "#lib/processes";
import { binaries, POSTGRES_MAJOR } from "./binaries.ts";
import { makeCluster } from "./new-cluster.ts";
import { chosenPort, rememberPort } from "./port.ts";
import { forgetDeadPostmaster, runningPostmaster } from "./postmaster.ts";
import { chooseRunAs, spawnAs } from "./run-as.ts";

export interface ClusterOptions {
  /** The program's data folder; the cluster lives in `postgres` below it. Must exist, and its lock must be held. */
  folder: string;
  /** Of the superuser `postgres`, which only the program itself uses. */
  password: string;
  /** `false` for tests: fast, and worthless after a power cut. */
  durable?: boolean;
  /** Exactly this port, for a server whose address others already have. */
  port?: number;
}

export interface Cluster {
  port: number;
  pid: number;
  identity: string;
  /** Found running, left by a program that was killed. */
  adopted: boolean;
  /** Was made by this call. */
  fresh: boolean;
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: "100",
  jit: "off",
  log_timezone: "UTC",
  timezone: "UTC",
  cluster_name: "chapar",
};
// Commits are written at once all the same: a page of a table is known to be seen by all only after that.
const NOT_DURABLE = { fsync: "off", full_page_writes: "off" };
const LOG_LIMIT = 10 * 1024 * 1024;
/** What PostgreSQL needs when it is to leave everything as it is. */
const AT_ONCE_MS = 1_500;
const PATIENCE_MS = 10 * 60_000; // recovery after a crash may take minutes, and says so in the log

/** Starts the program's own PostgreSQL, or takes over the one that a killed program left running. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const dataFolder = path.join(options.folder, "postgres");
  checkDataFolder(dataFolder);
  const found = await takeOver(dataFolder, options.password);
  if (found) return found;
  forgetDeadPostmaster(dataFolder);
  const programs = await binaries();
  const runAs = chooseRunAs(options.folder, dataFolder, programs.postgres);
  const fresh = !fs.existsSync(path.join(dataFolder, "PG_VERSION"));
  if (fresh) {
    const how = { dataFolder, password: options.password, durable: options.durable !== false };
    await withFilesSoon(options.folder, () => makeCluster(programs, runAs, how));
  }
  for (let tries = 5; ; tries--) {
    const port = options.port ?? (await chosenPort(options.folder));
    const settings = { ...SETTINGS, ...(options.durable === false ? NOT_DURABLE : {}), port: String(port) };
    const own = openLog(path.join(options.folder, "postgres.log"));
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const stdio = ["ignore", own.file, own.file] as const;
    // Detached: Ctrl-C in the terminal must not stop the database before the program has let go of it.
    const child = spawnAs(runAs, programs.postgres, ["-D", dataFolder, ...flags], {
      stdio: [...stdio],
      detached: true,
    });
    child.unref();
    const complaint = await readyOrComplaint(child, { port, dataFolder, password: options.password, ...own });
    fs.closeSync(own.file);
    if (complaint === undefined) {
      rememberPort(options.folder, port);
      const pid = child.pid ?? 0;
      return { port, pid, identity: processIdentity(pid) ?? "", adopted: false, fresh };
    }
    if (/Address already in use/.test(complaint) && !options.port && tries > 1) continue;
    const last = complaint.trim().split("\n").at(-1);
    throw (
      obstacleInText(complaint, dataFolder) ??
      fullDisk(options.folder) ??
      new Obstacle(`PostgreSQL did not start: ${last} (log: ${own.name})`)
    );
  }
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is on disk. One that would take longer than `ms` is told to go
 * at once: it looks through its log at the next start, and has everything committed all the same. Resolves when the server is gone.
 */
export async function stopCluster(
  { pid, identity }: Pick<Cluster, "pid" | "identity">,
  ms = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (!isRunning(pid, identity)) return;
  process.kill(pid, "SIGINT");
  const until = performance.now() + ms - AT_ONCE_MS;
  while (isRunning(pid, identity) && performance.now() < until) await pause(20);
  if (!isRunning(pid, identity)) return;
  log.warn("PostgreSQL takes too long to stop and is told to go at once", {});
  process.kill(pid, "SIGQUIT");
  while (isRunning(pid, identity)) await pause(20);
}

/** The superuser's address, for the program's own work. */
export function superuserAddress(cluster: Pick<Cluster, "port">, password: string, database = "postgres"): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${cluster.port}/${database}`;
}

function checkDataFolder(dataFolder: string): void {
  const major = withFiles(dataFolder, () => {
    if (!fs.existsSync(dataFolder)) return undefined;
    fs.accessSync(dataFolder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    const file = path.join(dataFolder, "PG_VERSION");
    if (fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
    if (fs.readdirSync(dataFolder).length === 0) return void fs.rmdirSync(dataFolder);
    throw new Obstacle(`${dataFolder} is not a PostgreSQL data folder: move it away, then start again.`);
  });
  if (major === undefined || major === POSTGRES_MAJOR) return;
  throw new Obstacle(
    `${dataFolder} was made by PostgreSQL ${major}, and this Chapar brings ${POSTGRES_MAJOR}: make a backup with the Chapar that made it (npm run chapar -- backup:create), move the folder away, and restore the backup with this one.`,
  );
}

async function takeOver(dataFolder: string, password: string): Promise<Cluster | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = runningPostmaster(dataFolder);
    if (!found) return undefined;
    if (await answers(found.port, dataFolder, password)) {
      return { ...found, identity: processIdentity(found.pid) ?? "", adopted: true, fresh: false };
    }
    await pause(50);
  }
  throw new Obstacle(`The PostgreSQL that runs on ${dataFolder} does not answer: stop it, then start again.`);
}

async function readyOrComplaint(
  child: ChildProcess,
  at: { port: number; dataFolder: string; password: string; name: string; from: number },
): Promise<string | undefined> {
  let gone: string | undefined;
  child.once("error", (error) => {
    gone = error.message;
  });
  child.once("exit", (status, signal) => {
    gone = `it ended with ${status ?? signal}`;
  });
  const deadline = Date.now() + PATIENCE_MS;
  while (gone === undefined && Date.now() < deadline) {
    if (await answers(at.port, at.dataFolder, at.password)) return undefined;
    await pause(15);
  }
  return fs.readFileSync(at.name).subarray(at.from).toString("utf8").trim() || gone || "it does not answer";
}

/** Whether the server on this port is the one of this folder, and ready. */
async function answers(port: number, dataFolder: string, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: superuserAddress({ port }, password),
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return fs.realpathSync(rows[0]?.data_directory ?? "") === fs.realpathSync(dataFolder);
  } catch (error) {
    // Another server on a port that was free a moment ago would refuse us too: ask whether it is really ours.
    const refused = error instanceof pg.DatabaseError && error.code === "28P01";
    if (refused && runningPostmaster(dataFolder)?.port === port) {
      throw new Obstacle(
        `The database in ${dataFolder} does not accept the password in secrets.json beside it: put back the secrets.json that belongs to it.`,
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function openLog(name: string): { name: string; file: number; from: number } {
  return withFiles(name, () => {
    const size = fs.statSync(name, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LOG_LIMIT) fs.renameSync(name, `${name}.1`);
    return { name, file: fs.openSync(name, "a", 0o640), from: size > LOG_LIMIT ? 0 : size };
  });
}
