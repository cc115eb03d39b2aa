import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "#lib/db/away";
import { FetchFailed, outsideClient } from "#lib/fetch/client";
import { namedAs } from "#lib/fetch/destination";
import { log } from "#lib/log";
import { tellPurgeHook } from "#newsroom/stories/proofs/purge";

const EVERY_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const timeoutMs = 8_000;
/**
 * Each change is told twice: at once, and again when every page cache has certainly heard of it. A cache outside may have asked
 * between the two and been given the old page.
 */
const TELLINGS = [
  { listener: "purge hook", settledMs: 0 },
  { listener: "purge hook, again", settledMs: 5_000 },
];

/** Tells the caches outside what has changed, through the hook that the operator named, until it is closed. */
export function openPurging(hook: string): { close(): Promise<void> } {
  const closing = new AbortController();
  const fetch = outsideClient({ allow: [namedAs(hook)], timeoutMs, until: closing.signal });
  const running = TELLINGS.map((telling) => keepTelling({ ...telling, hook, fetch }, closing.signal));
  return {
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
}

async function keepTelling(telling: Parameters<typeof tellPurgeHook>[0], signal: AbortSignal): Promise<void> {
  let wait = EVERY_MS;
  for (; !signal.aborted; await pause(wait, undefined, { signal }).catch(() => {})) {
    try {
      await tellPurgeHook(telling, new Date());
      if (wait > EVERY_MS) log.info("The purge hook answers again", { listener: telling.listener });
      wait = EVERY_MS;
    } catch (error) {
      if (signal.aborted) return; // told again at the next start
      if (error instanceof FetchFailed) {
        log.error("The purge hook did not answer; caches outside may show what is old", { listener: telling.listener });
        wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
      } else if (!isDatabaseAway(error)) log.error("Telling the purge hook went wrong", { error });
    }
  }
}
