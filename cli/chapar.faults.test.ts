import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aFolder, run } from "../testing/program.ts";

let folder: string;
beforeAll(() => {
  folder = aFolder();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const password = "purple-otter-lantern-42";
async function chapar(command: string, { input = password, data = "var" } = {}): Promise<[number | null, string]> {
  const { status, printed } = await run("cli/main.ts", {
    args: command.split(" "),
    env: { DATA_DIR: path.join(folder, data), INIT_CWD: folder },
    input: `${input}\n`,
  }).ended;
  return [status, printed.trim()];
}

it("is the operator's way from an empty folder to a newsroom, its backup, and back", { timeout: 120_000 }, async () => {
  const add = "staff:add --email gulzat@paper.example --name Gulzat --role editor";
  expect(await chapar(add)).toEqual([1, expect.stringContaining("There is no newsroom in")]);
  expect(fs.readdirSync(folder)).toEqual([]);
  expect(await chapar("db:migrate")).toEqual([0, expect.stringContaining("up to date")]);
  expect(await chapar("db:status")).toEqual([0, expect.stringContaining("applied  20261123000000_foundation")]);
  expect(await chapar(add)).toEqual([0, "Gulzat (gulzat@paper.example) is in as editor."]);
  expect(await chapar(add)).toEqual([1, "--email: Someone with this address is here already."]);
  expect(await chapar("staff:reset-password --email nobody@paper.example")).toEqual([1, "There is no such person."]);
  expect(await chapar("backup:create --to monday.tar")).toEqual([0, expect.stringContaining("written and read back")]);
  expect(await chapar("backup:create --to monday.tar")).toEqual([1, expect.stringContaining("is there already")]);
  expect(await chapar("backup:restore --from monday.tar", { data: "drill" })).toEqual([
    0,
    expect.stringContaining("Restored from"),
  ]);
  expect(await chapar("backup:restore --from monday.tar")).toEqual([1, expect.stringContaining("--replace")]);
  expect(await chapar("staff:reset-password --email gulzat@paper.example", { data: "drill" })).toEqual([
    0,
    expect.stringContaining("has a new password"),
  ]);
  expect(fs.readdirSync(path.join(folder, "drill"))).not.toContain("program.lock");
});

it.each([
  ["nothing", "", "There are:"],
  ["an unknown command", "staff:fire", 'There is no command "staff:fire"'],
  ["an unknown option", "demo:remove --all", "Usage: npm run chapar -- demo:remove"],
  ["a missing option", "staff:add --email a@b.example", "--name is missing."],
  ["a role that is none", "staff:add --email a@b.example --name A --role king", "--role must be one of"],
  ["a backup that is none", "backup:restore --from nowhere.tar", "There is no file"],
])("says in words what is wrong with %s", async (_what, command, words) => {
  await chapar("db:migrate");
  const [status, printed] = await chapar(command);
  expect(status).toBe(1);
  expect(printed).toContain(words);
  expect(printed).not.toMatch(/\n\s+at /);
});

it.each([
  ["too short", "short", "at least 12 characters"],
  ["missing", "", "The password is missing"],
])("refuses a password that is %s", async (_how, input, words) => {
  await chapar("db:migrate");
  const [status, printed] = await chapar("staff:add --email b@b.example --name B --role author", { input });
  expect([status, printed]).toEqual([1, expect.stringContaining(words)]);
});
