import { mergeUpdates } from "yjs";
import type { TextConflict } from "./save-state.ts";

/** One send: a repeated `writeId` is stored once. */
export interface Write {
  writeId: string;
  baseSeq: number;
  /** A Yjs update. */
  update: Uint8Array;
}

/** What became of a write. Only `stored` means that it is committed. */
export type WriteAnswer =
  | { kind: "stored"; seq: number; savedAt: Date }
  | { kind: "conflict"; conflict: TextConflict }
  | { kind: "signedOut" }
  /** What was typed cannot be stored as it is. `unreadable`: the newsroom lacks what it builds on. */
  | { kind: "refused"; why: string; unreadable: boolean }
  /** The story is gone, or this person may not write in it any more. */
  | { kind: "barred"; why: string }
  | { kind: "broken"; why: string; retryAfterMs?: number }
  | { kind: "unreachable" };

/** Local updates in the order of typing: those that wait, and at most one write that is on its way. */
export interface WriteQueue {
  /** Its number: they count up from 1. */
  add(update: Uint8Array): number;
  /** Updates that the newsroom has not acknowledged. */
  readonly count: number;
  /** The number of the newest update. */
  readonly last: number;
  /** The number of the newest update in the write last taken. */
  readonly taken: number;
  /** The write on its way again, unchanged; else everything that waits, as one. */
  next(baseSeq: number, newId: () => string): Write | null;
  /** The write arrived: its updates leave. Answers with the number of the newest of them. */
  acknowledged(): number;
  /** The write was refused: its updates wait again, in front, to go under a new id. */
  putBack(): void;
}

export function writeQueue(): WriteQueue {
  let waiting: Uint8Array[] = [];
  let underway: { write: Write; updates: Uint8Array[] } | null = null;
  let last = 0;
  return {
    add(update) {
      waiting.push(update);
      return ++last;
    },
    get count() {
      return waiting.length + (underway?.updates.length ?? 0);
    },
    get last() {
      return last;
    },
    get taken() {
      return last - waiting.length;
    },
    next(baseSeq, newId) {
      if (!underway && waiting.length > 0) {
        underway = { write: { writeId: newId(), baseSeq, update: mergeUpdates(waiting) }, updates: waiting };
        waiting = [];
      }
      return underway?.write ?? null;
    },
    acknowledged() {
      underway = null;
      return last - waiting.length;
    },
    putBack() {
      waiting = [...(underway?.updates ?? []), ...waiting];
      underway = null;
    },
  };
}
