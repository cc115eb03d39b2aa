import "server-only";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { z } from "zod";
import { isRunning, processIdentity } from "./processes.ts";

const Holder = z.object({ pid: z.number().int(), identity: z.string(), purpose: z.string() });
export type Holder = z.infer<typeof Holder>;

export interface ProgramLock {
  release(): void;
}

/** Who holds the lock now; a file left behind by a dead process counts as nobody. */
export function lockHolder(file: string): Holder | undefined {
  const holder = read(file);
  return holder && isRunning(holder.pid, holder.identity) ? holder : undefined;
}

/** Takes the lock for this process, or says who has it. It is free again as soon as its holder is gone, however it went. */
export function takeLock(file: string, purpose: string): ProgramLock | { heldBy: Holder } {
  const mine: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? "", purpose };
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file); // atomic, and complete from the first moment
        return { release: () => release(file, mine) };
      } catch (error) {
        if (!isExists(error)) throw error;
      }
      const heldBy = lockHolder(file);
      if (heldBy) return { heldBy };
      setAside(file);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Removes a stale lock. If another process was faster and its fresh lock was caught instead, that is put back. */
function setAside(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return; // somebody else has just removed it
  }
  if (lockHolder(aside)) fs.linkSync(aside, file);
  fs.rmSync(aside, { force: true });
}

function release(file: string, mine: Holder): void {
  const holder = read(file);
  if (holder?.pid === mine.pid && holder.identity === mine.identity) fs.rmSync(file, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(fs.readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

const isExists = (error: unknown) => error instanceof Error && "code" in error && error.code === "EEXIST";
