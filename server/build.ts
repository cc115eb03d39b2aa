import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Obstacle, obstacleInText, withFiles } from "#lib/obstacle";
import { takeLock } from "#lib/program-lock";
import { clearBuild, removeOldBuilds, useBuild } from "./builds-in-use.ts";
import { buildIslands } from "./islands.ts";
import { nameOfSources } from "./sources.ts";

/** Written when all the rest of a build is there. */
const Manifest = z.object({ islands: z.string() });
type Manifest = z.infer<typeof Manifest>;
const MANIFEST = "chapar.json";

export interface Build {
  /** Relative to the project, as Next wants it. */
  folder: string;
  /** Address of the readers' script. */
  islands: string;
  /** Says that this program does not need its build any more. */
  release(): void;
}

interface BuildOptions {
  say: (line: string) => void;
  signal?: AbortSignal;
}

const BUILDS = ".builds";

/** The build of the source as it stands, made if it is not there yet. It stays for as long as this program runs. */
export async function openBuild(root: string, options: BuildOptions): Promise<Build> {
  const folder = path.join(BUILDS, nameOfSources(root));
  const place = path.join(root, folder);
  const release = withFiles(place, () => {
    fs.mkdirSync(place, { recursive: true });
    return useBuild(place); // before looking, so that nobody removes it in between
  });
  try {
    const { islands } = read(place) ?? (await makeAlone(root, folder, options));
    return { folder, islands, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** One program builds a source; others that want the same wait for it. */
async function makeAlone(root: string, folder: string, options: BuildOptions): Promise<Manifest> {
  const place = path.join(root, folder);
  for (;;) {
    const lock = takeLock(`${place}.lock`, "build");
    if ("heldBy" in lock) {
      await pause(250, undefined, options.signal && { signal: options.signal });
      continue;
    }
    try {
      const manifest = read(place) ?? (await make(root, folder, options));
      removeOldBuilds(path.join(root, BUILDS), path.basename(folder));
      return manifest;
    } finally {
      lock.release();
    }
  }
}

async function make(root: string, folder: string, { say, signal }: BuildOptions): Promise<Manifest> {
  const place = path.join(root, folder);
  clearBuild(place);
  say("Building the pages (once after each change of the source) …");
  await buildPages(root, folder, signal);
  const manifest = { islands: await buildIslands(root, place) };
  withFiles(place, () => {
    fs.rmSync(path.join(place, "cache"), { recursive: true, force: true }); // the next build has a folder of its own
    fs.writeFileSync(path.join(place, `${MANIFEST}.new`), JSON.stringify(manifest), { flush: true });
    fs.renameSync(path.join(place, `${MANIFEST}.new`), path.join(place, MANIFEST));
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
      if (status === 0) return resolve();
      const words = `${printed.trim()}\nThe pages could not be built: mend what stands above.`;
      reject(obstacleInText(printed, folder) ?? new Obstacle(words));
    });
  });
}

function read(place: string): Manifest | undefined {
  const file = path.join(place, MANIFEST);
  return fs.existsSync(file) ? Manifest.parse(JSON.parse(fs.readFileSync(file, "utf8"))) : undefined;
}
