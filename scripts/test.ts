// `npm test`: the whole check. `--only=faults` (npm run test:faults): the long tests that kill, fill and cut.
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { openBuild } from "#server/build";
import { ensureBrowser } from "./browser.ts";
import { check, step } from "./steps.ts";

const results = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-results-"));
const failed: string[] = [];
const counts = { passed: 0, failed: 0 };

try {
  if (process.argv.includes("--only=faults")) await faultsInFull();
  else await everything();
} finally {
  fs.rmSync(results, { recursive: true, force: true });
}
if (failed.length > 0) console.error(`\nNot passed: ${failed.join(", ")}`);
// A step that failed without a failing test (types, a crash) is a failure all the same.
if (failed.length > 0 && counts.failed === 0) counts.failed = failed.length;
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(failed.length > 0 ? 1 : 0);

async function everything(): Promise<void> {
  failed.push(...(await check()));
  await vitest("Rules, commands and faults", ["unit", "db", "faults"]);
  await journeys();
}

async function faultsInFull(): Promise<void> {
  const env = { FAULTS: "full" };
  await vitest("Faults, in full", ["faults"], env);
  await vitest("A quarter of an hour without a connection", ["db"], env, ["server/collab/offline.db.test.ts"]);
  await vitest("Ten thousand rows", ["db"], env, ["newsroom/bulk/bulk.db.test.ts"]);
  await journeys("Faults in a browser", ["--grep=@faults"], env);
}

async function vitest(
  name: string,
  projects: string[],
  env: Record<string, string> = {},
  files: string[] = [],
): Promise<void> {
  const report = path.join(results, "vitest.json");
  const args = [
    "run",
    ...files,
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  if (!(await step(name, "vitest", args, { ...env, NODE_ENV: "test" }))) failed.push(name);
  const { numPassedTests = 0, numFailedTests = 0 } = read(report);
  counts.passed += Number(numPassedTests);
  counts.failed += Number(numFailedTests);
}

async function journeys(
  name = "Journeys in a browser",
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<void> {
  try {
    ensureBrowser(console.log);
    // Journeys run what `npm start` runs; the program under test finds the build made.
    (await openBuild(process.cwd(), { say: console.log })).release();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    failed.push(name);
    return;
  }
  const report = path.join(results, "playwright.json");
  const settings = { ...env, E2E_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  if (!(await step(name, "playwright", ["test", ...args, "--reporter=list,json"], settings))) failed.push(name);
  const { stats } = read(report) as { stats?: { expected: number; flaky: number; unexpected: number } };
  counts.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  counts.failed += stats?.unexpected ?? 0;
}

function read(file: string): Record<string, unknown> {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
