import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { lockHolder, takeLock } from "#lib/program-lock";

const NOTE = "used-by-";
const KEPT = 2;

/** Notes in a build that this program uses it. Answers what takes the note away again. */
export function useBuild(place: string): () => void {
  const lock = takeLock(path.join(place, `${NOTE}${randomUUID()}`), "npm start");
  return "release" in lock ? lock.release : () => {};
}

/** Empties a build that was begun and not finished, except for the notes of those who wait for it. */
export function clearBuild(place: string): void {
  for (const name of fs.readdirSync(place)) {
    if (!name.startsWith(NOTE)) fs.rmSync(path.join(place, name), { recursive: true, force: true });
  }
}

/** Removes old builds, but none that a living program uses or makes, and never the newest ones. */
export function removeOldBuilds(builds: string, current: string): void {
  const old = fs
    .readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== current)
    .map((entry) => path.join(builds, entry.name))
    .map((place) => ({ place, at: fs.statSync(place).mtimeMs }))
    .sort((one, other) => other.at - one.at)
    .slice(KEPT - 1);
  for (const { place } of old) {
    const notes = fs.readdirSync(place).filter((name) => name.startsWith(NOTE));
    if (lockHolder(`${place}.lock`) || notes.some((name) => lockHolder(path.join(place, name)))) continue;
    fs.rmSync(place, { recursive: true, force: true });
    fs.rmSync(`${place}.lock`, { force: true });
  }
}
