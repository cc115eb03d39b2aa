import * as Y from "yjs";
import type { Direction } from "./move-block.ts";

type Parent = Y.XmlFragment | Y.XmlElement;

/**
 * Moves the block at `index` past its neighbour. One of the two stays the same for the document, the other is made anew: what
 * somebody types in that one at this moment would go with the old one. So the one in which others write stays; null if they write in both.
 */
export function swapBlocks(
  parent: Parent,
  index: number,
  direction: Direction,
  othersIn: (block: unknown) => boolean,
): true | null {
  const otherIndex = direction === "up" ? index - 1 : index + 1;
  const [block, other] = [parent.get(index), parent.get(otherIndex)];
  if (othersIn(block) && othersIn(other)) return null;
  const from = othersIn(other) ? index : otherIndex;
  const to = othersIn(other) ? otherIndex : index;
  const moved = parent.get(from);
  const copy = moved.clone();
  parent.delete(from, 1);
  parent.insert(to, [copy]);
  return true;
}

/** Is this type within that block, however deep? */
export function isWithin(type: unknown, block: unknown): boolean {
  for (let at = type; at instanceof Y.AbstractType; at = at.parent) if (at === block) return true;
  return false;
}
