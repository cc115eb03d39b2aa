import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processIdentity } from "./processes.ts";
import { lockHolder, takeLock } from "./program-lock.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-lock-"));
  file = path.join(folder, "program.lock");
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const leftBy = (pid: number, identity: string) =>
  fs.writeFileSync(file, JSON.stringify({ pid, identity, purpose: "npm start" }));

it("is held by one, and free again when it is given back", () => {
  const lock = takeLock(file, "npm start");
  if ("heldBy" in lock) throw new Error("it should have been free");
  expect(takeLock(file, "backup")).toEqual({ heldBy: expect.objectContaining({ purpose: "npm start" }) });
  lock.release();
  expect(takeLock(file, "backup")).toHaveProperty("release");
  expect(fs.readdirSync(folder)).toEqual(["program.lock"]);
});

it("is free when its holder died", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  const identity = processIdentity(child.pid ?? 0) ?? "";
  await new Promise((resolve) => child.on("exit", resolve));
  leftBy(child.pid ?? 0, identity);
  expect(lockHolder(file)).toBeUndefined();
  expect(takeLock(file, "npm start")).toHaveProperty("release");
});

it("is free when another process got its holder's number", () => {
  leftBy(process.pid, "an earlier boot:1");
  expect(takeLock(file, "npm start")).toHaveProperty("release");
});

it("is free when its file is torn", () => {
  fs.writeFileSync(file, '{"pid": 12');
  expect(takeLock(file, "npm start")).toHaveProperty("release");
});

it("does not take away the lock of somebody else", () => {
  const lock = takeLock(file, "npm start");
  leftBy(1, processIdentity(1) ?? "");
  if ("release" in lock) lock.release();
  expect(lockHolder(file)?.pid).toBe(1);
});
