import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";

export type Direction = "up" | "down";

/** Parts of one thing that are not moved alone. */
const bound = new Set(["attribution", "factBoxTitle", "tableRow", "tableCell", "tableHeader"]);

/** The depth of the parent in which the block with the cursor can go that way; the innermost one. */
function depthToMove($from: ResolvedPos, deepest: number, direction: Direction): number | null {
  const table = [...Array(deepest + 1).keys()].find((depth) => $from.node(depth).type.name === "table");
  for (let depth = table === undefined ? deepest : table - 1; depth >= 0; depth--) {
    const parent = $from.node(depth);
    const index = $from.index(depth);
    const block = parent.maybeChild(index);
    const other = parent.maybeChild(direction === "up" ? index - 1 : index + 1);
    if (!parent.isTextblock && block && other && !bound.has(block.type.name) && !bound.has(other.type.name))
      return depth;
  }
  return null;
}

export interface Moved {
  /** From 1. */
  place: number;
  of: number;
}

/** Which block moves: its parent's depth in the selection, and its index there. Null if it is the first or last already. */
export function blockToMove(selection: Selection, direction: Direction): { depth: number; index: number } | null {
  const isNode = isBlockSelection(selection);
  const { $from } = selection;
  const depth = depthToMove($from, isNode ? $from.depth : $from.depth - 1, direction);
  return depth === null ? null : { depth, index: $from.index(depth) };
}

/** Where the block at `index` is after the move. */
export const placeAfter = (index: number, direction: Direction, of: number): Moved => ({
  place: index + (direction === "up" ? 0 : 2),
  of,
});

/** Moves the block with the cursor past its neighbour, the cursor with it. Null if it is the first or last already. */
export function moveBlock(tr: Transaction, direction: Direction): Moved | null {
  const { selection } = tr;
  const found = blockToMove(selection, direction);
  if (!found) return null;
  const { depth, index } = found;
  const { $from } = selection;
  const isNode = isBlockSelection(selection);
  const parent = $from.node(depth);
  const block = parent.child(index);
  const start = isNode && depth === $from.depth ? selection.from : $from.before(depth + 1);
  const other = parent.child(direction === "up" ? index - 1 : index + 1);
  const target = direction === "up" ? start - other.nodeSize : start + other.nodeSize;
  tr.delete(start, start + block.nodeSize).insert(target, block);
  tr.setSelection(carried(tr, selection, target - start)).scrollIntoView();
  return placeAfter(index, direction, parent.childCount);
}

const isBlockSelection = (selection: Selection): boolean =>
  selection instanceof NodeSelection && selection.node.isBlock;

/** Puts the selection back into its block, which stood at `index` in the parent at `depth` and stands elsewhere now. */
export function follow(tr: Transaction, before: Selection, depth: number, index: number, place: number): Transaction {
  const startOf = (of: Node, at: number) => {
    let start = before.$from.start(depth);
    for (let child = 0; child < at; child++) start += of.child(child).nodeSize;
    return start;
  };
  const parent = tr.doc.resolve(before.$from.start(depth)).node(depth);
  const by = startOf(parent, place - 1) - startOf(before.$from.node(depth), index);
  return tr.setSelection(carried(tr, before, by)).scrollIntoView();
}

function carried(tr: Transaction, selection: Selection, by: number): Selection {
  if (selection instanceof NodeSelection) return NodeSelection.create(tr.doc, selection.from + by);
  return TextSelection.between(tr.doc.resolve(selection.anchor + by), tr.doc.resolve(selection.head + by));
}
