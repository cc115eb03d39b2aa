import * as Y from "yjs";
import type { Deleted } from "../document/unseen.ts";
import { arrivedAtoms } from "./atoms.ts";
import { elsewhereIn, gonePartsIn } from "./elsewhere.ts";
import { isTooMuch, zipped } from "./moved.ts";
import { movedOn } from "./moved-on.ts";
import type { Moved, Moves } from "./moves.ts";
import { type Arrived, arrivedIn, wordsOf } from "./stretches.ts";

/**
 * A change that is sent as it is made names as taken out only what its author took out, and saw where it was. What is sent after a time
 * without a connection names all that its author knows to be gone: then what they `known` tells which, by their own state vector.
 */
export type Known = ReadonlyMap<number, number> | null;

/** Was it made in what is gone from its place? Most that is typed is not. */
export function isInWhatIsGone(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  return gonePartsIn(doc, ds).length > 0 || structs.some((struct) => isStranded(doc, struct));
}

/** In a text, or beside something in a text, that is gone as a whole. */
function isStranded(doc: Y.Doc, struct: unknown): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const near = struct.origin ?? struct.rightOrigin ?? struct.parent;
  if (!(near instanceof Y.ID) || near.clock >= Y.getState(doc.store, near.client)) return false;
  const item: unknown = Y.getItem(doc.store, near);
  // Yjs leaves nothing of what stood in something that is gone.
  return !(item instanceof Y.Item) || (near === struct.parent && item.deleted);
}

/**
 * An update that was made without having heard that others moved what it changes: it changes that where it stands now. Words that were
 * typed in it are typed there, what was taken out of it is taken out there, and what was moved as well is moved on, and not there twice.
 * `moved`: the words that are typed there; `seen`: what it takes out with its author's knowledge. Null if there is nothing to follow. Pure.
 */
export function following(
  doc: Y.Doc,
  update: Uint8Array,
  { moves, known }: { moves: Moves; known: Known },
): { update: Uint8Array; moved: Moved[]; seen: Deleted } | null {
  const decoded = Y.decodeUpdate(update);
  if (isTooMuch(decoded)) return null;
  const elsewhere = elsewhereIn(doc, decoded.ds, { moves, known });
  const isElsewhere = elsewhere.stretches.length + elsewhere.atoms.length > 0;
  if (!isElsewhere && !decoded.structs.some((struct) => isStranded(doc, struct))) return null;
  const arrived = arrivedIn(decoded);
  const after = new Y.Doc();
  Y.applyUpdate(after, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(after, update);
  const brought: Uint8Array[] = [];
  after.on("update", (one: Uint8Array) => brought.push(one));
  const moved: Moved[] = [];
  let seen = decoded.ds;
  after.transact((transaction) => {
    const standing = {
      stretches: arrived
        .map(({ letters }) => letters)
        .filter((letters) => letters.every(({ id }) => !isGone(after, id))),
      atoms: arrivedAtoms(decoded).filter(({ id }) => !isGone(after, id)),
    };
    const on = movedOn(doc, { asked: decoded.ds, elsewhere, moves, arrived: standing, isExact: known === null });
    seen = Y.mergeDeleteSets([seen, on.gone]);
    takeOut(transaction, on.gone);
    const since = moves.with(on.moved);
    const stranded = arrived.filter(({ id }) => isGone(after, id));
    for (const stretch of stranded) moved.push(...typedAnew(after, stretch, since));
    markAnew(after, stranded, since);
  });
  if (brought.length === 0) return null;
  return { update: Y.mergeUpdates([update, ...brought]), moved, seen };
}

const isGone = (doc: Y.Doc, id: Y.ID | null): id is Y.ID =>
  id !== null && id.clock < Y.getState(doc.store, id.client) && Y.getItem(doc.store, id).deleted;

function takeOut(transaction: Y.Transaction, { clients }: Deleted): void {
  const { store } = transaction.doc;
  for (const [client, ranges] of clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; ) {
        const item = Y.getItemCleanStart(transaction, Y.createID(client, at));
        const last = Math.min(at + item.length, clock + len) - 1;
        if (item instanceof Y.Item) {
          Y.getItemCleanEnd(transaction, store, Y.createID(client, last));
          item.delete(transaction);
        }
        at = last + 1;
      }
}

/** Types what was typed in a text that is gone where that text stands now. */
function typedAnew(doc: Y.Doc, { letters, marks, ...beside }: Arrived, moves: Moves): Moved[] {
  const near = letters.length > 0 ? nearTo(doc, moves, beside) : null;
  const place = near && placeIn(doc, near);
  if (!place) return [];
  const { text, offset } = place;
  const words = wordsOf(letters);
  const since = Y.getState(doc.store, doc.clientID);
  if (near.isUnmarked) text.insert(offset, words, {});
  else text.insert(offset, words);
  const typed = lettersSince(doc, since);
  for (const [index, { at, key, value }] of marks.entries()) {
    const end = marks.find((other, behind) => behind > index && other.key === key)?.at ?? words.length;
    if (at < end) text.format(offset + at, end - at, { [key]: value });
  }
  return typed ? zipped(letters, [{ id: typed, text: words }]) : [];
}

/** Marks words of a text that is gone, bold or with a comment, where they stand now. */
function markAnew(doc: Y.Doc, stranded: readonly Arrived[], moves: Moves): void {
  const marks = stranded.flatMap(({ letters, marks: [mark], ...beside }) =>
    letters.length === 0 && mark ? [{ ...mark, beside }] : [],
  );
  for (const [index, { key, value, beside }] of marks.entries()) {
    const end = value === null ? null : marks.find((other, behind) => behind > index && other.key === key);
    const [from, to] = [beside, end?.beside].map((one) => {
      const near = one && nearTo(doc, moves, one);
      return near && placeIn(doc, near);
    });
    if (from && to && from.text === to.text && from.offset < to.offset)
      from.text.format(from.offset, to.offset - from.offset, { [key]: value });
  }
}

/** The first letter that `doc` itself was given since its clock stood there; marks may come before it. */
function lettersSince({ store, clientID }: Y.Doc, clock: number): Y.ID | null {
  for (let at = clock; at < Y.getState(store, clientID); at++) {
    const id = Y.createID(clientID, at);
    const item: unknown = Y.getItem(store, id);
    if (item instanceof Y.Item && item.content instanceof Y.ContentString) return id;
  }
  return null;
}

interface Near {
  id: Y.ID;
  isBehind: boolean;
  /** What stands there may be marked, and what is typed is not. */
  isUnmarked: boolean;
}

function nearTo(
  doc: Y.Doc,
  moves: Moves,
  { left, right, text }: Omit<Arrived, "letters" | "marks" | "id">,
): Near | null {
  const there = (id: Y.ID | null) => (isGone(doc, id) ? moves.standing(doc, id) : null);
  const behind = there(left);
  if (behind) return { id: behind, isBehind: true, isUnmarked: false };
  // What a text began with was made right after it.
  const before = there(right) ?? there(text && Y.createID(text.client, text.clock + 1));
  if (before) return { id: before, isBehind: false, isUnmarked: true };
  // Where a mark ends there is no letter, but the end of the mark, made right after the letter.
  const marked = left && left.clock > 0 ? there(Y.createID(left.client, left.clock - 1)) : null;
  return marked && { id: marked, isBehind: true, isUnmarked: true };
}

function placeIn(doc: Y.Doc, { id, isBehind }: Near): { text: Y.XmlText; offset: number } | null {
  const item: unknown = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item) || !(item.parent instanceof Y.XmlText)) return null;
  let offset = 0;
  for (let before = item.parent._start; before && before !== item; before = before.right)
    if (!before.deleted && before.countable) offset += before.length;
  if (!item.deleted) offset += id.clock - item.id.clock + (isBehind ? 1 : 0);
  return { text: item.parent, offset };
}
