import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";

type Way = "back" | "forward";

/**
 * Backspace at the start of a line and Delete at its end, beside what does not join it: a picture or an embed is selected before it goes,
 * and between the title of a box and its first line the cursor only walks. False if it is none of these.
 */
export function stepAtEdge(tr: Transaction, way: Way): boolean {
  const { $from, empty } = tr.selection;
  const line = $from.parent;
  if (!empty || !line.isTextblock || $from.depth === 0) return false;
  if ($from.parentOffset !== (way === "back" ? 0 : line.content.size)) return false;
  const parent = $from.node(-1);
  const beside = parent.maybeChild($from.index(-1) + (way === "back" ? -1 : 1));
  if (!beside) return false;
  const [before, after] = [$from.before(), $from.after()];
  if (isPiece(beside) && line.content.size > 0) {
    tr.setSelection(NodeSelection.create(tr.doc, way === "back" ? before - beside.nodeSize : after));
    return true;
  }
  if (line.type.name !== "factBoxTitle" && beside.type.name !== "factBoxTitle") return false;
  // Something has to stand under a title.
  const isSpare = line.content.size === 0 && (way === "forward" || parent.childCount > 2);
  if (isSpare) tr.delete(before, after);
  const edge = isSpare ? before : way === "back" ? before : after;
  tr.setSelection(walked(tr, edge, way));
  return true;
}

const isPiece = ({ type }: Node): boolean => type.isAtom && type.isInGroup("piece");

function walked(tr: Transaction, edge: number, way: Way): Selection {
  const found = Selection.findFrom(tr.doc.resolve(edge), way === "back" ? -1 : 1);
  return found ?? TextSelection.near(tr.doc.resolve(edge));
}
