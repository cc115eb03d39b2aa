/** Time as the sync sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since no matter when. */
  now(): number;
  /** Runs once after `ms`; answers with how to call it off. */
  after(ms: number, run: () => void): () => void;
}

export const browserClock: Clock = {
  // Not the time of day: a laptop sets that right once it is awake, and a loss that lies in the future would be told by nobody.
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** One thing that is to happen later, at most once. */
export interface Alarm {
  readonly isSet: boolean;
  /** Anew from now. */
  set(ms: number, run: () => void): void;
  clear(): void;
}

export function alarm(clock: Clock): Alarm {
  let cancel: (() => void) | null = null;
  return {
    get isSet() {
      return cancel !== null;
    },
    set(ms, run) {
      cancel?.();
      cancel = clock.after(ms, () => {
        cancel = null;
        run();
      });
    },
    clear() {
      cancel?.();
      cancel = null;
    },
  };
}
