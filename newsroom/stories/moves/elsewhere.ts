import * as Y from "yjs";
import type { Deleted } from "../document/unseen.ts";
import { type Atom, atomAt } from "./atoms.ts";
import type { Moves } from "./moves.ts";
import type { Stretch } from "./stretches.ts";

/** What an update takes out of a place that it is gone from, as it stands elsewhere now. */
export interface Elsewhere {
  /** In the order in which it was typed: others may have taken it apart since. */
  stretches: Stretch[];
  atoms: Atom[];
}

/** `known`: what its author had heard of; what they knew to stand there is not what they took out. */
export function elsewhereIn(
  doc: Y.Doc,
  asked: Deleted,
  { moves, known }: { moves: Moves; known: ReadonlyMap<number, number> | null },
): Elsewhere {
  const [stretches, atoms]: [Stretch[], Atom[]] = [[], []];
  for (const { client, from, to } of gonePartsIn(doc, asked)) {
    let stretch: Stretch = [];
    for (let clock = from; clock < to; clock++) {
      const there = moves.standing(doc, Y.createID(client, clock));
      const id = there && there.clock >= (known?.get(there.client) ?? 0) ? there : null;
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
