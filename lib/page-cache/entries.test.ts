import { expect, it } from "vitest";
import { plainAnswer } from "./answer.ts";
import { Entries, type Entry } from "./entries.ts";

const anEntry = (key: string, more: Partial<Entry> & { size?: number } = {}): Entry => ({
  address: { key, url: key, kind: "document" },
  status: 200,
  answer: plainAnswer(Buffer.alloc(more.size ?? 10_000), {}),
  keys: [],
  generation: null,
  position: 0n,
  storedAt: 0,
  expiresAt: Number.POSITIVE_INFINITY,
  usedAt: 0,
  staleSince: null,
  ...more,
});
const keysOf = (entries: Iterable<Entry>) => [...entries].map(({ address }) => address.key);

it("never holds more bytes than it may", () => {
  const entries = new Entries(200_000);
  for (let i = 0; i < 1_000; i++) {
    entries.set(anEntry(`/stories/${i}`, { size: 1_000 + (i % 7) * 3_000, keys: ["front", `story:${i}`] }));
    expect(entries.bytes).toBeLessThanOrEqual(200_000);
  }
  expect(entries.size).toBeGreaterThan(5);
});

it("lets go of what was not asked for longest", () => {
  const entries = new Entries(60_000);
  const [a, b] = [anEntry("/a"), anEntry("/b")];
  entries.set(a);
  entries.set(b);
  entries.touch(a, 5_000);
  for (const key of ["/c", "/d", "/e"]) entries.set(anEntry(key));
  expect(entries.get("/b")).toBeUndefined();
  expect(entries.get("/a")).toBe(a);
});

it("finds each page that depends on a key once", () => {
  const entries = new Entries(1_000_000);
  entries.set(anEntry("/a", { keys: ["story:1", "tag:csto"] }));
  entries.set(anEntry("/b", { keys: ["tag:csto"] }));
  entries.set(anEntry("/c", { keys: ["front"] }));
  expect(keysOf(entries.dependingOn(["tag:csto", "story:1"])).sort()).toEqual(["/a", "/b"]);
  expect(keysOf(entries.dependingOn(["story:2"]))).toEqual([]);
});

it("forgets with a page what it depended on and what it weighed", () => {
  const entries = new Entries(1_000_000);
  const before = entries.bytes;
  entries.set(anEntry("/a", { keys: ["story:1"] }));
  entries.set(anEntry("/a", { keys: ["story:2"] }));
  expect(keysOf(entries.dependingOn(["story:1"]))).toEqual([]);
  entries.delete("/a");
  expect(keysOf(entries.dependingOn(["story:2"]))).toEqual([]);
  expect(entries.bytes).toBe(before);
});

it("does not let one huge page push out the rest, and drops its older copy", () => {
  const entries = new Entries(100_000);
  entries.set(anEntry("/long"));
  entries.set(anEntry("/a"));
  entries.set(anEntry("/long", { size: 60_000 }));
  expect(entries.get("/long")).toBeUndefined();
  expect(entries.get("/a")).toBeDefined();
});

it("does not bring back a removed page by touching it", () => {
  const entries = new Entries(100_000);
  const entry = anEntry("/a");
  entries.set(entry);
  entries.delete("/a");
  entries.touch(entry, 5_000);
  expect(entries.size).toBe(0);
});
