import type { Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { isInCell } from "./pasted-slice.ts";

const whole = new Set(["table", "pullQuote", "blockquote", "factBox", "bulletList", "orderedList"]);

/**
 * Blocks of our own that may not stand where they are pasted come behind the innermost block that they may follow: they would else break
 * a table, a box or a list in two. Null if nothing breaks.
 */
export function pastedBehind(state: EditorState, slice: Slice): Transaction | null {
  const { tr, selection } = state;
  const { $from, empty } = selection;
  const { content } = slice;
  if (!empty || (isInCell($from) && content.firstChild?.type.spec.tableRole) || !breaks(state, slice)) return null;
  for (let depth = $from.depth - 1; depth >= 0; depth--) {
    const index = $from.indexAfter(depth);
    if (!$from.node(depth).canReplace(index, index, content)) continue;
    const at = $from.after(depth + 1);
    tr.insert(at, content);
    return tr
      .setSelection(Selection.near(tr.doc.resolve(at + content.size), -1))
      .setMeta("paste", true)
      .scrollIntoView();
  }
  return null;
}

/** Would one of the blocks around the cursor become two? */
function breaks({ tr, selection: { $from } }: EditorState, slice: Slice): boolean {
  tr.replaceSelection(slice);
  for (let depth = 1; depth < $from.depth; depth++) {
    if (!whole.has($from.node(depth).type.name)) continue;
    const start = tr.mapping.map($from.before(depth), -1);
    const end = tr.mapping.map($from.after(depth), 1);
    if (start + (tr.doc.nodeAt(start)?.nodeSize ?? 0) !== end) return true;
  }
  return false;
}
