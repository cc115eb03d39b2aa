import { execFile } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** Where the program under test keeps its data. */
export const dataFolder = (port = process.env.E2E_PORT ?? "3210"): string =>
  path.join(os.tmpdir(), `chapar-e2e-${port}`);

/** Runs a script of this folder against the program under test: the newsroom runs under plain Node and not in the test runner. */
async function script(name: string, ...args: string[]): Promise<string> {
  const command = ["--import", "./scripts/hooks.mjs", `e2e/support/${name}.ts`, dataFolder(), ...args];
  return (await promisify(execFile)(process.execPath, command)).stdout;
}

/** Records tomorrow's rate, `factor` times the newest one. Answers how the strip will show it. */
export const recordTomorrow = (currency: string, factor: number): Promise<string> =>
  script("record-rate", currency, String(factor));

/** Makes a story in each state that readers must not see, with `word` in all its texts, at `/stories/{word}-{state}`. */
export const makeInEveryState = (word: string): Promise<string> => script("in-every-state", word);
