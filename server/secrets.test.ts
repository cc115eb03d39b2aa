import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepSecrets, readSecrets } from "./secrets.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-secrets-"));
  file = path.join(folder, "secrets.json");
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

it("are made once, each another, and readable by their owner only", () => {
  expect(readSecrets(folder)).toBeUndefined();
  const made = keepSecrets(folder);
  expect(new Set(Object.values(made)).size).toBe(5);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect([keepSecrets(folder), readSecrets(folder)]).toEqual([made, made]);
  expect(fs.readdirSync(folder)).toEqual(["secrets.json"]);
});

it("are made anew where a crash left half of them", () => {
  fs.writeFileSync(`${file}.new`, "{");
  expect(keepSecrets(folder)).toEqual(readSecrets(folder));
  expect(fs.readdirSync(folder)).toEqual(["secrets.json"]);
});

it.each(["", "{}", '{"superuser":"short"}', "not JSON"])("are not replaced when they are damaged: %j", (text) => {
  fs.writeFileSync(file, text);
  expect(() => keepSecrets(folder)).toThrow("is damaged");
  expect(fs.readFileSync(file, "utf8")).toBe(text);
});

it("are not made beside a database that opens with others", () => {
  fs.mkdirSync(path.join(folder, "postgres"));
  fs.writeFileSync(path.join(folder, "postgres/PG_VERSION"), "18\n");
  expect(() => keepSecrets(folder)).toThrow("secrets.json is missing");
  expect(fs.existsSync(file)).toBe(false);
});
