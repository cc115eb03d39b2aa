// Starts the program or its command line as another process, as `npm start` and `npm run chapar` do.
import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface Running {
  child: ChildProcess;
  /** All that it has printed so far. */
  printed(): string;
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; printed: string }>;
}

interface Wishes {
  env?: Record<string, string>;
  args?: string[];
  input?: string;
  /** As another user; needs root. */
  uid?: number;
}

/** `server/main.ts`, `cli/main.ts` or another entry, with nothing but these settings. */
export function run(entry: string, { env = {}, args = [], input, uid }: Wishes = {}): Running {
  const child = spawn(process.execPath, ["--import", "./scripts/hooks.mjs", entry, ...args], {
    env: { PATH: process.env.PATH, HOME: os.tmpdir(), ...env, NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  child.stdin.end(input ?? "");
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<Awaited<Running["ended"]>>((resolve) => {
    child.on("close", (status, signal) => resolve({ status, signal, printed }));
  });
  return { child, printed: () => printed, ended };
}

/** Waits until a program that was started answers for itself. @throws with what it printed if it ends instead */
export async function untilReady(program: Running, address: string, mostMs: number): Promise<void> {
  let isOver = false;
  void program.ended.then(() => {
    isOver = true;
  });
  for (const until = performance.now() + mostMs; ; await pause(25)) {
    if (isOver || performance.now() > until) throw new Error(`It is not ready.\n${program.printed()}`);
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
}

/** A folder that another user can reach; with a space, since paths have them. */
export function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar program-"));
  fs.chmodSync(folder, 0o755);
  return folder;
}

export async function aFreePort(): Promise<number> {
  const server = net.createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
