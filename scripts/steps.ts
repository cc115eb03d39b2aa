import { spawn } from "node:child_process";
import { audit } from "./audit.ts";

/** Runs one step of a check with its output on this terminal; answers whether it passed, and how long it took. */
export async function step(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  console.log(`\n— ${name}`);
  const since = performance.now();
  const status = await new Promise<number>((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
  console.log(
    `— ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((performance.now() - since) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

const sources = [
  "app",
  "components",
  "newsroom",
  "lib",
  "server",
  "cli",
  "prisma",
  "testing",
  "scripts",
  "bench",
  "e2e",
];

/** Types, lint, arrows, unused code, known holes. Answers the names of those that failed. */
export async function check(): Promise<string[]> {
  const failed: string[] = [];
  const steps: [name: string, command: string, args: string[]][] = [
    ["Types", "tsc", ["--noEmit", "-p", "."]],
    ["Lint and format", "biome", ["check", "."]],
    ["Arrows between houses", "depcruise", ["--config", ".dependency-cruiser.mjs", ...sources]],
    ["Unused code", "knip", []],
  ];
  for (const [name, command, args] of steps) if (!(await step(name, command, args))) failed.push(name);
  if (!(await knownHoles())) failed.push("Known holes");
  return failed;
}

/** False only where the registry knows of one: a machine that cannot ask it can check everything else. */
async function knownHoles(): Promise<boolean> {
  console.log("\n— Known holes in packages");
  const found = await audit();
  if (!found.known) {
    console.log(`— Known holes in packages: the registry cannot tell: ${found.why}`);
    return true;
  }
  for (const hole of found.holes) console.log(hole);
  console.log(`— Known holes in packages: ${found.holes.length === 0 ? "none that is high or critical" : "FAILED"}`);
  return found.holes.length === 0;
}
