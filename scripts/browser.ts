import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const usual = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that is on this machine; undefined if Playwright's own is to be used or there is none. */
export function browserHere(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...places, ...usual].find((place) => fs.existsSync(place));
}

/** A download is not enough: on a bare machine the libraries that it needs are missing. */
const playwrightHasOne = (): boolean =>
  spawnSync(chromium.executablePath(), ["--version"], { stdio: "ignore", timeout: 60_000 }).status === 0;

/** Makes sure that there is a browser: this machine's, else Playwright's, else Debian's when we may install it. @throws with what to do */
export function ensureBrowser(say: (line: string) => void): void {
  if (browserHere() || playwrightHasOne()) return;
  say("No browser on this machine: asking Playwright for its own …");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 180_000 });
  if (playwrightHasOne()) return;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    say("Playwright has none that runs here: installing Debian's chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "ignore", env });
    if (browserHere()) return;
  }
  throw new Error("The journeys need a browser: install Chromium or Chrome, then run this again.");
}
