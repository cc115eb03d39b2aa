import { execFile } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** Where the program under test keeps its data. */
export const dataFolder = (port = process.env.E2E_PORT ?? "3210"): string =>
  path.join(os.tmpdir(), `chapar-e2e-${port}`);

/** Records tomorrow's rate, `factor` times the newest one. Answers how the strip will show it. */
export async function recordTomorrow(currency: string, factor: number): Promise<string> {
  const script = [
    "--import",
    "./scripts/hooks.mjs",
    "e2e/support/record-rate.ts",
    dataFolder(),
    currency,
    String(factor),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  return stdout;
}
