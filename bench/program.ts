import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

export const admin = { email: "bench@newsroom.example", password: "a bench is a long seat" };

export interface Program {
  address: string;
  folder: string;
  pid: number;
  /** Milliseconds from the start of the process to the first 200. */
  startedAfter: number;
  stop(): Promise<void>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
}

/** A folder of its own for one bench; removed by the caller. */
export const benchFolder = (name: string): string => fs.mkdtempSync(path.join(os.tmpdir(), `chapar-bench-${name}-`));

/** Starts the program as `npm start` does, on a free port, and waits for its first page. `settings` beside those of each bench. */
export async function startProgram(folder: string, settings: Record<string, string> = {}): Promise<Program> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const since = performance.now();
  const child = spawn(process.execPath, ["--import", "./scripts/hooks.mjs", "server/main.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      // This process may have reached that database already; the program brings it up itself.
      DATABASE_URL: "",
      READERS_DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
      AUTH_SECRET: "",
      NODE_ENV: "production",
      DATA_DIR: folder,
      PORT: String(port),
      SITE_URL: address,
      SEED: "none",
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      RATES_URL: "http://127.0.0.1:9/none.json",
      ...settings,
    },
  });
  child.stdout.resume();
  await firstPage(child, address);
  return {
    address,
    folder,
    pid: child.pid ?? 0,
    startedAfter: performance.now() - since,
    stop: () => end(child, "SIGTERM"),
    kill: () => end(child, "SIGKILL"),
  };
}

async function firstPage(child: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode} while starting.`);
    const status = await fetch(address).then(
      (response) => response.arrayBuffer().then(() => response.status),
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

/** The cookie of a signed-in admin, as a browser would hold it. */
export async function signedIn(address: string): Promise<string> {
  const asked = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(asked), origin: address, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...admin, csrfToken, callbackUrl: `${address}/desk` }),
  });
  return cookiesOf(answer);
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
