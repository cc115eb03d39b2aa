import { spawn } from "node:child_process";

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

/** Types, lint, arrows, unused code. Answers the names of those that failed. */
export async function check(): Promise<string[]> {
  const failed: string[] = [];
  const steps: [name: string, command: string, args: string[]][] = [
    ["Types", "tsc", ["--noEmit", "-p", "."]],
    ["Lint and format", "biome", ["check", "."]],
    ["Arrows between houses", "depcruise", ["--config", ".dependency-cruiser.mjs", ...sources]],
    ["Unused code", "knip", []],
  ];
  for (const [name, command, args] of steps) if (!(await step(name, command, args))) failed.push(name);
  return failed;
}
