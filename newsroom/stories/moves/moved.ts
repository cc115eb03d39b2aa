import * as Y from "yjs";
import { alikeIn, telling } from "./alike.ts";
import { movedAtoms } from "./atoms.ts";
import type { Moved } from "./moves.ts";
import { arrivedIn, departedIn, type Stretch, wordsOf } from "./stretches.ts";

/** Each is held against each: of more than a long story at once it is not asked what moved. */
const mostLooked = 5_000;
export const isTooMuch = ({ structs }: ReturnType<typeof Y.decodeUpdate>): boolean => structs.length > mostLooked;

/**
 * What an update takes out of a text and brings again: in Yjs a block that is moved, split, joined or given another kind is deleted and
 * made anew. `gone`: what was taken out before, and may come back now. Pure.
 */
export function movedIn(
  doc: Y.Doc,
  update: Uint8Array,
  gone: readonly Stretch[] = [],
): { moved: Moved[]; departed: Stretch[] } {
  const decoded = Y.decodeUpdate(update);
  const departed = departedIn(doc, decoded.ds);
  const atoms = movedAtoms(doc, decoded);
  if (departed.length === 0 && gone.length === 0) return { moved: atoms, departed };
  if (isTooMuch(decoded) || departed.length > mostLooked) return { moved: [], departed };
  const arrived = arrivedIn(decoded).map(({ letters }) => letters);
  const now = departed.length > 0 ? pairs(departed, arrived) : [];
  // Only what is new could have been there before: to look through all that went costs.
  const isNew = (stretch: Stretch) =>
    wordsOf(stretch).length >= telling && !now.some(({ to }) => Y.compareIDs(to, stretch[0]?.id ?? null));
  const back = arrived.filter(isNew);
  return { moved: [...atoms, ...now, ...(back.length > 0 ? pairs(gone, back) : [])], departed };
}

/** What arrived of what departed. */
export function pairs(departed: readonly Stretch[], arrived: readonly Stretch[]): Moved[] {
  return alikeIn(departed.map(wordsOf), arrived.map(wordsOf)).flatMap(({ gone, from, come, at, length }) => {
    const [before, since] = [departed[gone], arrived[come]];
    return before && since ? zipped(part(before, from, from + length), part(since, at, at + length)) : [];
  });
}

function part(stretch: Stretch, from: number, to: number): Stretch {
  let start = 0;
  return stretch.flatMap(({ id, text }) => {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
    start += text.length;
    return first < last ? [{ id: Y.createID(id.client, id.clock + first), text: text.slice(first, last) }] : [];
  });
}

/** Two stretches of the same length, as far as each goes on without a break. */
export function zipped(before: Stretch, since: Stretch): Moved[] {
  const moved: Moved[] = [];
  const rest = [...since];
  for (const { id, text } of before)
    for (let at = 0; at < text.length; ) {
      const next = rest.shift();
      if (!next) return moved;
      const length = Math.min(next.text.length, text.length - at);
      moved.push({ from: Y.createID(id.client, id.clock + at), to: next.id, length });
      if (length < next.text.length)
        rest.unshift({ id: Y.createID(next.id.client, next.id.clock + length), text: next.text.slice(length) });
      at += length;
    }
  return moved;
}
