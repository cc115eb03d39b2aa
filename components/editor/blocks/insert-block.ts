import type { JSONContent } from "@tiptap/core";
import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, Selection, type Transaction } from "@tiptap/pm/state";

interface Place {
  from: number;
  to: number;
  /** Where the new block stands among its parent's children. */
  parent: Node;
  index: number;
}

/** Where a block may come in: in place of the empty paragraph with the cursor, else after the innermost block that may be followed by it. */
function placeFor(block: Node, selection: Selection): Place | null {
  const { $from } = selection;
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    const [parent, index] = [$from.parent, $from.index() + 1];
    if (parent.canReplaceWith(index, index, block.type)) return { from: selection.to, to: selection.to, parent, index };
  }
  for (let depth = $from.parent.isTextblock ? $from.depth - 1 : $from.depth; depth >= 0; depth--) {
    const [parent, index] = [$from.node(depth), $from.index(depth)];
    if (
      depth === $from.depth - 1 &&
      isEmptyParagraph($from.parent) &&
      parent.canReplaceWith(index, index + 1, block.type)
    )
      return { from: $from.before(depth + 1), to: $from.after(depth + 1), parent, index };
    if (depth < $from.depth && parent.canReplaceWith(index + 1, index + 1, block.type))
      return { from: $from.after(depth + 1), to: $from.after(depth + 1), parent, index: index + 1 };
  }
  return null;
}

const isEmptyParagraph = (node: Node): boolean => node.type.name === "paragraph" && node.content.size === 0;

/** Puts a block where the cursor is and the cursor into it, or behind it if it holds no text. False if it fits nowhere. */
export function insertBlock(tr: Transaction, json: JSONContent): boolean {
  const { schema } = tr.doc.type;
  const block = schema.nodeFromJSON(json);
  const place = placeFor(block, tr.selection);
  if (!place) return false;
  const { from, to, parent, index } = place;
  const isLast = index + (to > from ? 1 : 0) >= parent.childCount;
  const paragraph = schema.nodes.paragraph?.create();
  // Nobody is to be shut in: behind the last block there is a line to go on.
  const content = isLast && paragraph ? Fragment.from([block, paragraph]) : Fragment.from(block);
  tr.replaceWith(from, to, content);
  const $inside: ResolvedPos = tr.doc.resolve(block.isLeaf ? from + block.nodeSize : from + 1);
  tr.setSelection(Selection.near($inside)).scrollIntoView();
  return true;
}
