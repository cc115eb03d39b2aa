// A program for one test alone, which may take its database away: the others share theirs.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { dataFolder } from "./program.ts";

export interface OwnProgram {
  url: string;
  /** Carries `work` out while PostgreSQL stands still, as one that drowns does: it takes connections and answers nothing. */
  withoutDatabase(work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** `settings`: environment variables of the program. */
export async function startProgram(settings: Record<string, string> = {}): Promise<OwnProgram> {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "./scripts/hooks.mjs", "e2e/support/serve.ts"], {
    env: { ...process.env, ...settings, E2E_PORT: port, NODE_ENV: "production" },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const isReady = () =>
    fetch(`${url}/api/health/ready`)
      .then(({ ok }) => ok)
      .catch(() => false);
  await expect.poll(isReady, { timeout: 120_000 }).toBe(true);
  return {
    url,
    withoutDatabase: async (work) => {
      const processes = await databaseProcesses(dataFolder(port));
      for (const pid of processes) process.kill(pid, "SIGSTOP");
      try {
        await work();
      } finally {
        for (const pid of processes) process.kill(pid, "SIGCONT");
      }
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** PostgreSQL and all that it has started; itself first, so that it starts no more. */
async function databaseProcesses(folder: string): Promise<number[]> {
  const [line = ""] = fs.readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
  const { stdout } = await promisify(execFile)("pgrep", ["-P", line.trim()]);
  return [line, ...stdout.trim().split("\n")].map(Number);
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
