import { Fragment, type Mark, type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";

/** What stands in the place of a range. */
interface Replacement {
  from: number;
  to: number;
  slice: Slice;
  /** Where it ends in the text after it. */
  end: number;
}

/** All that a transaction did, as one replacement, for what its steps cannot tell one by one; none if nothing differs, null if it is none. */
export function wholeChange({ before, doc, steps }: Transaction): Replacement[] | null {
  if (!steps.every((step) => step instanceof ReplaceStep)) return null;
  const from = before.content.findDiffStart(doc.content);
  const ends = before.content.findDiffEnd(doc.content);
  if (from === null || !ends) return [];
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  const [to, end] = [ends.a + overlap, ends.b + overlap];
  return [{ from, to, slice: doc.slice(from, end), end }];
}

/** Words that are typed amid words that are to go are not so themselves. */
export function withoutInherited(content: Fragment, { nodeBefore, nodeAfter }: ResolvedPos): Fragment {
  const around = [nodeBefore, nodeAfter].flatMap((node) => node?.marks ?? []);
  const isInherited = (mark: Mark) => mark.type.name === "deletion" && mark.isInSet(around);
  return Fragment.fromArray(
    content.content.map((node) => (node.isText ? node.mark(node.marks.filter((mark) => !isInherited(mark))) : node)),
  );
}

interface ClosedEdge {
  inline: Slice;
  rest: Slice;
  at: "start" | "end";
}

/** Blocks put in at the very end or start of a line come as a change of that line's edge: they are blocks beside it. */
export function closedEdge(doc: Node, from: number, to: number, slice: Slice): ClosedEdge | null {
  const { content, openStart, openEnd } = slice;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const flat = (fragment: Fragment) => new Slice(fragment, 0, 0);
  const { firstChild, lastChild } = content;
  if (openStart === 1 && openEnd === 0 && firstChild?.isTextblock && $from.parent.isTextblock)
    return $from.parentOffset === $from.parent.content.size && to === $from.after()
      ? { inline: flat(firstChild.content), rest: flat(content.cut(firstChild.nodeSize)), at: "start" }
      : null;
  if (openStart === 0 && openEnd === 1 && lastChild?.isTextblock && $to.parent.isTextblock)
    return $to.parentOffset === 0 && from === $to.before()
      ? { inline: flat(lastChild.content), rest: flat(content.cut(0, content.size - lastChild.nodeSize)), at: "end" }
      : null;
  return null;
}
