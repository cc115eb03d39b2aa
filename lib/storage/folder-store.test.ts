import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { Obstacle } from "#lib/obstacle";
import { folderStore } from "./folder-store.ts";
import type { FileStore } from "./store.ts";

let root: string;
let store: FileStore;
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), "chapar-store-"));
  store = folderStore({ folder: path.join(root, "media"), unfinished: path.join(root, ".unfinished") });
});

const later = () => new Date(Date.now() + 60_000);
const files = [
  { name: "480.webp", content: Buffer.from("small") },
  { name: "original.jpg", content: Buffer.from("large") },
];

it("gives back what was put, and nothing for what was not", async () => {
  await store.put("a1", files);
  expect(String(await store.read("a1", "480.webp"))).toBe("small");
  expect(await store.read("a1", "960.webp")).toBeNull();
  expect(await store.read("b2", "480.webp")).toBeNull();
  await store.remove("a1");
  expect(await store.read("a1", "480.webp")).toBeNull();
});

it.each(["../secrets.json", "..", "a/b", ".hidden", "A\u0000"])("never leads out of its folder: %j", async (name) => {
  await expect(store.read("a1", name)).rejects.toThrow("no name");
  await expect(store.put(name, files)).rejects.toThrow("no name");
});

it("has all files of an id or none: a write that fails leaves nothing behind", async () => {
  const cut = [...files, { name: "480.webp", content: Buffer.from("twice") }];
  await expect(store.put("a1", cut)).rejects.toThrow();
  expect(await store.read("a1", "original.jpg")).toBeNull();
  expect(await fs.readdir(path.join(root, ".unfinished"))).toEqual([]);
});

it("never replaces what is there", async () => {
  await store.put("a1", files);
  await expect(store.put("a1", [{ name: "480.webp", content: Buffer.from("other") }])).rejects.toThrow();
  expect((await store.read("a1", "480.webp"))?.byteLength).toBe(5);
});

it("says in a sentence that its folder cannot be written", async () => {
  await fs.writeFile(path.join(root, "media"), "a file where a folder is needed");
  await expect(store.put("a1", files)).rejects.toBeInstanceOf(Obstacle);
});

it("names what was put before an instant, and clears what was begun and never finished", async () => {
  await store.put("a1", files);
  await store.put("b2", files);
  expect(await store.putBefore(new Date(0), "", 10)).toEqual([]);
  expect(await store.putBefore(later(), "", 10)).toEqual(["a1", "b2"]);
  expect(await store.putBefore(later(), "a1", 10)).toEqual(["b2"]);
  await fs.mkdir(path.join(root, ".unfinished", "left"), { recursive: true });
  await store.clear(new Date(0));
  expect(await fs.readdir(path.join(root, ".unfinished"))).toEqual(["left"]);
  await store.clear(later());
  expect(await fs.readdir(path.join(root, ".unfinished"))).toEqual([]);
});
