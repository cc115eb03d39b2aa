import type { Connection, ConnectionTransactionOrigin, Document } from "@hocuspocus/server";
import * as Y from "yjs";
import { limited } from "#lib/limited";
import { log } from "#lib/log";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { mendText } from "#newsroom/stories/commands/mend-text";
import { quarantineText } from "#newsroom/stories/commands/quarantine-text";
import { type Settled, settleText } from "#newsroom/stories/commands/settle-text";
import type { News } from "#newsroom/stories/document/live-protocol";
import { hasManyItems, trialOf } from "#newsroom/stories/document/trial";
import {
  noteClients,
  noteSuggesters,
  type OpenedDocument,
  openedDocument,
  placeOf,
  type Standing,
  storeForgotten,
  storeTyped,
  typistOf,
  updatesAfter,
} from "#newsroom/stories/document/typing";
import { mayTakeUnseen, withUnseenWords } from "#newsroom/stories/document/unseen-words";
import { addsNothing, updateIssue } from "#newsroom/stories/document/update-check";
import { Departed } from "#newsroom/stories/moves/departed";
import { following, isInWhatIsGone, type Known } from "#newsroom/stories/moves/following";
import { movedIn } from "#newsroom/stories/moves/moved";
import type { Moved } from "#newsroom/stories/moves/moves";
import { movesOf, noteMoves } from "#newsroom/stories/moves/moves-store";
import { OwnPart } from "./own-part.ts";
import { Patience } from "./patience.ts";
import { Refusal } from "./refusal.ts";

/** A window with the document open, as far as writing goes. */
export interface Writer {
  actor: StaffActor;
  tokenHash: Uint8Array;
  standing: Standing;
  schema: number;
  generation: number;
}

/** What is stored of an update, and what its window is to hear of it. */
interface Kept {
  update: Uint8Array;
  typedAnew: News[];
}

/** No change that is made by hand takes as long. */
const slowMs = 250;
/** However many texts come to rest, most connections to the database are for what is typed. */
const atRest = limited(3);
/** Changes that are in Postgres already, from another instance or another way in. */
const stored = { source: "local", skipStoreHooks: true } as const;

/**
 * A story's document while somebody has it open here. What is typed is in Postgres before it is in the document, one update after
 * the other, so that the document never holds, and nobody is ever sent, what could be lost.
 */
export class Room {
  readonly storyId: string;
  readonly document: Document;
  #seq: number;
  readonly generation: number;
  #bytes: number;
  #isTooLong = false;
  #isSlow = false;
  #lastWriter: StaffActor | null = null;
  #typedAt = new Date(0);
  /** Who typed since the text last came to rest. */
  #writers = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();
  /** The most that waits to be heard, and the turn in which it will be. */
  #told = 0;
  #catchingUp: Promise<boolean> | null = null;
  /** What was taken out of the text lately, and may come back. */
  #departed = new Departed();
  #patience: Patience;
  #ownPart: OwnPart;

  private constructor(document: Document, { seq, generation, updates }: OpenedDocument, closing: AbortSignal) {
    this.storyId = document.name;
    this.document = document;
    this.#seq = seq;
    this.#bytes = updates.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.generation = generation;
    this.#patience = new Patience(closing);
    this.#ownPart = new OwnPart(document, this.#patience, () => this.#fetch(Number.MAX_SAFE_INTEGER));
  }

  /** Fills `document` with what is stored; `closing` ends its patience. @throws Fault notFound */
  static async open(document: Document, closing: AbortSignal): Promise<Room> {
    const opened = await openedDocument(document.name);
    applyAll(document, opened.updates);
    await noteSuggesters(document.name, document);
    return new Room(document, opened, closing);
  }

  get seq(): number {
    return this.#seq;
  }

  /** What the text takes up, about. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Takes an update that a window sent: looks at it, stores it, and only then lets the document have it. Answers what the window is to
   * hear before it is acknowledged. `known`: what the window had heard of, if the update may repeat all that it holds.
   * @throws Refusal
   */
  take(sent: Uint8Array, connection: Connection<Writer>, known: Known): Promise<News[]> {
    const writer = connection.context;
    return this.#inTurn(async () => {
      const issue = updateIssue(this.document, sent);
      if (issue) throw new Refusal(issue.kind, issue.why);
      if (known && addsNothing(this.document, sent)) return [];
      if (await this.#wouldHoldUp(sent))
        throw new Refusal("unfit", "The newsroom cannot take this change: it would hold up everybody.");
      if (this.#isTooLong && grows(sent))
        throw new Refusal("unfit", "The text is longer than the newsroom takes: please shorten it first.");
      const at = new Date();
      const own = await this.#ownPart.of(sent, writer.actor, at);
      const { update, seq, typedAnew } = await this.#storeKeeping(own, known, writer, at);
      if (seq === null) throw new Refusal("changed");
      if (seq > this.#seq + 1) await this.#fetch(seq - 1);
      this.#seq = Math.max(this.#seq, seq);
      this.#lastWriter = writer.actor;
      this.#writers.add(writer.actor.id);
      this.#typedAt = at;
      this.#bytes += update.byteLength;
      const since = performance.now();
      // In one step with its count: whoever looks at the document now may count on it. Hocuspocus finds nothing left to apply.
      Y.applyUpdate(this.document, update, { source: "connection", connection } satisfies ConnectionTransactionOrigin);
      this.#isSlow ||= performance.now() - since > slowMs;
      return [...typedAnew, this.news()];
    });
  }

  /**
   * Takes in what was stored elsewhere; `told`: how many updates there are. What was typed here is known once its turn is over, and a
   * text that was put back counts one up. False: it was put back, or cannot be told from here.
   */
  catchUp(told: number): Promise<boolean> {
    this.#told = Math.max(this.#told, told);
    this.#catchingUp ??= this.#inTurn(async () => {
      const upTo = this.#told;
      this.#told = 0;
      this.#catchingUp = null;
      return upTo <= this.#seq || this.#fetch(Number.MAX_SAFE_INTEGER);
    });
    return this.#catchingUp;
  }

  /** What windows may know of the state of the document. */
  news(): News {
    return { kind: "stored", seq: this.#seq, at: this.#typedAt };
  }

  /** Lets the text come to rest; brings it into order first, or puts it back to what fits, if it must. */
  async settle(): Promise<Settled | null> {
    // The last window may be gone while what it sent is still being stored.
    await this.#turn;
    const actor = this.#lastWriter;
    if (!actor) return null;
    let seen = this.#seq;
    const settled = await atRest(async () => {
      // Typing goes on meanwhile: the document may come to hold more than `seq` updates, all of them stored, and that is no harm.
      const writers = [...this.#writers];
      this.#writers.clear();
      seen = this.#seq;
      const come = { storyId: this.storyId, seq: seen, doc: this.document, writers };
      let isAtRest = false;
      try {
        const settled = await settleText(actor, come, { now: this.#typedAt });
        isAtRest = !settled.unfit;
        return settled;
      } finally {
        if (!isAtRest) for (const writer of writers) this.#writers.add(writer);
      }
    });
    this.#isTooLong = settled.tooLong?.path === "body";
    if (settled.unfit && (await this.#isMended(actor, seen))) return this.settle();
    if (settled.unfit) {
      const { aside } = await quarantineText(actor, { storyId: this.storyId });
      log.error("A text did not fit and was put back", { storyId: this.storyId, aside, why: settled.unfit.message });
    }
    return settled;
  }

  /** `seen`: of so many updates it was found that they do not fit. */
  async #isMended(actor: StaffActor, seen: number): Promise<boolean> {
    const { fits } = await mendText(actor, { storyId: this.storyId }, { now: this.#typedAt });
    if (!fits || !(await this.catchUp(seen + 1)) || this.#seq === seen) return false;
    log.info("A text was brought into order", { storyId: this.storyId });
    return true;
  }

  /** Finishes what is under way and lets the text come to rest; without a database another program does that later. */
  async leave(): Promise<void> {
    for (let turn: Promise<unknown> | null = null; turn !== this.#turn; ) {
      turn = this.#turn;
      await turn;
      if (this.#patience.isGivenUp) return;
      await this.settle();
    }
  }

  /** Tries what Yjs may take long for; where it took long before, all, until one is quick. */
  async #wouldHoldUp(update: Uint8Array): Promise<boolean> {
    if (!this.#isSlow && !hasManyItems(update)) return false;
    const took = await trialOf(this.document, update);
    this.#isSlow &&= took === null || took > slowMs;
    if (took === null) log.warn("Somebody sent what would take too long", { storyId: this.storyId });
    return took === null;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Goes where others moved what it changes; words of others that it takes away unseen are put back in the one write with it. */
  async #storeKeeping(own: Uint8Array, known: Known, writer: Writer, at: Date): Promise<Kept & { seq: number | null }> {
    const isPlain = !mayTakeUnseen(this.document, own) && !isInWhatIsGone(this.document, own);
    for (;;) {
      const after = this.#seq;
      const kept = isPlain ? { update: own, typedAnew: [] } : await this.#keeping(own, known, writer.actor.id, at);
      const { moved, departed } = movedIn(this.document, kept.update, this.#departed.all);
      await this.#patience.with(() => noteMoves(this.storyId, moved, at));
      const seq = await this.#store(kept.update, writer, at, isPlain ? null : after);
      // Another instance may have stored more words there, of which nobody has told us yet.
      if (isPlain || seq !== null || !(await this.#fetch(Number.MAX_SAFE_INTEGER)) || this.#seq === after) {
        this.#departed.add(departed);
        return { ...kept, seq };
      }
    }
  }

  async #keeping(own: Uint8Array, known: Known, staffId: string, at: Date): Promise<Kept> {
    const followed = isInWhatIsGone(this.document, own)
      ? following(this.document, own, { moves: await this.#patience.with(() => movesOf(this.storyId)), known })
      : null;
    const meant = followed?.update ?? own;
    const unseen = withUnseenWords(this.document, meant, followed?.seen);
    if (unseen) {
      const typist = await this.#patience.with(() => typistOf(this.storyId, unseen.typedBy));
      await this.#patience.with(() => noteClients(this.storyId, [unseen.client], typist ?? staffId, at));
    }
    const anew = followed?.moved ?? [];
    await this.#patience.with(() => noteMoves(this.storyId, anew, at));
    return { update: unseen?.update ?? meant, typedAnew: newsOf(anew) };
  }

  /** `after`: only as what follows on so many updates. */
  async #store(update: Uint8Array, writer: Writer, at: Date, after: number | null = null): Promise<number | null> {
    const writeId = newId();
    let wasTried = false;
    const tried = () =>
      this.#patience.with(async () => {
        const earlier = wasTried ? await placeOf(writeId) : null;
        wasTried = true;
        const typed = { ...writer, storyId: this.storyId, writeId, update, at, after, known: this.#seq };
        return earlier ?? (await storeTyped(typed));
      });
    const seq = await tried();
    return seq === null && after === null && (await this.#hasTaughtAgain()) ? tried() : seq;
  }

  /** What the database has forgotten of this text it is told anew; whose words they were it may have to learn again as well. */
  async #hasTaughtAgain(): Promise<boolean> {
    const place = { storyId: this.storyId, generation: this.generation, known: this.#seq };
    const whole = Y.encodeStateAsUpdate(this.document);
    const seq = await this.#patience.with(() => storeForgotten(place, whole, new Date()));
    if (seq === null) return false;
    log.error("The database had forgotten what was typed, and was told it again", { storyId: this.storyId });
    this.#ownPart.askAgain();
    this.#seq = seq;
    return true;
  }

  async #fetch(upTo: number): Promise<boolean> {
    const found = await this.#patience.with(() =>
      updatesAfter(this.storyId, { seq: this.#seq, generation: this.generation }),
    );
    if (found) {
      if (found.seq < this.#seq) await this.#hasTaughtAgain();
      const wanted = found.later.filter(({ seq }) => seq <= upTo);
      applyAll(
        this.document,
        wanted.map(({ update }) => update),
      );
      this.#seq = Math.max(this.#seq, ...wanted.map(({ seq }) => seq));
      return true;
    }
    const { seq, generation, updates } = await this.#patience.with(() => openedDocument(this.storyId));
    if (generation !== this.generation) return false;
    applyAll(this.document, updates);
    this.#seq = Math.max(this.#seq, Math.min(seq, upTo));
    return true;
  }
}

const newsOf = (anew: readonly Moved[]): News[] =>
  anew.length > 0
    ? [
        {
          kind: "typedAnew",
          letters: anew.map(({ from, length }) => ({ client: from.client, clock: from.clock, length })),
        },
      ]
    : [];

/** One that Yjs cannot apply is left out here, and sorted out when the text is looked at as a whole. */
function applyAll(document: Document, updates: Uint8Array[]): void {
  for (const update of updates) {
    try {
      Y.applyUpdate(document, update, stored);
    } catch (error) {
      log.error("A stored update cannot be applied", { storyId: document.name, error });
    }
  }
}

/** Does it bring text, or does it only take away? */
const grows = (update: Uint8Array): boolean =>
  Y.decodeUpdate(update).structs.some(
    (struct) => struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted),
  );
