import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Refused } from "#newsroom/stories/document/live-protocol";
import { type LinkParts, type StoryLink, storyLink } from "../story-link.ts";
import { wordsTakenAway } from "../taken-words.ts";
import { alarm } from "./clock.ts";
import { type Facts, isSafe, nextLook, overdueMs, type SaveState, saveStateOf } from "./save-state.ts";
import type { UnsentStore } from "./unsent-store.ts";

interface SyncParts extends Omit<LinkParts, "typed" | "hear"> {
  /** How many updates `doc` was loaded with. */
  seq: number;
  savedAt: Date | null;
  unsent: UnsentStore;
  /** The text was put back to a good state: this document is over, and the story has to be opened anew. */
  onStartOver(): void;
  /** Words that had just been typed here in a part of the text that somebody took away. */
  taking?: Taking | undefined;
}

export interface Taking {
  /** All of them of which the newsroom has not said yet what became of them; empty if there are none any more. */
  maybe(words: string): void;
  /** They are gone. */
  gone(words: string): void;
}

type FlushResult = { ok: true; seq: number } | { ok: false };

export interface DocumentSync {
  state(): SaveState;
  /** How many of the updates that the newsroom stored this window holds. */
  seq(): number;
  /** May this person write here, as far as is known? */
  mayWrite(): boolean;
  /** Who else is here, and what they show of themselves. */
  awareness: Awareness;
  subscribe(listener: () => void): () => void;
  /** Calls when there may be new comments. */
  hearComments(listener: () => void): () => void;
  /** Calls when what readers have of the story, or what is planned for it, may have changed. */
  hearStory(listener: () => void): () => void;
  /** Resolves when all that is typed by now is committed, or when that is not to be had for the moment. */
  flush(): Promise<FlushResult>;
  /** Something changed outside (focus, connection, sign-in): try again now. */
  wake(): void;
  online(isOnline: boolean): void;
  /** The window goes. What is not acknowledged stays in the browser's store. */
  close(): void;
}

/** Origin of what was loaded from the newsroom and need not be sent back. */
export const fromNewsroom = Symbol("from the newsroom");

/** Carries what is typed in `doc` to the newsroom and what others type into it, and says honestly where it stands. */
export function documentSync({
  seq: loadedSeq,
  savedAt,
  unsent,
  onStartOver,
  taking,
  ...parts
}: SyncParts): DocumentSync {
  const { doc, clock } = parts;
  const listeners = new Set<() => void>();
  const ofComments = new Set<() => void>();
  const ofStory = new Set<() => void>();
  const look = alarm(clock);
  const facts: Facts = {
    typed: 0,
    acknowledged: 0,
    savedAt,
    waitingSince: null,
    lostSince: clock.now(),
    outSince: clock.now(),
    refusal: null,
    mayWrite: true,
    tooLong: null,
  };
  let seq = loadedSeq;
  let shown = saveStateOf(facts, clock.now());
  let flushes: { upTo: number; resolve(result: FlushResult): void }[] = [];
  let isTriedAnew = false;
  /** How far this window's own clock had come with each change that is not stored yet. */
  let clocks: { typed: number; clock: number }[] = [];
  let storedClock = Y.getState(doc.store, doc.clientID);
  const taken = wordsTakenAway();
  let wasHere = false;
  /** The story is being opened anew: nothing of this document is taken any more. */
  let isOver = false;
  let link: StoryLink | null = null;

  // Before the connection listens: it asks for the number of what it sends.
  doc.on("update", typed);
  doc.on("afterTransaction", changed);
  link = storyLink({
    ...parts,
    typed: () => facts.typed,
    hear: {
      acknowledged(upTo) {
        facts.acknowledged = Math.max(facts.acknowledged, upTo);
        storedClock = clocks.findLast((one) => one.typed <= upTo)?.clock ?? storedClock;
        clocks = clocks.filter((one) => one.typed > upTo);
        const words = taken.settled(storedClock);
        if (words.trim() !== "") taking?.gone(words);
        taking?.maybe(taken.open());
        facts.waitingSince = facts.acknowledged === facts.typed ? null : clock.now();
        isTriedAnew = false;
        void unsent.forget(facts.acknowledged);
        show();
      },
      news(news) {
        if (news.kind === "length") facts.tooLong = news.tooLong;
        else if (news.kind === "comments") tell(ofComments);
        else if (news.kind === "story") tell(ofStory);
        else if (news.kind === "typedAnew")
          taken.typedAnew(news.letters.filter(({ client }) => client === doc.clientID));
        else {
          seq = Math.max(seq, news.seq);
          if (news.at.getTime() > 0) facts.savedAt = news.at;
        }
        show();
      },
      admitted(mayWrite) {
        // Some may have been missed while there was no connection.
        tell(ofComments);
        if (wasHere) tell(ofStory);
        wasHere = true;
        facts.refusal = null;
        facts.outSince = null;
        facts.mayWrite = mayWrite;
        show();
      },
      refused,
      connected(isConnected) {
        if (!isConnected) facts.outSince ??= clock.now();
        facts.lostSince = isConnected ? null : (facts.lostSince ?? clock.now());
        show();
      },
    },
  });

  function typed(update: Uint8Array, origin: unknown) {
    if (origin === fromNewsroom || isFromLink(origin)) return;
    facts.typed++;
    clocks.push({ typed: facts.typed, clock: Y.getState(doc.store, doc.clientID) });
    facts.waitingSince ??= clock.now();
    void unsent.keep(facts.typed, update);
    show();
  }

  function changed(transaction: Y.Transaction) {
    if (transaction.local) return;
    taken.look(transaction, storedClock);
    if (taken.open() !== "") taking?.maybe(taken.open());
  }

  /** Hocuspocus names itself as the origin of what others typed. */
  const isFromLink = (origin: unknown): boolean =>
    typeof origin === "object" && origin !== null && "awareness" in origin && origin.awareness === link?.awareness;

  function tell(those: Set<() => void>) {
    for (const listener of those) listener();
  }

  function refused(refusal: Refused) {
    if (refusal.why === "startOver") return startOver();
    facts.refusal = refusal;
    facts.outSince ??= clock.now();
    show();
    if (refusal.why === "unfit" && facts.typed > facts.acknowledged) void putAside(refusal.words);
  }

  /** Yjs sends what was refused again with all that follows it, be it undone meanwhile: only without it can one go on. */
  async function putAside(why: string) {
    if (isOver || !unsent.works) return;
    await unsent.refuse(why);
    if (unsent.works) startOver();
  }

  function startOver() {
    if (isOver) return;
    isOver = true;
    show();
    onStartOver();
  }

  function show() {
    const now = clock.now();
    const next = saveStateOf(facts, now);
    const at = nextLook(facts, now);
    if (at === null) look.clear();
    else look.set(at - now, show);
    // Words that hang in a connection that looks alive: another one may carry them.
    if (
      facts.waitingSince !== null &&
      now - facts.waitingSince >= overdueMs &&
      facts.lostSince === null &&
      !isTriedAnew
    ) {
      isTriedAnew = true;
      link?.renew();
    }
    settleFlushes(next);
    // Each key counts up what waits; nobody needs to draw the screen anew for that.
    const isNews =
      next.kind !== shown.kind || (next.kind !== "saving" && JSON.stringify(next) !== JSON.stringify(shown));
    if (next.kind !== shown.kind || isNews) shown = next;
    if (isNews) for (const listener of listeners) listener();
  }

  function settleFlushes(next: SaveState) {
    const isHopeless = isOver || (!isSafe(next) && next.kind !== "saving");
    const over = flushes.filter(({ upTo }) => upTo <= facts.acknowledged || isHopeless);
    flushes = flushes.filter((flush) => !over.includes(flush));
    for (const { upTo, resolve } of over) resolve(upTo <= facts.acknowledged ? { ok: true, seq } : { ok: false });
  }

  return {
    state: () => shown,
    seq: () => seq,
    mayWrite: () => facts.mayWrite && !["barred", "outdated", "otherPerson"].includes(facts.refusal?.why ?? ""),
    awareness: link.awareness,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hearComments(listener) {
      ofComments.add(listener);
      return () => ofComments.delete(listener);
    },
    hearStory(listener) {
      ofStory.add(listener);
      return () => ofStory.delete(listener);
    },
    flush() {
      if (facts.acknowledged === facts.typed) return Promise.resolve({ ok: true, seq });
      return new Promise((resolve) => {
        flushes.push({ upTo: facts.typed, resolve });
        show();
      });
    },
    wake() {
      if (facts.refusal || facts.lostSince !== null) link?.renew();
    },
    online: (isOnline) => link?.online(isOnline),
    close() {
      doc.off("update", typed);
      doc.off("afterTransaction", changed);
      look.clear();
      listeners.clear();
      ofComments.clear();
      ofStory.clear();
      link?.close();
    },
  };
}
