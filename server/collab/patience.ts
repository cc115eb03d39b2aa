import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "#lib/db/away";
import { Refusal } from "./refusal.ts";

/** For so long a write waits for a database that is away, before its window is told. */
const patienceMs = 20_000;

/** Waits for a database that is away, unless the program stops: what is not stored is not acknowledged, and its window keeps it. */
export class Patience {
  #closing: AbortSignal;
  /** The database was away when the program had to stop. */
  #isGivenUp = false;

  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** @throws Refusal when it is at its end */
  async with<Result>(work: () => Promise<Result>): Promise<Result> {
    const until = performance.now() + patienceMs;
    for (let wait = 100; !this.#isGivenUp; wait = Math.min(wait * 2, 2_000)) {
      try {
        return await work();
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        if (performance.now() > until) break;
        this.#isGivenUp = this.#closing.aborted;
      }
      await pause(wait, undefined, { signal: this.#closing }).catch(() => {});
    }
    throw new Refusal("unavailable");
  }
}
