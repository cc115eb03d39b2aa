import { AsyncLocalStorage } from "node:async_hooks";

/** Statuses for what was there and is not any more: withdrawn, or withdrawn by legal order. */
export type GoneStatus = 410 | 451;

interface Recording {
  keys: Set<string>;
  gone: GoneStatus | null;
  moved: string | null;
  until: number;
}

/** What a function answered, the keys that it said it depends on, and whether it said that its subject is gone or elsewhere. */
export interface Recorded<T> {
  result: T;
  keys: string[];
  gone: GoneStatus | null;
  /** The path where it is now. */
  moved: string | null;
  /** When time alone makes it wrong, in milliseconds since 1970; infinity for what only events change. */
  until: number;
}

// On globalThis: the bundle that renders pages and the server that records load this file separately.
const slot = Symbol.for("chapar.page-cache.dependencies");
type Shared = typeof globalThis & { [slot]?: AsyncLocalStorage<Recording> };
const shared: Shared = globalThis;
shared[slot] ??= new AsyncLocalStorage();
const recordings = shared[slot];

/** Says what the page being rendered depends on; outside a recorded render it does nothing. */
export function dependsOn(...keys: string[]): void {
  const recording = recordings.getStore();
  if (!recording) return;
  for (const key of keys) recording.keys.add(key);
}

/** Says that the page being rendered was withdrawn, so that the answer is that status with none of its words. */
export function answerGone(status: GoneStatus): void {
  const recording = recordings.getStore();
  if (recording) recording.gone = status;
}

/** Says that the page being rendered has another address now, so that the answer leads there. */
export function answerMoved(to: string): void {
  const recording = recordings.getStore();
  if (recording) recording.moved = to;
}

/** Says that the page being rendered is right until an instant of which no event will tell. */
export function rightUntil(at: Date): void {
  const recording = recordings.getStore();
  if (recording) recording.until = Math.min(recording.until, at.getTime());
}

/** Runs `fn` and tells what it, and everything it called or awaited, depends on. */
export async function recordingDependencies<T>(fn: () => Promise<T>): Promise<Recorded<T>> {
  const recording: Recording = { keys: new Set(), gone: null, moved: null, until: Number.POSITIVE_INFINITY };
  const result = await recordings.run(recording, fn);
  const { gone, moved, until } = recording;
  return { result, keys: [...recording.keys], gone, moved, until };
}
