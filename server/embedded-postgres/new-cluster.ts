import { randomUUID } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { Obstacle, obstacleInText } from "#lib/obstacle";
import type { Binaries } from "./binaries.ts";
import { giveTo, type RunAs, spawnAs } from "./run-as.ts";

const UNFINISHED = ".unfinished-";

/**
 * Makes an empty database cluster. It is prepared aside and moved into place when it is whole, so that a crash
 * leaves nothing that looks like one. The caller holds the program's lock.
 */
export async function makeCluster(
  binaries: Binaries,
  runAs: RunAs,
  { dataFolder, password, durable }: { dataFolder: string; password: string; durable: boolean },
): Promise<void> {
  const parent = path.dirname(dataFolder);
  const name = path.basename(dataFolder) + UNFINISHED;
  for (const left of fs.readdirSync(parent).filter((entry) => entry.startsWith(name))) {
    fs.rmSync(path.join(parent, left), { recursive: true, force: true });
  }
  const workshop = path.join(parent, name + randomUUID().slice(0, 8));
  const unfinished = path.join(workshop, "cluster");
  const passwordFile = path.join(workshop, "password");
  fs.mkdirSync(workshop, { mode: 0o700 });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(runAs, workshop);
  giveTo(runAs, passwordFile);
  try {
    await initdb(binaries, runAs, [
      ...["--pgdata", unfinished, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256"],
      ...["--encoding", "UTF8", "--locale", process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8"],
      ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--no-instructions"],
      ...(durable ? [] : ["--no-sync"]),
    ]);
    fs.renameSync(unfinished, dataFolder);
  } finally {
    fs.rmSync(workshop, { recursive: true, force: true });
  }
}

async function initdb(binaries: Binaries, runAs: RunAs, args: string[]): Promise<void> {
  const child = spawnAs(runAs, binaries.initdb, args, { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const [status] = await once(child, "close");
  if (status === 0) return;
  const folder = path.dirname(path.dirname(args[1] ?? ""));
  throw (
    obstacleInText(complaint, folder) ??
    new Obstacle(`PostgreSQL could not prepare its data folder in ${folder}: ${complaint.trim().split("\n").at(-1)}`)
  );
}
