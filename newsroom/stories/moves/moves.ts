import * as Y from "yjs";

/** Characters that were taken out of a story's text and put in again: `length` of them, from `from` on before and from `to` on since; a picture,
 * an amount and the like counts as one. */
export interface Moved {
  from: Y.ID;
  to: Y.ID;
  length: number;
}

/** Of something that moved again and again, so many moves are followed. */
const mostMoves = 10_000;

/** Where the characters of a story's text were before, and where they have gone since. */
export class Moves {
  #byTo: Map<number, Moved[]>;
  #byFrom: Map<number, Moved[]>;

  #all: readonly Moved[];

  /** `all`: the newest last. */
  constructor(all: readonly Moved[]) {
    this.#all = all;
    this.#byTo = Map.groupBy(all, ({ to }) => to.client);
    this.#byFrom = Map.groupBy(all.toReversed(), ({ from }) => from.client);
    for (const moved of this.#byTo.values()) moved.sort((one, other) => one.to.clock - other.to.clock);
  }

  with(more: readonly Moved[]): Moves {
    return more.length > 0 ? new Moves([...this.#all, ...more]) : this;
  }

  /** The moves that somebody had not heard of who knew so much of each client; all, if that is not known. */
  unheard(known: ReadonlyMap<number, number> | null): readonly Moved[] {
    return known ? this.#all.filter(({ to }) => to.clock >= (known.get(to.client) ?? 0)) : this.#all;
  }

  /** Was this character put in again, rather than typed? */
  isMoved(id: Y.ID): boolean {
    return this.#before(id) !== null;
  }

  /** The clients that typed these characters first, in their order. */
  typists(id: Y.ID, length: number): { client: number; length: number }[] {
    const typists: { client: number; length: number }[] = [];
    for (let at = 0; at < length; ) {
      let first = Y.createID(id.client, id.clock + at);
      let alike = length - at;
      for (let step = 0; step < mostMoves; step++) {
        const before = this.#before(first);
        alike = Math.min(alike, before ? before.length : this.#untilMoved(first));
        if (!before) break;
        first = before.id;
      }
      typists.push({ client: first.client, length: alike });
      at += alike;
    }
    return typists;
  }

  /** Where in `doc` a character stands now that is gone from its place; null if nowhere. */
  standing(doc: Y.Doc, id: Y.ID): Y.ID | null {
    const open = [id];
    for (let step = 0; step < mostMoves; step++) {
      const next = open.pop();
      if (!next) return null;
      if (next !== id && stands(doc, next)) return next;
      const places = (this.#byFrom.get(next.client) ?? []).filter(({ from, length }) => isIn(from, length, next));
      open.push(
        ...places.map(({ from, to }) => Y.createID(to.client, to.clock + next.clock - from.clock)).toReversed(),
      );
    }
    return null;
  }

  #before(id: Y.ID): { id: Y.ID; length: number } | null {
    const moved = this.#last(id);
    if (!moved || !isIn(moved.to, moved.length, id)) return null;
    const offset = id.clock - moved.to.clock;
    return { id: Y.createID(moved.from.client, moved.from.clock + offset), length: moved.length - offset };
  }

  #untilMoved(id: Y.ID): number {
    const next = this.#byTo.get(id.client)?.find(({ to }) => to.clock > id.clock);
    return next ? next.to.clock - id.clock : Number.POSITIVE_INFINITY;
  }

  /** The last one that begins at or before it. */
  #last({ client, clock }: Y.ID): Moved | null {
    const all = this.#byTo.get(client) ?? [];
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.to.clock ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    return all[low - 1] ?? null;
  }
}

const isIn = (start: Y.ID, length: number, { client, clock }: Y.ID): boolean =>
  start.client === client && clock >= start.clock && clock < start.clock + length;

const stands = (doc: Y.Doc, { client, clock }: Y.ID): boolean =>
  clock < Y.getState(doc.store, client) && !Y.getItem(doc.store, Y.createID(client, clock)).deleted;
