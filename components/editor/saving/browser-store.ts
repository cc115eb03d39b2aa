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

/** Keeps unsent text in this browser (IndexedDB), apart by story, person and window. */
export async function openBrowserStore(story: string, person: string, window: string): Promise<BrowserStore> {
  const database = await openDatabase().catch(() => null);
  if (!database)
    return {
      unsent: noStore,
      leftovers: () => Promise.resolve([]),
      written: () => Promise.resolve(false),
      release: () => Promise.resolve(),
    };
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
      refuse(why) {
        const refused: Kept = { story, person, window, number: refusal, update: new Uint8Array(), at: Date.now(), why };
        return write((store) => store.put(refused));
      },
    },
    leftovers: () =>
      leftoversIn(database, person, story)
        .then((all) => all.filter((one) => one.window !== window))
        .catch(() => []),
    async written() {
      await writes;
      return works;
    },
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

/** What windows of this person that are gone left in this browser, of all stories. */
export async function allLeftovers(person: string): Promise<Leftovers[]> {
  const database = await openDatabase();
  return leftoversIn(database, person);
}

async function leftoversIn(database: IDBDatabase, person: string, story?: string): Promise<Leftovers[]> {
  const open = await openWindows();
  const all = await keptIn(database, story);
  const windows = Map.groupBy(
    all.filter((kept) => kept.person === person && !open.has(kept.window)),
    ({ story, window }) => `${story} ${window}`,
  );
  return [...windows.values()]
    .flatMap((kept) => leftoversOf(database, kept) ?? [])
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
