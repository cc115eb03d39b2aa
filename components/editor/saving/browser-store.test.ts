import { afterEach, describe, expect, it, vi } from "vitest";
import { openBrowserStore } from "./browser-store.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const letter = (byte: number) => new Uint8Array([byte]);

// Here there is no IndexedDB, as in a browser that blocks it.
describe("where the browser keeps nothing", () => {
  it("a window that is gone leaves what was not acknowledged to the next of its page, and says that it is only there", async () => {
    const before = await openBrowserStore("snow", "aida", "first");
    expect(before.unsent.works).toBe(false);
    for (const number of [1, 2, 3]) await before.unsent.keep(number, letter(number));
    await before.unsent.forget(1);
    const next = await openBrowserStore("snow", "aida", "second");
    expect(await next.leftovers()).toEqual([]);
    await before.release();
    const [left, ...others] = await next.leftovers();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ window: "first", updates: [letter(2), letter(3)], refusal: null, isOnlyHere: true });
    await left?.discard();
    expect(await next.leftovers()).toEqual([]);
  });

  it("nobody else gets it, and no other story", async () => {
    const before = await openBrowserStore("snow", "aida", "third");
    await before.unsent.keep(1, letter(1));
    await before.release();
    for (const [story, person] of [
      ["snow", "bakyt"],
      ["rain", "aida"],
    ] as const)
      expect(await (await openBrowserStore(story, person, "fourth")).leftovers()).toEqual([]);
    expect(await (await openBrowserStore("snow", "aida", "fourth")).leftovers()).toHaveLength(1);
  });

  it("a window that left nothing unsent leaves nothing", async () => {
    const before = await openBrowserStore("hail", "aida", "fifth");
    await before.unsent.keep(1, letter(1));
    await before.unsent.forget(1);
    await before.release();
    expect(await (await openBrowserStore("hail", "aida", "sixth")).leftovers()).toEqual([]);
  });
});

it("a browser that does not answer is not waited for, and is let go of when it does", async () => {
  vi.useFakeTimers();
  const request: Partial<IDBOpenDBRequest> = {};
  vi.stubGlobal("indexedDB", { open: () => request });
  const opening = openBrowserStore("snow", "aida", "seventh");
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await opening).unsent.works).toBe(false);
  const close = vi.fn();
  Object.assign(request, { result: { close } });
  request.onsuccess?.call(request as IDBOpenDBRequest, new Event("success"));
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledOnce();
});

it.each<[string, (database: IDBDatabase) => void]>([
  ["clears what sites have stored", (database) => database.onclose?.call(database, new Event("close"))],
  ["deletes it in another window", (database) => database.onversionchange?.call(database, {} as IDBVersionChangeEvent)],
])(
  "a browser whose owner %s keeps nothing from then on, and what was typed before is in the page",
  async (_how, gone) => {
    const database = { close: vi.fn() } as unknown as IDBDatabase;
    const request: Partial<IDBOpenDBRequest> = { result: database };
    vi.stubGlobal("indexedDB", { open: () => request });
    const opening = openBrowserStore("fog", "aida", "eighth");
    request.onsuccess?.call(request as IDBOpenDBRequest, new Event("success"));
    const store = await opening;
    expect(store.unsent.works).toBe(true);
    gone(database);
    expect([store.unsent.works, await store.written()]).toEqual([false, false]);
  },
);
