import { execFile } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { BrowserContext } from "@playwright/test";

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

/** Ends the session that this browser holds, and leaves it its cookie. */
export async function endSession(context: BrowserContext): Promise<void> {
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("chapar.session"));
  await script("end-session", cookie?.value ?? "");
}

/** Makes the newest text of a story one that only an editor of this number knows. */
export const raiseSchema = (storyId: string, schema: number): Promise<string> =>
  script("raise-schema", storyId, String(schema));

/** Somebody else with an account. */
export async function addColleague(
  name: string,
  role = "editor",
): Promise<{ name: string; email: string; password: string }> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${Date.now()}@newsroom.example`;
  const password = "felt, salt and seven rivers";
  const args = [
    "--import",
    "./scripts/hooks.mjs",
    "cli/main.ts",
    "staff:add",
    "--email",
    email,
    "--name",
    name,
    "--role",
    role,
  ];
  const adding = promisify(execFile)(process.execPath, args, { env: { ...process.env, DATA_DIR: dataFolder() } });
  adding.child.stdin?.end(`${password}\n`);
  await adding;
  return { name, email, password };
}

/**
 * Makes a story in each state that readers must not see, with `word` in all its texts, at `/stories/{word}-{state}`. Answers more
 * addresses that must not say the word: links that were shared, and live stories whose newer text has it. Fails where there is a
 * state of publication, or a verb of plans, without a story here.
 */
export const makeInEveryState = async (word: string): Promise<string[]> =>
  (await script("in-every-state", word)).split("\n").filter((line) => line.startsWith("/"));
