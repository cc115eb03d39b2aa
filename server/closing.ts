import { setTimeout as pause } from "node:timers/promises";
import { log } from "#lib/log";

/** What has been opened, to be closed however far the start came. */
export interface Closing {
  /** What others stand on: closed after all work, in the reverse order. `close` hears how many milliseconds it has, `most` at most. */
  add(what: string, close: (ms: number) => unknown, most?: number): void;
  /** What works by itself: all of it is told at once, and left where it stands when the time for it is over. */
  addWork(what: string, close: () => unknown): void;
  /**
   * Closes everything once; a second call waits for the first. The time counts from `since`, of `performance.now()`. Answers false if
   * something could not be closed; what was cut off is in the log, and whoever was told that it is stored was told so after the commit.
   */
  closeAll(since?: number): Promise<boolean>;
}

/** Milliseconds from the signal on: operators count on 30 seconds in all, and the database shall have a few of them. */
export const stopTimes = { start: 10_000, work: 18_000, all: 28_000 };
const mostOfEach = 1_500;

export function closing({ work, all }: { work: number; all: number } = stopTimes): Closing {
  const works: { what: string; close: () => unknown }[] = [];
  const grounds: { what: string; close: (ms: number) => unknown; most: number }[] = [];
  let running: Promise<boolean> | undefined;
  async function run(since: number): Promise<boolean> {
    const left = (of: number) => Math.max(since + of - performance.now(), 0);
    const told = works.reverse().map(({ what, close }) => closed(what, close, left(work)));
    let isClean = (await Promise.all(told)).every(Boolean);
    for (let next = grounds.pop(); next; next = grounds.pop()) {
      const { what, close, most } = next;
      const ms = Math.min(left(all), most);
      isClean = (await closed(what, () => close(ms), ms)) && isClean;
    }
    return isClean;
  }
  return {
    add: (what, close, most = mostOfEach) => void grounds.push({ what, close, most }),
    addWork: (what, close) => void works.push({ what, close }),
    closeAll: (since = performance.now()) => {
      running ??= run(since);
      return running;
    },
  };
}

async function closed(what: string, close: () => unknown, ms: number): Promise<boolean> {
  try {
    await inTime(what, close, ms);
    return true;
  } catch (error) {
    log.error(`${what} could not be closed`, { error });
    return false;
  }
}

/** Waits for it, but not longer than that; then the log has it. */
export async function inTime(what: string, work: () => unknown, ms: number): Promise<void> {
  const isDone = new AbortController();
  const late = pause(ms, "late", { signal: isDone.signal });
  try {
    if ((await Promise.race([work(), late])) === "late")
      log.warn(`${what}: cut off, since the time to stop is over`, {});
  } finally {
    isDone.abort();
    late.catch(() => {});
  }
}
