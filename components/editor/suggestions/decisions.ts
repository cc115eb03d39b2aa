import type { Node } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { withoutComments } from "#newsroom/body/annotations";
import { type Decide, decided, decidedChildren } from "#newsroom/body/suggestions";
import { hasBlockProposal } from "./own-marks.ts";

type Which = string | "all";

export const accepted = (state: EditorState, which: Which): Transaction => after(state, which, "accept");
export const rejected = (state: EditorState, which: Which): Transaction => after(state, which, "reject");

/** The text after a decision on one proposal, by its id, or on all of them. Blocks that it does not touch stay the same objects. */
function after(state: EditorState, which: Which, decision: "accept" | "reject"): Transaction {
  const { doc, tr, selection } = state;
  const decide: Decide = ({ id }) => (which === "all" || which === id ? decision : null);
  const next = state.schema.nodeFromJSON(decided(doc.toJSON(), decide));
  const range = changedChildren(doc, next);
  if (!range) return tr;
  const { start, end, nextEnd } = range;
  const diffStart = doc.content.findDiffStart(next.content) ?? 0;
  const diffEnd = doc.content.findDiffEnd(next.content) ?? { a: doc.content.size, b: next.content.size };
  tr.replaceWith(offsetOf(doc, start), offsetOf(doc, end), next.children.slice(start, nextEnd));
  const place =
    selection.head <= diffStart
      ? selection.head
      : selection.head >= diffEnd.a
        ? selection.head + diffEnd.b - diffEnd.a
        : diffStart;
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.max(0, Math.min(place, tr.doc.content.size)))));
}

interface Changed {
  start: number;
  end: number;
  nextEnd: number;
}

/** Which children differ; null if none. */
export function changedChildren(one: Node, other: Node): Changed | null {
  let start = 0;
  while (start < Math.min(one.childCount, other.childCount) && one.child(start).eq(other.child(start))) start++;
  let [end, nextEnd] = [one.childCount, other.childCount];
  while (end > start && nextEnd > start && one.child(end - 1).eq(other.child(nextEnd - 1))) {
    end--;
    nextEnd--;
  }
  return start === end && start === nextEnd ? null : { start, end, nextEnd };
}

function offsetOf(doc: Node, index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at++) offset += doc.child(at).nodeSize;
  return offset;
}

/** Do the blocks that differ stand as blocks may? */
export function fits(before: Node, now: Node): boolean {
  const changed = changedChildren(before, now);
  if (!changed) return true;
  const { start, end, nextEnd } = changed;
  if (looseItems(now.children.slice(start, nextEnd)) > looseItems(before.children.slice(start, end))) return false;
  try {
    for (const child of now.children.slice(start, nextEnd)) child.check();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
  return true;
}

/** Items of a list whose first line is only proposed, or is to go: what stands behind it would stand there alone. */
function looseItems(nodes: readonly Node[]): number {
  let count = 0;
  const look = (node: Node) => {
    if (node.type.name !== "listItem") return !node.inlineContent;
    const { inserted, deleted } = node.firstChild?.attrs ?? {};
    if (node.childCount > 1 && (inserted || deleted)) count++;
    return true;
  };
  for (const node of nodes) {
    look(node);
    node.descendants(look);
  }
  return count;
}

const rejectAll: Decide = () => "reject";

/** Is the text the same as before, but for what is proposed? Looks at the blocks that differ alone. */
export function keepsText(before: Node, now: Node): boolean {
  const changed = changedChildren(before, now);
  if (!changed) return true;
  let { start, end, nextEnd } = changed;
  const isBound = (doc: Node, index: number): boolean => {
    const child = doc.maybeChild(index);
    return child !== null && hasBlockProposal(child);
  };
  while (start > 0 && (isBound(before, start) || isBound(now, start))) start--;
  while (end < before.childCount && isBound(before, end)) {
    end++;
    nextEnd++;
  }
  const text = (doc: Node, to: number): string =>
    JSON.stringify(
      decidedChildren(
        doc.children.slice(start, to).map((child) => withoutComments(child.toJSON())),
        rejectAll,
      ),
    );
  return text(before, end) === text(now, nextEnd);
}
