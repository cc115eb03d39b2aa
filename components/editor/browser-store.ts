import { type Leftovers, noStore, type UnsentStore } from "./unsent-store.ts";

const databaseName = "chapar-unsent";
const updates = "updates";

interface Kept {
  story: string;
  person: string;
  window: string;
  number: number;
  update: Uint8Array;
  at: number;
}

export interface BrowserStore {
  unsent: UnsentStore;
  /** What windows of this person that are gone left of this story; null if nothing. */
  leftovers(): Promise<Leftovers | null>;
  /** This window is done: what it leaves may be put back by the next. */
  release(): Promise<void>;
}

/** Keeps unsent text in this browser (IndexedDB), apart by story, person and window. */
export async function openBrowserStore(story: string, person: string, window: string): Promise<BrowserStore> {
  const database = await openDatabase().catch(() => null);
  if (!database) return { unsent: noStore, leftovers: () => Promise.resolve(null), release: () => Promise.resolve() };
  const release = holdWindow(window);
  let works = true;
  let writes = Promise.resolve();
  const write = (change: (store: IDBObjectStore) => void): Promise<void> => {
    writes = finished(database, change).catch(() => {
      works = false;
    });
    return writes;
  };
  return {
    unsent: {
      get works() {
        return works;
      },
      keep: (number, update) =>
        write((store) => store.put({ story, person, window, number, update, at: Date.now() } satisfies Kept)),
      forget: (upTo) =>
        write((store) => store.delete(IDBKeyRange.bound([story, person, window, 0], [story, person, window, upTo]))),
    },
    leftovers: () => leftoversOf(database, { story, person, window }).catch(() => null),
    async release() {
      await writes;
      release();
    },
  };
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

async function leftoversOf(
  database: IDBDatabase,
  mine: { story: string; person: string; window: string },
): Promise<Leftovers | null> {
  const open = await openWindows();
  const all = await keptOf(database, mine.story, mine.person);
  const left = all.filter(({ window }) => window !== mine.window && !open.has(window));
  if (left.length === 0) return null;
  return {
    updates: left.map(({ update }) => update),
    typedAt: new Date(Math.max(...left.map(({ at }) => at))),
    discard: () =>
      finished(database, (store) => {
        for (const { story, person, window, number } of left) store.delete([story, person, window, number]);
      }),
  };
}

const keptOf = (database: IDBDatabase, story: string, person: string): Promise<Kept[]> =>
  new Promise((resolve, reject) => {
    // Arrays sort after every string and number.
    const range = IDBKeyRange.bound([story, person], [story, person, []]);
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
