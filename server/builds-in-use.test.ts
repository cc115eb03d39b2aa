import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clearBuild, removeOldBuilds, useBuild } from "./builds-in-use.ts";

let builds: string;
beforeEach(() => {
  builds = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-builds-"));
});
afterEach(() => fs.rmSync(builds, { recursive: true }));

function aBuild(name: string, minutesOld: number): string {
  const place = path.join(builds, name);
  fs.mkdirSync(place);
  fs.writeFileSync(path.join(place, "BUILD_ID"), name);
  const at = new Date(Date.now() - minutesOld * 60_000);
  fs.utimesSync(place, at, at);
  return place;
}

it("keeps the current build, the newest other one, and any that is in use", () => {
  aBuild("current", 90);
  aBuild("last", 1);
  const running = aBuild("running", 60);
  aBuild("old", 30);
  aBuild("older", 120);
  useBuild(running);
  fs.utimesSync(running, new Date(0), new Date(0));
  removeOldBuilds(builds, "current");
  expect(fs.readdirSync(builds).sort()).toEqual(["current", "last", "running"]);
});

it("removes a build once nobody uses it, also when its user died", () => {
  aBuild("current", 0);
  aBuild("last", 1);
  const left = aBuild("left", 5);
  const release = useBuild(left);
  release();
  fs.writeFileSync(
    path.join(left, "used-by-x"),
    JSON.stringify({ pid: 2 ** 22 - 1, identity: "gone", purpose: "npm start" }),
  );
  fs.utimesSync(left, new Date(0), new Date(0));
  removeOldBuilds(builds, "current");
  expect(fs.readdirSync(builds).sort()).toEqual(["current", "last"]);
});

it("clears what an interrupted build left, but not the notes of those who wait for it", () => {
  const place = aBuild("half", 0);
  fs.mkdirSync(path.join(place, "server"));
  useBuild(place);
  clearBuild(place);
  expect(fs.readdirSync(place)).toEqual([expect.stringMatching(/^used-by-/)]);
});
