// The way in for every npm script. Plain JavaScript without dependencies, for any Node from 20: it installs what is
// missing, generates the database client, and goes on under the Node 24 that comes with the project.
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { generate, install } from "./install.mjs";
import { NODE_WANTED, nodeForProject, root } from "./runtime.mjs";

const PROGRAMS = {
  start: { file: "server/main.ts", production: true },
  dev: { file: "server/main.ts", args: ["--dev"] },
  build: { file: "scripts/build.ts", production: true },
  check: { file: "scripts/check.ts" },
  test: { file: "scripts/test.ts" },
  faults: { file: "scripts/test.ts", args: ["--only=faults"] },
  bench: { file: "bench/main.ts", production: true },
  chapar: { file: "cli/main.ts", production: true, quiet: true },
};

const [verb = "", ...args] = process.argv.slice(2);
const program = Object.hasOwn(PROGRAMS, verb) ? PROGRAMS[verb] : undefined;

try {
  if (!program) throw new Error(`There is no "${verb}": use one of ${Object.keys(PROGRAMS).join(", ")}.`);
  process.chdir(root);
  const say = program.quiet ? () => {} : (line) => console.log(line);
  await install(say);
  await generate(say);
  await run(program, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run({ file, args: fixed = [], production }, given) {
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  process.env.NODE_ENV ??= production ? "production" : "development";
  const bins = path.join(root, "node_modules", ".bin");
  if (!process.env.PATH?.split(path.delimiter).includes(bins)) {
    process.env.PATH = `${bins}${path.delimiter}${process.env.PATH ?? ""}`;
  }
  const entry = path.join(root, file);
  if (Number.parseInt(process.versions.node, 10) >= NODE_WANTED) {
    process.argv = [process.execPath, entry, ...fixed, ...given];
    await import("./hooks.mjs");
    await import(pathToFileURL(entry).href);
    return;
  }
  const hooks = new URL("hooks.mjs", import.meta.url).href;
  const child = spawn(nodeForProject(), ["--import", hooks, entry, ...fixed, ...given], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (status, signal) => process.exit(status ?? (signal === "SIGINT" ? 130 : 1)));
}
