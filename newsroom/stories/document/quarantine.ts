import * as Y from "yjs";
import { readingOf } from "./document.ts";

interface Aside {
  /** Its place among the updates. */
  at: number;
  why: string;
}

export interface Sorted {
  /** The document without what was put aside, as one update. */
  good: Uint8Array;
  aside: Aside[];
}

export interface Sent {
  update: Uint8Array;
  /** Null for one of whom nobody knows who sent it. */
  staffId: string | null;
}

/** More bad updates than this, and all that those who sent them did since the last good state is put aside. */
const mostSought = 8;

/**
 * Finds the updates that make a text unfit, on top of a state that fits, and leaves them out with all that builds on them. Pure;
 * looks at the whole text a few times for each bad update.
 */
export function sortOut(state: Uint8Array, sent: Sent[]): Sorted {
  const updates = sent.map(({ update }) => update);
  const aside: Aside[] = [];
  const senders = new Set<string | null>();
  const isAside = (at: number) => aside.some((other) => other.at === at);
  const lookAt = (count: number) => lookedAt([state, ...updates.filter((_update, at) => at < count && !isAside(at))]);
  for (let sought = 1; ; sought++) {
    const whole = lookAt(updates.length);
    if ("good" in whole) return { good: whole.good, aside: [...aside, ...hangingOn(aside, state, updates)] };
    const found = aside.length;
    // The shortest row of updates that does not fit ends with a bad one.
    let [fits, fails] = [0, updates.length];
    while (fails - fits > 1) {
      const middle = (fits + fails) >> 1;
      if ("good" in lookAt(middle)) fits = middle;
      else fails = middle;
    }
    const look = lookAt(fails);
    const why = "why" in look ? look.why : whole.why;
    const writers = clientsOf(updates[fails - 1]);
    senders.add(sent[fails - 1]?.staffId ?? null);
    if (sought % mostSought === 0)
      for (const [at, { staffId }] of sent.entries())
        if (!isAside(at) && senders.has(staffId)) aside.push({ at, why: "Too many changes do not fit." });
    // What the same windows typed after it builds on it.
    for (let at = fails - 1; at < updates.length; at++)
      if (!isAside(at) && (at === fails - 1 || clientsOf(updates[at]).some((client) => writers.includes(client))))
        aside.push({ at, why });
    // The state itself does not fit: there is nothing to be sought.
    if (aside.length === found) return { good: state, aside: updates.map((_update, at) => ({ at, why })) };
  }
}

function lookedAt(updates: Uint8Array[]): { good: Uint8Array } | { why: string } {
  const doc = standingOf(updates);
  if (!doc) return { why: "It could not be read." };
  const { unfit } = readingOf(doc);
  return unfit ? { why: unfit.message } : { good: Y.encodeStateAsUpdate(doc) };
}

/** What builds on something that was put aside is left hanging by Yjs, and dropped here. Null if Yjs cannot read an update. */
export function standingOf(updates: Uint8Array[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch {
    return null;
  }
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return doc;
}

/** Words that somebody typed in or behind what is put aside have no place any more: they are kept with it. */
function hangingOn(aside: Aside[], state: Uint8Array, updates: Uint8Array[]): Aside[] {
  if (aside.length === 0) return [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return updates.flatMap((update, at) => {
    if (aside.some((other) => other.at === at)) return [];
    Y.applyUpdate(doc, update);
    const hangs = doc.store.pendingStructs !== null;
    doc.store.pendingStructs = null;
    doc.store.pendingDs = null;
    return hangs ? [{ at, why: "It was typed on what does not fit." }] : [];
  });
}

function clientsOf(update: Uint8Array | undefined): number[] {
  try {
    return update ? [...Y.parseUpdateMeta(update).to.keys()] : [];
  } catch {
    return [];
  }
}
