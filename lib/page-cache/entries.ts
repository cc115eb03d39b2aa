import type { Address } from "./addresses.ts";
import type { Answer } from "./answer.ts";

/** A stored page. */
export interface Entry {
  address: Address;
  status: number;
  answer: Answer;
  /** What it depends on, as far as events name it one by one. */
  keys: readonly string[];
  /** The generation of what stands on every page, or null if nothing of that is on it. */
  generation: number | null;
  /** The last event that was known when its render began. */
  position: bigint;
  storedAt: number;
  /** For what no event would ever announce; otherwise never. */
  expiresAt: number;
  /** When it was last asked for, to the second. */
  usedAt: number;
  /** When it was found out of date, or null. */
  staleSince: number | null;
}

const BYTES_PER_KEY = 250;
const TOUCHED_AT_MOST_EVERY = 1_000;
/** One page may not push out half of all others. */
const LARGEST_SHARE = 0.25;

/** Pages by their key, bounded in bytes; the least recently used go first. Knows which page depends on what. */
export class Entries {
  #limit: number;
  #bytes = 0;
  #byKey = new Map<string, Entry>();
  #dependents = new Map<string, Set<Entry>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#byKey.size;
  }

  get(key: string): Entry | undefined {
    return this.#byKey.get(key);
  }

  /** Notes that a page was asked for. */
  touch(entry: Entry, now: number): void {
    if (now - entry.usedAt < TOUCHED_AT_MOST_EVERY) return;
    entry.usedAt = now;
    const { key } = entry.address;
    if (this.#byKey.get(key) !== entry) return;
    this.#byKey.delete(key);
    this.#byKey.set(key, entry);
  }

  /** Stores a page in place of the older one; a page that is too large is not stored. */
  set(entry: Entry): void {
    this.delete(entry.address.key);
    const bytes = bytesOf(entry);
    if (bytes > this.#limit * LARGEST_SHARE) return;
    this.#byKey.set(entry.address.key, entry);
    this.#bytes += bytes;
    for (const key of entry.keys) {
      const dependents = this.#dependents.get(key);
      if (dependents) dependents.add(entry);
      else this.#dependents.set(key, new Set([entry]));
    }
    for (const oldest of this.#byKey.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#byKey.get(key);
    if (!entry) return;
    this.#byKey.delete(key);
    this.#bytes -= bytesOf(entry);
    for (const dependency of entry.keys) {
      const dependents = this.#dependents.get(dependency);
      dependents?.delete(entry);
      if (dependents?.size === 0) this.#dependents.delete(dependency);
    }
  }

  clear(): void {
    this.#byKey.clear();
    this.#dependents.clear();
    this.#bytes = 0;
  }

  /** The stored pages that depend on any of the keys, each once. */
  dependingOn(keys: readonly string[]): Set<Entry> {
    const found = new Set<Entry>();
    for (const key of keys) for (const entry of this.#dependents.get(key) ?? []) found.add(entry);
    return found;
  }
}

const bytesOf = ({ address, answer, keys }: Entry) =>
  answer.bytes + 2 * address.key.length + keys.reduce((sum, key) => sum + 2 * key.length + BYTES_PER_KEY, 0);
