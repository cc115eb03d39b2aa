import fs from "node:fs";
import path from "node:path";
import { isRunning } from "#lib/processes";

export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that runs on this data folder, if one does. A file left by a dead server, or a reused number, is no server. */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const file = path.join(dataFolder, "postmaster.pid");
  let lines: string[];
  try {
    lines = fs.readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(lines[0]));
  const port = Number(lines[3]);
  return pid > 0 && isRunning(pid) && servesFolder(pid, dataFolder) ? { pid, port } : undefined;
}

/** Removes the file that a dead server left; a number in use again would else keep PostgreSQL from starting. */
export function forgetDeadPostmaster(dataFolder: string): void {
  fs.rmSync(path.join(dataFolder, "postmaster.pid"), { force: true });
}

/** On Linux a postmaster's working directory is its data folder. Elsewhere the number alone has to do. */
function servesFolder(pid: number, dataFolder: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return (
      fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres" &&
      fs.realpathSync(`/proc/${pid}/cwd`) === fs.realpathSync(dataFolder)
    );
  } catch {
    return false;
  }
}
