import fs from "node:fs";
import path from "node:path";
import { Obstacle, withFiles } from "#lib/obstacle";
import { lockHolder, takeLock } from "#lib/program-lock";

export interface DataFolder {
  path: string;
  release(): void;
}

/** Opens DATA_DIR for this program alone. Two programs on one folder would be two databases' worth of trouble. */
export function openDataFolder(folder: string, purpose: string): DataFolder {
  return withFiles(folder, () => {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    const lock = takeLock(lockFile(folder), purpose);
    if ("release" in lock) return { path: folder, release: lock.release };
    const { pid, purpose: other } = lock.heldBy;
    throw new Obstacle(
      `${folder} is in use by "${other}" (process ${pid}): stop that first, or give this one a DATA_DIR and PORT of its own.`,
    );
  });
}

/** Whether a program is at work on this folder, and which. */
export const userOfDataFolder = (folder: string) => lockHolder(lockFile(folder));

const lockFile = (folder: string) => path.join(folder, "program.lock");
