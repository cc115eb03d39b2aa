import type { Clock } from "./saving/clock.ts";
import type { UnsentStore } from "./saving/unsent-store.ts";

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

/** A clock that stands until it is advanced. */
export function handClock() {
  let now = Date.UTC(2026, 10, 23, 8, 0);
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  return {
    ...clock,
    settled,
    async advance(ms: number) {
      const until = now + ms;
      for (;;) {
        await settled();
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.run();
      }
      now = until;
      await settled();
    },
  };
}

/** The browser's store, in memory. */
export function memoryStore() {
  const kept = new Map<number, Uint8Array>();
  let forgotten = 0;
  let refusal: string | null = null;
  const store: UnsentStore = {
    works: true,
    async keep(number, update) {
      kept.set(number, update);
    },
    async forget(upTo) {
      forgotten = Math.max(forgotten, upTo);
      for (const number of kept.keys()) if (number <= upTo) kept.delete(number);
    },
    async refuse(why) {
      refusal = why;
    },
  };
  return {
    ...store,
    updates: () => [...kept.values()],
    refusal: () => refusal,
    /** The number of the newest change that the newsroom was said to have. */
    forgotten: () => forgotten,
  };
}
