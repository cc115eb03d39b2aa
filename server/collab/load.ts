import { setTimeout as pause } from "node:timers/promises";

/** What one window may send: so much at once, and so much a second in the long run. */
export const allowance = {
  messages: { burst: 400, perSecond: 80 },
  bytes: { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 },
} as const;

/** What may wait to be handled before the window is shown out. */
export const mostWaiting = { messages: 4_000, bytes: 24 * 1024 * 1024 } as const;

/** What may come before a window is let in. */
export const threshold = { messages: 50, bytes: 256 * 1024, stories: 2 } as const;

/** How much a window sends. Whoever sends more than fits waits; the others are not held up. */
export class Load {
  #waiting = { messages: 0, bytes: 0 };
  #left = { messages: allowance.messages.burst as number, bytes: allowance.bytes.burst as number };
  #at: number;
  #inside = new Set<string>();
  #outside = { messages: 0, bytes: 0, stories: new Set<string>() };
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#at = now();
  }

  /** A message arrived. False: there is too much already. */
  arrives(bytes: number): boolean {
    this.#waiting.messages++;
    this.#waiting.bytes += bytes;
    return this.#waiting.messages <= mostWaiting.messages && this.#waiting.bytes <= mostWaiting.bytes;
  }

  /** A message for a story arrived. False: there is too much already for who was not let in. */
  knocks(address: string, bytes: number): boolean {
    if (this.#inside.has(address)) return true;
    const { stories } = this.#outside;
    stories.add(address);
    this.#outside.messages++;
    this.#outside.bytes += bytes;
    const { messages, bytes: size } = this.#outside;
    return messages <= threshold.messages && size <= threshold.bytes && stories.size <= threshold.stories;
  }

  /** The window was let in to a story. */
  comesIn(address: string): void {
    this.#inside.add(address);
    this.#outside = { messages: 0, bytes: 0, stories: new Set() };
  }

  goesOut(address: string): void {
    this.#inside.delete(address);
  }

  /** A message is handled now. */
  leaves(bytes: number): void {
    this.#waiting.messages--;
    this.#waiting.bytes -= bytes;
  }

  /** Milliseconds until the next message of this size may be handled; takes it from the allowance. */
  take(bytes: number): number {
    const now = this.#now();
    const seconds = (now - this.#at) / 1_000;
    this.#at = now;
    const wait = (["messages", "bytes"] as const).map((kind) => {
      const { burst, perSecond } = allowance[kind];
      this.#left[kind] = Math.min(burst, this.#left[kind] + seconds * perSecond) - (kind === "bytes" ? bytes : 1);
      return this.#left[kind] < 0 ? (-this.#left[kind] / perSecond) * 1_000 : 0;
    });
    return Math.max(...wait);
  }

  async turn(bytes: number): Promise<void> {
    const wait = this.take(bytes);
    if (wait > 0) await pause(Math.min(wait, 10_000));
  }
}
