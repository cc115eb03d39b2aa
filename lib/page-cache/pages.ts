import type { Address } from "./addresses.ts";
import { type Headers, plainAnswer } from "./answer.ts";
import { Briefly } from "./briefly.ts";
import type { Recorded } from "./dependencies.ts";
import type { Draft, StandIn } from "./draft.ts";
import { Entries, type Entry } from "./entries.ts";
import { Overloaded } from "./flights.ts";
import { Press } from "./press.ts";
import type { Rendering } from "./render.ts";
import { pageOf } from "./send.ts";
import { type Conditions, MOMENT, standingOf } from "./standing.ts";
import { within } from "./within.ts";

export interface PagesOptions {
  /** Renders a URL as nobody in particular and tells what it depends on. */
  render: (url: string) => Promise<Recorded<Rendering>>;
  now: () => number;
  /** Memory for pages. */
  bytes: number;
  /** For how many milliseconds stored pages may stand in while the database is away. */
  staleIfDown: number;
  /** How many milliseconds a reader waits for a new page when there is an older one to show. */
  patience: number;
  /** Pages that are shown in the place of missing and of withdrawn ones. */
  standIns: { missing: string; withdrawn: string };
  /** Keys of what stands on every document: a change of these makes all documents old, none wrong. */
  everywhere: readonly string[];
  headers: (kind: Address["kind"]) => Headers;
  /** Whether caches outside are told of changes, so that they may keep pages longer. */
  purged: boolean;
  log: { error: (message: string, fields: Readonly<Record<string, unknown>>) => void };
}

/**
 * Something that readers can notice, as the keys that pages said they depend on. What depends on one of `once` is gone at
 * once; what depends on `soon` alone may be served for the moment of one new render.
 */
export interface Change {
  once: readonly string[];
  soon: readonly string[];
}

/** A page that was asked for within this time is made anew at once when it changes; others when next asked for. */
const BUSY = 60_000;
const BUSY_AT_MOST = 100;
const BRIEFLY = 10_000;
const MISSING_AT_MOST = 5_000;
const PROBE_EVERY = 500;
const COMPLAIN_EVERY = 1_000;

/** Nobody can purge a browser, so it always asks. */
export const CACHE_CONTROL = {
  purged: "public, max-age=0, s-maxage=3600, stale-while-revalidate=60",
  unpurged: "public, max-age=0, s-maxage=30, must-revalidate",
  missing: "public, max-age=0, s-maxage=10, must-revalidate",
};

/**
 * Pages made for readers and kept in memory until an event says that they changed. None is fresh before the first
 * `regain`, nor between `lose` and the next.
 */
export class Pages {
  #options: PagesOptions;
  #standIns: Record<"missing" | "withdrawn", Address>;
  #entries: Entries;
  #missing = new Briefly({ for: BRIEFLY, atMost: MISSING_AT_MOST });
  #press: Press;
  #conditions: Conditions;
  #position = 0n;
  /** A page failed or took too long, and none has worked since. */
  #ailing = false;
  #probedAt = Number.NEGATIVE_INFINITY;
  #complainedAt = Number.NEGATIVE_INFINITY;
  #hits = 0;

  constructor(options: PagesOptions) {
    const { missing, withdrawn } = options.standIns;
    const standIn = (url: string): Address => ({ key: `stand-in ${url}`, url, kind: "stand-in" });
    this.#options = options;
    this.#standIns = { missing: standIn(missing), withdrawn: standIn(withdrawn) };
    this.#entries = new Entries(options.bytes);
    this.#conditions = { generation: 0, unsureSince: options.now(), staleIfDown: options.staleIfDown };
    this.#press = new Press({
      render: options.render,
      draft: {
        headers: options.headers,
        cacheControl: {
          page: options.purged ? CACHE_CONTROL.purged : CACHE_CONTROL.unpurged,
          passing: CACHE_CONTROL.unpurged,
          missing: CACHE_CONTROL.missing,
        },
        standIn: (what) => this.standIn(what),
        complain: (message, fields) => this.complain(message, fields),
      },
      position: () => this.#position,
      finish: (address, draft, position) => this.#keep(address, draft, position),
      outrun: ({ key }) => this.#entries.get(key) !== undefined,
      fail: (address, error) => this.#fail(address, error),
    });
  }

  /** Forgets everything: from here on, each event after `position` is told. */
  startFrom(position: bigint): void {
    this.#forget();
    this.#position = position;
  }

  /** Events may be missing from now on. */
  lose(): void {
    this.#conditions.unsureSince ??= this.#options.now();
  }

  /** All events up to now have been told. */
  regain(): void {
    this.#conditions.unsureSince = null;
    this.#ailing = false;
  }

  /** Tells of the event at `position` and what it changed; in order, each once. */
  tell({ once, soon }: Change, position: bigint): void {
    this.#position = position;
    if (once.length + soon.length === 0) return;
    this.#missing.clear();
    this.#press.note(once, "once");
    this.#press.note(soon, "soon");
    const isEverywhere = (key: string) => this.#options.everywhere.includes(key);
    if ([...once, ...soon].some(isEverywhere)) this.#conditions.generation += 1;
    if (once.some(isEverywhere)) this.#forget();
    for (const { address } of this.#entries.dependingOn(once)) this.#entries.delete(address.key);
    this.#outdate(this.#entries.dependingOn(soon));
  }

  /** How it stands, for whoever looks after the program. */
  get state() {
    return {
      sure: this.isSure,
      position: this.#position,
      pages: this.#entries.size,
      bytes: this.#entries.bytes,
      missing: this.#missing.size,
      hits: this.#hits,
      renders: this.#press.renders,
    };
  }

  /** Whether all events are told. */
  get isSure(): boolean {
    return this.#conditions.unsureSince === null;
  }

  /** The stored page of a key, if nothing has changed on it. */
  fresh(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    const now = this.#options.now();
    if (standingOf(entry, now, this.#conditions) !== "fresh") return undefined;
    this.#hits += 1;
    this.#entries.touch(entry, now);
    return entry;
  }

  /** The stored page if it may be served without waiting; a new one is ordered if it is not fresh. */
  stored(address: Address): Entry | undefined {
    const entry = this.#entries.get(address.key);
    if (!entry) return undefined;
    const now = this.#options.now();
    const standing = standingOf(entry, now, this.#conditions);
    if (standing === "none" || (standing === "last resort" && !this.#ailing)) return undefined;
    this.#hits += 1;
    this.#entries.touch(entry, now);
    const mayOrder = !this.#ailing || now - this.#probedAt >= PROBE_EVERY;
    if (standing !== "fresh" && mayOrder) {
      this.#probedAt = now;
      this.#press.later(address);
    }
    return entry;
  }

  /** Whether it was found a moment ago that nothing is there. */
  isMissing(address: Address): boolean {
    return this.isSure && this.#missing.has(address.key, this.#options.now());
  }

  /** A new page; if there is none in time, the stored one that may stand in for it; else the reason why there is none. */
  async newest(address: Address): Promise<Draft | Entry | { reason: unknown }> {
    const flight = this.#press.now(address);
    const hadOlder = this.#lastResort(address) !== undefined;
    try {
      if (!hadOlder && !this.#ailing) return await flight;
      const inTime = await within(this.#options.patience, flight);
      if (inTime) return inTime;
      this.#ailing = true;
      const older = this.#lastResort(address);
      if (older) return older;
      // The older one was withdrawn while we waited, so only a new one will do.
      return hadOlder ? await flight : { reason: new Error(`Rendering ${address.url} takes long.`) };
    } catch (reason) {
      this.#fail(address, reason);
      return this.#lastResort(address) ?? { reason };
    }
  }

  /** What is shown in the place of a page. */
  async standIn(what: "missing" | "withdrawn"): Promise<StandIn> {
    const address = this.#standIns[what];
    const found = this.stored(address) ?? (await this.newest(address));
    if ("answer" in found) return found;
    const words = what === "missing" ? "Not found" : "This page was withdrawn";
    const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
    return {
      answer: plainAnswer(Buffer.from(pageOf(words)), { ...headers, ...this.#options.headers("stand-in") }),
      keys: [],
    };
  }

  /** Into the log, now and then. */
  complain(message: string, fields: Readonly<Record<string, unknown>>): void {
    const now = this.#options.now();
    if (now - this.#complainedAt < COMPLAIN_EVERY) return;
    this.#complainedAt = now;
    this.#options.log.error(message, fields);
  }

  #lastResort(address: Address): Entry | undefined {
    const entry = this.#entries.get(address.key);
    return entry && standingOf(entry, this.#options.now(), this.#conditions) !== "none" ? entry : undefined;
  }

  #keep(address: Address, { status, answer, keys, keep, until }: Draft, position: bigint): void {
    this.#ailing = false;
    if (keep === "never" || address.unkept) return;
    const now = this.#options.now();
    const usedAt = this.#entries.get(address.key)?.usedAt ?? now;
    if (keep === "briefly") {
      this.#entries.delete(address.key);
      this.#missing.add(address.key, now);
      return;
    }
    this.#missing.delete(address.key);
    // What stands on every document is left to the generation, so that a change does not touch each of them one by one.
    const { everywhere } = this.#options;
    const ownKeys = address.kind === "data" ? keys : keys.filter((key) => !everywhere.includes(key));
    this.#entries.set({
      address,
      status,
      answer,
      keys: ownKeys,
      generation: ownKeys.length === keys.length ? null : this.#conditions.generation,
      position,
      storedAt: now,
      // No event will ever name a page that depends on nothing.
      expiresAt: keys.length === 0 ? Math.min(until, now + BRIEFLY) : until,
      usedAt,
      staleSince: null,
    });
  }

  #outdate(touched: Set<Entry>): void {
    const now = this.#options.now();
    const busy = [...touched]
      .filter(({ usedAt }) => now - usedAt <= BUSY)
      .sort((a, b) => b.usedAt - a.usedAt)
      .slice(0, BUSY_AT_MOST);
    for (const entry of busy) {
      entry.staleSince ??= now;
      this.#press.later(entry.address);
    }
    // Nobody waits for the others: whoever asks next gets the new page, and the old one only if there can be no new one.
    for (const entry of touched) entry.staleSince ??= now - MOMENT;
  }

  #forget(): void {
    this.#entries.clear();
    this.#missing.clear();
    this.#press.noteEverything();
  }

  #fail({ url }: Address, error: unknown): void {
    this.complain("A page for readers could not be rendered.", { url, error });
    if (!(error instanceof Overloaded)) this.#ailing = true;
  }
}
