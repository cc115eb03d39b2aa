import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nameOfSources } from "./sources.ts";

let root: string;
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-sources-"));
  write("app/page.tsx", "page");
  write("newsroom/stories/published.ts", "published");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

it.each([
  "app/page.tsx",
  "app/new/page.tsx",
  "components/site/x.css",
  "lib/env.ts",
  "package-lock.json",
  "next.config.mjs",
])("a change of %s asks for a new build", (file) => {
  const before = nameOfSources(root);
  write(file, "other");
  expect(nameOfSources(root)).not.toBe(before);
});

it.each(["newsroom/stories/published.test.ts", "newsroom/stories/testing.ts", "cli/main.ts", "README.md"])(
  "a change of %s does not",
  (file) => {
    const before = nameOfSources(root);
    write(file, "other");
    expect(nameOfSources(root)).toBe(before);
  },
);

it("tells apart what is moved from one file into another", () => {
  write("app/a.ts", "one");
  const before = nameOfSources(root);
  fs.renameSync(path.join(root, "app/a.ts"), path.join(root, "app/b.ts"));
  expect(nameOfSources(root)).not.toBe(before);
});
