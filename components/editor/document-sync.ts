import * as Y from "yjs";
import { mergedDocument } from "#newsroom/stories/document";
import { alarm, type Clock } from "./clock.ts";
import { knowsAll } from "./known-content.ts";
import { addsNothing } from "./merged-text.ts";
import { isAlarming, type SaveState, type TextConflict } from "./save-state.ts";
import { outdated, type Setback, setbackOf, slow } from "./setback.ts";
import type { UnsentStore } from "./unsent-store.ts";
import { type Write, type WriteAnswer, writeQueue } from "./write-queue.ts";

interface SyncParts {
  doc: Y.Doc;
  /** The count of updates that `doc` was loaded with. */
  seq: number;
  savedAt: Date | null;
  send(write: Write): Promise<WriteAnswer>;
  /** The newsroom's document anew; null when it cannot be had. */
  load(): Promise<{ seq: number; update: Uint8Array } | null>;
  unsent: UnsentStore;
  clock: Clock;
  newId(): string;
  isOnline(): boolean;
}

type FlushResult = { ok: true; seq: number } | { ok: false };

export interface DocumentSync {
  state(): SaveState;
  /** How far the newsroom's copy is known here. */
  seq(): number;
  subscribe(listener: () => void): () => void;
  /** Sends at once; resolves when all that is typed by now is committed, or when that fails for the moment. */
  flush(): Promise<FlushResult>;
  /** Something changed outside (focus, connection, sign-in): try again now. */
  wake(): void;
  /** Out of a conflict: takes in what this window lacks and sends its own on top. */
  mergeBoth(): void;
  /** Shows newer text of the newsroom; only while nothing of this window waits. */
  catchUp(newer: { seq: number; lacks: Uint8Array }): void;
  /** Out of a conflict: gives up this window's text, once the newsroom has all of it as a revision. */
  takeSaved(): Promise<boolean>;
  /** The window or the page goes: a last try. What it does not carry stays in the browser's store. */
  close(): Promise<void>;
}

/** Origin of changes that came from the newsroom and need not be sent back. */
export const fromNewsroom = Symbol("from the newsroom");

const quietMs = 600;
const latestMs = 2_000;
/** A slow answer is said before ten seconds are over. */
const overdueMs = 8_000;

/** Carries what is typed in `doc` to the newsroom, one write at a time, and says honestly where it stands. */
export function documentSync({ doc, send, load, unsent, clock, newId, isOnline, ...start }: SyncParts): DocumentSync {
  const queue = writeQueue();
  const listeners = new Set<() => void>();
  const [quiet, latest, retry, overdue] = [alarm(clock), alarm(clock), alarm(clock), alarm(clock)];
  let flushes: { upTo: number; resolve(result: FlushResult): void }[] = [];
  let state: SaveState = { kind: "saved", at: start.savedAt };
  let seq = start.seq;
  let waitingSince: number | null = null;
  let sending: Promise<void> | null = null;
  let failures = 0;
  let sentToConflict = 0;
  let wholeSent = false;
  let closed = false;

  doc.on("update", typed);

  function typed(update: Uint8Array, origin: unknown) {
    if (origin === fromNewsroom) return;
    void unsent.keep(queue.add(update), update);
    waitingSince ??= clock.now();
    if (state.kind === "conflict") return;
    if (!overdue.isSet) overdue.set(overdueMs, sayItIsLate);
    if (!isAlarming(state)) show({ kind: sending ? "saving" : "unsent", count: queue.count });
    if (!sending && !retry.isSet) sendSoon();
  }

  function sendSoon() {
    quiet.set(quietMs, attempt);
    if (!latest.isSet) latest.set(latestMs, attempt);
  }

  function attempt() {
    for (const timer of [quiet, latest, retry]) timer.clear();
    if (sending || state.kind === "conflict") return;
    const write = queue.next(seq, newId);
    if (!write) return;
    waitingSince = null;
    if (!isAlarming(state)) show({ kind: "saving", count: queue.count });
    sending = send(write)
      .catch((): WriteAnswer => ({ kind: "unreachable" }))
      .then((answer) => {
        sending = null;
        hear(answer);
      });
  }

  function hear(answer: WriteAnswer) {
    switch (answer.kind) {
      case "stored":
        return stored(answer);
      case "conflict":
        return fork(answer.conflict);
      case "refused":
        return refused(answer);
      default:
        return stuck(setbackOf(answer, failures++, isOnline()));
    }
  }

  function stored(answer: { seq: number; savedAt: Date }) {
    const upTo = queue.acknowledged();
    void unsent.forget(upTo);
    seq = answer.seq;
    failures = 0;
    wholeSent = false;
    overdue.clear();
    if (waitingSince !== null) overdue.set(Math.max(0, overdueMs - (clock.now() - waitingSince)), sayItIsLate);
    const arrived = flushes.filter((flush) => flush.upTo <= upTo);
    flushes = flushes.filter((flush) => flush.upTo > upTo);
    show(queue.count === 0 ? { kind: "saved", at: answer.savedAt } : { kind: "unsent", count: queue.count });
    for (const flush of arrived) flush.resolve({ ok: true, seq });
    if (queue.count === 0 || closed) return;
    if (flushes.length > 0) attempt();
    else sendSoon();
  }

  function fork(conflict: TextConflict) {
    sentToConflict = queue.taken;
    queue.putBack();
    if (addsNothing(doc, conflict)) return takeIn(conflict);
    overdue.clear();
    show({ kind: "conflict", conflict });
    failFlushes();
  }

  function takeIn(conflict: { seq: number; lacks: Uint8Array }) {
    if (!knowsAll(mergedDocument([Y.encodeStateAsUpdate(doc), conflict.lacks]))) return stuck(outdated);
    Y.applyUpdate(doc, conflict.lacks, fromNewsroom);
    seq = conflict.seq;
    if (!closed) attempt();
  }

  function refused(answer: Extract<WriteAnswer, { kind: "refused" }>) {
    queue.putBack();
    if (answer.unreadable && !wholeSent) return startOver();
    stuck(setbackOf(answer, failures, isOnline()));
  }

  /** A newsroom restored from a backup lacks what it once acknowledged: give it everything, once, on top of what it has. */
  function startOver() {
    wholeSent = true;
    sending = load().then((loaded) => {
      sending = null;
      wholeSent = loaded !== null;
      if (!loaded) return stuck(setbackOf({ kind: "unreachable" }, failures++, isOnline()));
      Y.applyUpdate(doc, loaded.update, fromNewsroom);
      seq = loaded.seq;
      const whole = Y.encodeStateAsUpdate(doc);
      void unsent.keep(queue.add(whole), whole);
      attempt();
    });
  }

  function stuck({ state: next, retryMs }: Setback) {
    overdue.clear();
    if (retryMs !== null && !closed) retry.set(retryMs, attempt);
    show(next);
    failFlushes();
  }

  function sayItIsLate() {
    if (isAlarming(state)) return;
    show(slow);
    failFlushes();
  }

  function failFlushes() {
    const failed = flushes;
    flushes = [];
    for (const flush of failed) flush.resolve({ ok: false });
  }

  function show(next: SaveState) {
    const isNews = next.kind !== state.kind || isAlarming(next) || next.kind === "saved";
    state = next;
    // Each key counts up what waits; nobody needs to draw the screen anew for that.
    if (!isNews) return;
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    seq: () => seq,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush() {
      if (queue.count === 0) return Promise.resolve({ ok: true, seq });
      if (state.kind === "conflict") return Promise.resolve({ ok: false });
      return new Promise((resolve) => {
        flushes.push({ upTo: queue.last, resolve });
        attempt();
      });
    },
    wake() {
      if (queue.count === 0 || sending) return;
      failures = 0;
      attempt();
    },
    mergeBoth() {
      if (state.kind !== "conflict") return;
      const { conflict } = state;
      overdue.set(overdueMs, sayItIsLate);
      show({ kind: "unsent", count: queue.count });
      takeIn(conflict);
    },
    catchUp(newer) {
      if (queue.count === 0 && newer.seq > seq) takeIn(newer);
    },
    async takeSaved() {
      if (state.kind !== "conflict" || sending) return false;
      const { last } = queue;
      if (last > sentToConflict) {
        const write = queue.next(seq, newId);
        const answer = write && (await send(write).catch(() => null));
        queue.putBack();
        if (answer?.kind !== "conflict") return false;
        show({ kind: "conflict", conflict: answer.conflict });
        sentToConflict = last;
        if (queue.last > last) return false;
      }
      doc.off("update", typed);
      closed = true;
      await unsent.forget(queue.last);
      return true;
    },
    async close() {
      doc.off("update", typed);
      if (!closed) {
        closed = true;
        await sending;
        attempt();
        await sending;
      }
      for (const timer of [quiet, latest, retry, overdue]) timer.clear();
      listeners.clear();
    },
  };
}
