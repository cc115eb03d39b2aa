import { inTime, patienceMs } from "./in-time.ts";
import { heldIn, onlyThisPage, pageStore } from "./page-store.ts";
import type { Leftovers, UnsentStore } from "./unsent-store.ts";

const databaseName = "chapar-unsent";
const updates = "updates";

interface Kept {
  story: string;
  person: string;
  window: string;
  number: number;
  update: Uint8Array;
  at: number;
  why?: string;
}

/** A window's updates count from one; under this number it says why the newsroom refuses them. */
const refusal = 0;

export interface BrowserStore {
  unsent: UnsentStore;
  /** What windows of this person that are gone left of this story, window by window, oldest first. */
  leftovers(): Promise<Leftovers[]>;
  /** Resolves when all that was to be kept by now is kept; false if that did not work. */
  written(): Promise<boolean>;
  /** This window is done: what it leaves may be put back by the next. */
  release(): Promise<void>;
}

/** Keeps unsent text in this browser (IndexedDB), apart by story, person and window; in this page alone where that does not work. */
export async function openBrowserStore(story: string, person: string, window: string): Promise<BrowserStore> {
  const database = await databaseInTime();
  if (!database) return onlyThisPage(story, person, window);
  const release = holdWindow(window);
  const page = pageStore(story, person, window);
  let hasFailed = false;
  const fail = () => {
    hasFailed = true;
  };
  // Whoever clears what sites have stored, here or in another window, takes what is kept as well.
  database.onclose = fail;
  database.onversionchange = () => {
    fail();
    database.close();
  };
  let writes = Promise.resolve();
  /** Since when each write that is not done waits. */
  const waiting: number[] = [];
  const write = (change: (store: IDBObjectStore) => void): Promise<void> => {
    waiting.push(Date.now());
    writes = finished(database, change)
      .catch(fail)
      .finally(() => waiting.shift());
    return writes;
  };
  const isStuck = () => waiting[0] !== undefined && Date.now() - waiting[0] > patienceMs;
  const written = () =>
    inTime(
      writes.then(() => !hasFailed),
      false,
    );
  return {
    unsent: {
      get works() {
        return !hasFailed && !isStuck();
      },
      keep(number, update) {
        page.keep(number, update);
        return write((store) => store.put({ story, person, window, number, update, at: Date.now() } satisfies Kept));
      },
      forget(upTo) {
        page.forget(upTo);
        return write((store) =>
          store.delete(IDBKeyRange.bound([story, person, window, 0], [story, person, window, upTo])),
        );
      },
      refuse(why) {
        const refused: Kept = { story, person, window, number: refusal, update: new Uint8Array(), at: Date.now(), why };
        return write((store) => store.put(refused));
      },
    },
    async leftovers() {
      const kept = await inTime(leftoversIn(database, person, story), []).catch(() => []);
      return withHeld(
        kept.filter((one) => one.window !== window),
        heldIn(story, person),
      );
    },
    written,
    async release() {
      if (!(await written())) page.leave();
      release();
    },
  };
}

/** Null from a browser that keeps nothing, or does not answer. */
async function databaseInTime(): Promise<IDBDatabase | null> {
  const opening = openDatabase();
  const database = await inTime<IDBDatabase | null>(opening, null).catch(() => null);
  // One that comes too late would only stand in the way of others.
  if (!database)
    opening.then(
      (late) => late.close(),
      () => {},
    );
  return database;
}

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(updates, { keyPath: ["story", "person", "window", "number"] });
    request.onsuccess = () => {
      // A newer program may want to change the store: do not stand in its way.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });

const finished = (database: IDBDatabase, change: (store: IDBObjectStore) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(updates, "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    change(transaction.objectStore(updates));
    // Not once the page hears that it is done: a window that crashes right behind a letter hears nothing any more.
    transaction.commit();
  });

/** What windows of this person that are gone left in this browser, of all stories. */
export async function allLeftovers(person: string): Promise<Leftovers[]> {
  const database = await databaseInTime();
  return database ? leftoversIn(database, person) : [];
}

/** Of a window whose words the browser could not all keep, the page has more. */
function withHeld(kept: Leftovers[], held: Leftovers[]): Leftovers[] {
  const whole = held.map((one) => {
    const part = kept.find(({ window }) => window === one.window);
    return part ? { ...one, discard: () => one.discard().then(part.discard) } : one;
  });
  return [...whole, ...kept.filter(({ window }) => whole.every((one) => one.window !== window))];
}

async function leftoversIn(database: IDBDatabase, person: string, story?: string): Promise<Leftovers[]> {
  const open = await openWindows();
  const kept = (await keptIn(database, story)).filter((one) => one.person === person && !open.has(one.window));
  const placeOf = ({ story, window }: Kept) => `${story} ${window}`;
  return [...new Set(kept.map(placeOf))]
    .map((place) => kept.filter((one) => placeOf(one) === place))
    .flatMap((ones) => leftoversOf(database, ones) ?? [])
    .sort((one, other) => one.typedAt.getTime() - other.typedAt.getTime());
}

function leftoversOf(database: IDBDatabase, kept: Kept[]): Leftovers | null {
  const typed = kept.filter(({ number }) => number !== refusal);
  const [first] = typed;
  const refused = kept.find(({ number }) => number === refusal);
  return first
    ? {
        story: first.story,
        window: first.window,
        updates: typed.map(({ update }) => update),
        typedAt: new Date(Math.max(...typed.map(({ at }) => at))),
        refusal: refused ? (refused.why ?? "") : null,
        isOnlyHere: false,
        discard: () =>
          finished(database, (store) => {
            for (const { story, person, window, number } of kept) store.delete([story, person, window, number]);
          }),
      }
    : null;
}

const keptIn = (database: IDBDatabase, story?: string): Promise<Kept[]> =>
  new Promise((resolve, reject) => {
    // Arrays sort after every string and number.
    const range = story === undefined ? null : IDBKeyRange.bound([story], [story, []]);
    const request = database.transaction(updates).objectStore(updates).getAll(range);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const lockOf = (window: string) => `chapar editor ${window}`;

/** Other windows see by this lock that we live; it falls by itself with the window. */
function holdWindow(window: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(lockOf(window), () => held).catch(() => {});
  return release;
}

/** Without locks (a page that is not served securely) nobody counts as open: putting back what is there already changes nothing. */
async function openWindows(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name = "" }) => name.replace(lockOf(""), "")));
}
