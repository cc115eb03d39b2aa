import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { aStory } from "#newsroom/stories/testing";
import { announceDatabase, databaseInUse } from "#server/database";
import { aFolder, aFreePort, type Running, run, untilReady } from "../testing/program.ts";
import { runningPostmaster } from "./embedded-postgres/postmaster.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server that says a word now and then, whatever it is asked, and never comes to an end. */
async function aDrippingServer(): Promise<{ port: number; isAsked(): boolean }> {
  const sockets: net.Socket[] = [];
  const server = net.createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    socket.write("220 hello\r\n");
    const drip = setInterval(() => socket.write("250-wait\r\n"), 200);
    socket.on("close", () => clearInterval(drip));
  });
  const port = await aFreePort();
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port, isAsked: () => sockets.length > 0 };
}

async function aProgram(folder: string, env: Record<string, string>): Promise<Running & { port: number }> {
  const port = await aFreePort();
  const own = { DATA_DIR: folder, PORT: String(port), ROLES: "jobs", SEED: "none", RATES_URL: "http://127.0.0.1:9/" };
  const program = run("server/main.ts", { env: { ...own, ...env } });
  ends.push(async () => {
    program.child.kill("SIGKILL");
    await program.ended;
    const left = runningPostmaster(path.join(folder, "postgres"));
    if (left) process.kill(left.pid, "SIGKILL");
  });
  await untilReady(program, `http://127.0.0.1:${port}`, 60_000);
  return { ...program, port };
}

async function aMailThatIsDue(folder: string): Promise<void> {
  const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
  if (!database) throw new Error("The program does not run.");
  announceDatabase(database);
  const { id: staffId } = await aStaff({ role: "editor" });
  const { storyId } = await aStory();
  const now = new Date();
  const kind = "mention" as const;
  await deskDb().notification.create({
    data: { id: newId(), staffId, kind, storyId, at: now, cause: "a test", isShown: true, mailAt: now },
  });
  await closeDatabase();
}

/** A request that is never said to its end. */
async function aSlowRequest(port: number): Promise<void> {
  const socket = net.connect(port, "127.0.0.1");
  socket.on("error", () => {});
  ends.push(() => socket.destroy());
  await new Promise<void>((written) => socket.write("GET / HTTP/1.1\r\nHost: ", () => written()));
}

async function stopped(program: Running): Promise<{ status: number | null; seconds: number }> {
  const since = performance.now();
  program.child.kill("SIGTERM");
  const end = await Promise.race([program.ended, pause(31_000)]);
  return { status: end?.status ?? null, seconds: (performance.now() - since) / 1000 };
}

// A request that runs is waited for, which takes its time.
const withRequest = process.env.FAULTS === "full";

it("stops in time, with its database, over a mail and a request that do not end", async () => {
  const folder = aFolder();
  ends.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  const mailServer = await aDrippingServer();
  const smtp = { SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`, MAIL_FROM: "desk@paper.example" };
  const program = await aProgram(folder, smtp);
  await aMailThatIsDue(folder);
  await expect.poll(mailServer.isAsked, { timeout: 20_000 }).toBe(true);
  if (withRequest) await aSlowRequest(program.port);
  const { status, seconds } = await stopped(program);
  expect({ status, inTime: seconds < 30 }).toEqual({ status: 0, inTime: true });
  expect(program.printed()).toContain("Work was given up");
  if (withRequest) expect(program.printed()).toContain("Requests were cut off");
  expect(runningPostmaster(path.join(folder, "postgres"))).toBeUndefined();
}, 120_000);
