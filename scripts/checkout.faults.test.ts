import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runningPostmaster } from "#server/embedded-postgres/postmaster";
import { aFolder } from "../testing/program.ts";

const call = promisify(execFile);
const here = path.resolve(import.meta.dirname, "..");
let above: string;
let checkout: string;
let home: string;

/** What a clone has, and no more: a file that nobody added is missing here too. */
beforeAll(async () => {
  above = aFolder();
  [checkout, home] = [path.join(above, "a b"), path.join(above, "home")];
  fs.mkdirSync(home);
  const { stdout } = await call("git", ["ls-files", "-z"], { cwd: here, maxBuffer: 16 * 1024 * 1024 });
  for (const file of stdout.split("\0").filter((name) => name !== "" && fs.existsSync(path.join(here, name))))
    fs.cpSync(path.join(here, file), path.join(checkout, file));
  fs.symlinkSync(path.join(here, "node_modules"), path.join(checkout, "node_modules"));
});

afterAll(() => {
  const left = runningPostmaster(path.join(checkout, "var/postgres"));
  if (left) process.kill(left.pid, "SIGKILL");
  fs.rmSync(above, { recursive: true, force: true });
});

/** As somebody types it into a terminal: nothing of this test's own surroundings comes along. */
async function npm(...args: string[]): Promise<string> {
  const outside = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => !folder.includes("node_modules"));
  const { stdout } = await call("npm", args, {
    cwd: checkout,
    env: { PATH: outside.join(path.delimiter), HOME: home, NODE_ENV: "production" },
  });
  return stdout;
}

it("works from a path with a space, with an empty home, and twice in a row", async () => {
  const first = await npm("run", "--silent", "chapar", "--", "db:migrate");
  expect(first).toContain("up to date");
  expect(fs.readdirSync(path.join(checkout, "var"))).toEqual(expect.arrayContaining(["postgres", "secrets.json"]));
  const second = await npm("run", "--silent", "chapar", "--", "db:migrate");
  expect(second).toContain("up to date");
  expect(fs.readdirSync(path.join(checkout, "var"))).not.toContain("program.lock");
  expect(fs.readdirSync(home).filter((name) => name !== ".npm")).toEqual([]);
});
