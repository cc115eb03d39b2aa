import * as Y from "yjs";
import type { Direction } from "./move-block.ts";

type Parent = Y.XmlFragment | Y.XmlElement;

/** Blocks that stand behind each other. */
export interface Run {
  from: number;
  count: number;
}

/** Moves the block at `index` past its neighbour; null if others write in both. */
export const swapBlocks = (
  parent: Parent,
  index: number,
  direction: Direction,
  othersIn: (block: unknown) => boolean,
): true | null => moveBlocks(parent, { from: index, count: 1 }, direction === "up" ? index - 1 : index + 2, othersIn);

/**
 * Moves blocks to before the one at `to`, by the places before the move. Either they or those that they pass stay the same for the
 * document, and the others are made anew: they count as written by who moves, and what somebody types in them at this moment would go
 * with the old ones. So the moved ones are made anew, or if others write in these, those that they pass. Null if others write in both.
 */
export function moveBlocks(parent: Parent, run: Run, to: number, othersIn: (block: unknown) => boolean): true | null {
  const { from, count } = run;
  const isUp = to < from;
  const passed: Run = isUp ? { from: to, count: from - to } : { from: from + count, count: to - from - count };
  const isWritten = ({ from, count }: Run) =>
    Array.from({ length: count }, (_, at) => parent.get(from + at)).some(othersIn);
  if (!isWritten(run)) makeAnew(parent, run, isUp ? to : to - count);
  else if (isWritten(passed)) return null;
  else makeAnew(parent, passed, isUp ? to + count : from);
  return true;
}

/** Takes blocks out and puts their like in; `to` is a place among those that are left. */
function makeAnew(parent: Parent, { from, count }: Run, to: number): void {
  const copies = Array.from({ length: count }, (_, at) => parent.get(from + at).clone());
  parent.delete(from, count);
  parent.insert(to, copies);
}

/** Is this type within that block, however deep? */
export function isWithin(type: unknown, block: unknown): boolean {
  for (let at = type; at instanceof Y.AbstractType; at = at.parent) if (at === block) return true;
  return false;
}
