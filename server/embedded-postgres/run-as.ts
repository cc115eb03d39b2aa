import { execFileSync, type SpawnOptions, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Obstacle } from "#lib/obstacle";

/** PostgreSQL refuses to run as root: `who` runs it instead, in a user namespace of its own if nobody else can. */
export type RunAs = { who: "self" | "namespace" } | { who: "user"; uid: number; gid: number };

const NOBODY = 65_534;

/** Who is to run PostgreSQL for this data folder, which may not exist yet. `folder` must exist and be ours. */
export function chooseRunAs(folder: string, dataFolder: string, binary: string): RunAs {
  if (process.getuid?.() !== 0) return { who: "self" };
  const owner = ownerOf(path.join(dataFolder, "PG_VERSION"));
  if (owner?.uid === 0) return { who: "namespace" };
  const user = owner ?? postgresUser();
  if (canReach(user, folder, binary)) return { who: "user", ...user };
  // A home directory of mode 0700 is closed to every other user, but not to us under another name.
  if (!owner && canMakeNamespace(binary)) return { who: "namespace" };
  throw new Obstacle(
    `PostgreSQL does not run as root, and user ${user.uid} cannot reach ${folder} or ${binary}: start Chapar as an ordinary user, or put both it and DATA_DIR outside of closed folders, for example under /srv.`,
  );
}

/** Starts a program as that user, from `/` and with almost no environment. */
export function spawnAs(runAs: RunAs, command: string, args: readonly string[], options: SpawnOptions) {
  const [program, all] = runAs.who === "namespace" ? ["unshare", ["--user", command, ...args]] : [command, [...args]];
  return spawn(program, all, { ...options, ...identity(runAs), cwd: "/", env: bareEnvironment() });
}

/** Gives a file or folder of ours to the user who runs PostgreSQL. */
export function giveTo(runAs: RunAs, file: string): void {
  if (runAs.who === "user") fs.chownSync(file, runAs.uid, runAs.gid);
}

const identity = (runAs: RunAs) => (runAs.who === "user" ? { uid: runAs.uid, gid: runAs.gid } : {});

function bareEnvironment(): NodeJS.ProcessEnv {
  // Next declares NODE_ENV as always there; PostgreSQL has no use for it.
  return { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
}

function ownerOf(file: string): { uid: number; gid: number } | undefined {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

function postgresUser(): { uid: number; gid: number } {
  for (const line of fs.readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === "postgres") return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: NOBODY, gid: NOBODY };
}

function canReach(user: { uid: number; gid: number }, folder: string, binary: string): boolean {
  const as = { ...user, cwd: "/", stdio: "ignore" } as const;
  try {
    execFileSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], as);
    execFileSync(binary, ["--version"], as);
    return true;
  } catch {
    return false;
  }
}

function canMakeNamespace(binary: string): boolean {
  try {
    execFileSync("unshare", ["--user", binary, "--version"], { cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
