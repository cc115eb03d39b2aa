import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Obstacle, obstacleInText, withFiles } from "#lib/obstacle";
import { lockHolder, takeLock } from "#lib/program-lock";
import { buildIslands } from "./islands.ts";
import { nameOfSources } from "./sources.ts";

/** Written when all the rest of a build is there. */
const Manifest = z.object({ islands: z.string() });

export interface Build {
  /** Relative to the project, as Next wants it. */
  folder: string;
  /** Address of the readers' script. */
  islands: string;
  /** Says that this program does not need its build any more. */
  release(): void;
}

const KEPT = 2;

/** The build of the source as it stands, made if it is not there yet. It stays for as long as this program runs. */
export async function openBuild(
  root: string,
  options: { say: (line: string) => void; signal?: AbortSignal },
): Promise<Build> {
  const folder = path.join(".builds", nameOfSources(root));
  const place = path.join(root, folder);
  withFiles(place, () => fs.mkdirSync(place, { recursive: true }));
  const release = use(place); // before looking, so that nobody removes it in between
  try {
    const manifest = read(place) ?? (await makeAlone(root, folder, options));
    return { folder, islands: manifest.islands, release };
  } catch (error) {
    release();
    throw error;
  }
}

async function makeAlone(root: string, folder: string, options: Parameters<typeof openBuild>[1]) {
  const place = path.join(root, folder);
  for (;;) {
    const lock = takeLock(`${place}.lock`, "build");
    if ("heldBy" in lock) {
      await pause(250); // another program builds the same source
      continue;
    }
    try {
      const manifest = read(place) ?? (await make(root, folder, options));
      prune(root, folder);
      return manifest;
    } finally {
      lock.release();
    }
  }
}

async function make(root: string, folder: string, { say, signal }: Parameters<typeof openBuild>[1]) {
  const place = path.join(root, folder);
  for (const left of fs.readdirSync(place)) {
    if (!left.startsWith(USER)) fs.rmSync(path.join(place, left), { recursive: true, force: true });
  }
  say("Building the pages (once after each change of the source) …");
  await buildPages(root, folder, signal);
  const manifest = { islands: await buildIslands(root, place) };
  withFiles(place, () => {
    fs.rmSync(path.join(place, "cache"), { recursive: true, force: true }); // the next build has a folder of its own
    fs.writeFileSync(path.join(place, "chapar.json.new"), JSON.stringify(manifest), { flush: true });
    fs.renameSync(path.join(place, "chapar.json.new"), path.join(place, "chapar.json"));
  });
  return manifest;
}

function buildPages(root: string, folder: string, signal?: AbortSignal): Promise<void> {
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", CHAPAR_BUILD: folder },
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal && { signal }),
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve();
      else
        reject(
          obstacleInText(printed, folder) ??
            new Obstacle(`${printed.trim()}\nThe pages could not be built: mend what stands above.`),
        );
    });
  });
}

function read(place: string): z.infer<typeof Manifest> | undefined {
  const file = path.join(place, "chapar.json");
  return fs.existsSync(file) ? Manifest.parse(JSON.parse(fs.readFileSync(file, "utf8"))) : undefined;
}

const USER = "used-by-";

/** Notes in the build that this program uses it. */
function use(place: string): () => void {
  const note = path.join(place, `${USER}${randomUUID()}`);
  const lock = takeLock(note, "npm start");
  return "release" in lock ? lock.release : () => {};
}

/** Removes old builds, but none that a living program uses and never the newest ones. */
function prune(root: string, current: string): void {
  const builds = path.join(root, ".builds");
  const old = fs
    .readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && path.join(".builds", entry.name) !== current)
    .map((entry) => ({ place: path.join(builds, entry.name), at: fs.statSync(path.join(builds, entry.name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(KEPT - 1);
  for (const { place } of old) {
    const users = fs.readdirSync(place).filter((name) => name.startsWith(USER));
    if (lockHolder(`${place}.lock`) || users.some((name) => lockHolder(path.join(place, name)))) continue;
    fs.rmSync(place, { recursive: true, force: true });
    fs.rmSync(`${place}.lock`, { force: true });
  }
}
