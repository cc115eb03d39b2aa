import * as Y from "yjs";
import type { Deleted } from "../document/unseen.ts";
import { type Atom, atomAt } from "./atoms.ts";
import type { Moved, Moves } from "./moves.ts";
import type { Stretch } from "./stretches.ts";

/** What an update takes out of a place that it is gone from, as it stands elsewhere now. */
export interface Elsewhere {
  /** In the order in which it was typed: others may have taken it apart since. */
  stretches: Stretch[];
  atoms: Atom[];
}

/** `known`: what its author had heard of: what they knew to stand there is not what they took out. */
export function elsewhereIn(
  doc: Y.Doc,
  asked: Deleted,
  { moves, known }: { moves: Moves; known: ReadonlyMap<number, number> | null },
): Elsewhere {
  const [stretches, atoms]: [Stretch[], Atom[]] = [[], []];
  const unheard = Map.groupBy(moves.unheard(known), ({ from }) => from.client);
  for (const { client, from, to } of gonePartsIn(doc, asked)) {
    let stretch: Stretch = [];
    let last = from;
    for (const clock of movedWithin(unheard.get(client) ?? [], from, to)) {
      // What stands between them is a block of its own.
      if (clock > last + 1) stretch = [];
      last = clock;
      const id = moves.standing(doc, Y.createID(client, clock));
      const letter = id && letterAt(doc, id);
      if (letter) {
        if (stretch.length === 0) stretches.push(stretch);
        add(stretch, id, letter);
        continue;
      }
      stretch = [];
      const atom = id && atomAt(doc, id);
      if (atom) atoms.push(atom);
    }
  }
  return { stretches, atoms };
}

/** The clocks between two that were moved, in their order. */
function* movedWithin(moved: readonly Moved[], from: number, to: number): Generator<number> {
  let next = from;
  const parts = moved.map(({ from, length }) => ({ start: from.clock, end: from.clock + length }));
  for (const { start, end } of parts.sort((one, other) => one.start - other.start))
    for (next = Math.max(next, start); next < Math.min(end, to); next++) yield next;
}

/** Of what an update takes out, the parts that are gone already. */
export function gonePartsIn(doc: Y.Doc, { clients }: Deleted): { client: number; from: number; to: number }[] {
  const parts: { client: number; from: number; to: number }[] = [];
  for (const [client, ranges] of clients)
    for (const { clock, len } of ranges) {
      const end = Math.min(clock + len, Y.getState(doc.store, client));
      for (let at = clock; at < end; ) {
        const { id, length, deleted } = Y.getItem(doc.store, Y.createID(client, at));
        const to = Math.min(id.clock + length, end);
        const last = parts.at(-1);
        if (deleted && last?.client === client && last.to === at) last.to = to;
        else if (deleted) parts.push({ client, from: at, to });
        at = to;
      }
    }
  return parts;
}

function letterAt(doc: Y.Doc, id: Y.ID): string | null {
  const { content, id: start } = Y.getItem(doc.store, id);
  return content instanceof Y.ContentString ? content.str.charAt(id.clock - start.clock) : null;
}

function add(stretch: Stretch, id: Y.ID, letter: string): void {
  const last = stretch.at(-1);
  if (last?.id.client === id.client && last.id.clock + last.text.length === id.clock) last.text += letter;
  else stretch.push({ id, text: letter });
}
