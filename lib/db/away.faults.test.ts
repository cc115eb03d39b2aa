import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Cluster, startCluster, stopCluster, superuserAddress } from "#server/embedded-postgres/cluster";
import { aFolder } from "../../testing/program.ts";
import { isDatabaseAway } from "./away.ts";
import { closeDatabase, connected } from "./connect.ts";

const password = "only-for-tests";
const folder = aFolder();
let cluster: Cluster;
let processes: number[];

beforeAll(async () => {
  cluster = await startCluster({ folder, password, durable: false });
  await ask("desk");
  // The postmaster and those who answer for it.
  const children = execFileSync("pgrep", ["-P", String(cluster.pid)], { encoding: "utf8" });
  processes = [cluster.pid, ...children.trim().split("\n").map(Number)];
  for (const pid of processes) process.kill(pid, "SIGSTOP");
});

afterAll(async () => {
  for (const pid of processes) process.kill(pid, "SIGCONT");
  await closeDatabase();
  await stopCluster(cluster);
  fs.rmSync(folder, { recursive: true, force: true });
});

const ask = (door: "desk" | "readers") => connected(door, superuserAddress(cluster, password), 1).$queryRaw`select 1`;

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => "it answered",
    (error: unknown) => error,
  );

it.each([
  ["on a connection that was open", () => ask("desk")],
  ["on a new connection", () => ask("readers")],
  ["in a transaction", () => connected("desk", "open already", 1).$transaction((tx) => tx.$queryRaw`select 1`)],
])("a database that stands still is away: %s", async (_where, work) => {
  const error = await thrownBy(work());
  expect(error, String(error)).toSatisfy(isDatabaseAway);
});
