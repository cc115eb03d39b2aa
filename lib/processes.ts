import "server-only";
import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** Tells a process from a later one with the same number; nothing when there is none, or only its remains. */
export function processIdentity(pid: number): string | undefined {
  if (process.platform !== "linux") return startedAt(pid);
  try {
    // The name in brackets may hold spaces; state and start time (in ticks since boot) follow it.
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    return `${fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Whether the process is alive and, with an identity, still the same one. */
export function isRunning(pid: number, identity = processIdentity(pid)): boolean {
  return identity !== undefined && identity === processIdentity(pid);
}

function startedAt(pid: number): string | undefined {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
