import type { Node, ResolvedPos } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import type { BlockProposal } from "#newsroom/body/block-suggestions";
import { blockProposal, type Proposal } from "#newsroom/body/suggestions";
import { asAttribute, isAllOwn, isDeleted, ownMark, ownProposal } from "./own-marks.ts";

/** Proposes that a range go. Answers where something may be put in its place; null if that cannot be proposed. */
export function takeOut(tr: Transaction, from: number, to: number, proposal: Proposal): number | null {
  const { doc } = tr;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const before = tr.mapping.maps.length;
  const after = (pos: number, side: -1 | 1) => tr.mapping.slice(before).map(pos, side);
  if ($from.sameParent($to) && $from.parent.isTextblock) {
    removeWords(tr, from, to, proposal);
    return after(to, 1);
  }
  const depth = $from.sharedDepth(to);
  const ancestor = $from.node(depth);
  const start = $from.start(depth);
  const parts: { node: Node; at: number; end: number; index: number }[] = [];
  ancestor.forEach((node, offset, index) => {
    const at = start + offset;
    if (at < to && at + node.nodeSize > from) parts.push({ node, at, end: at + node.nodeSize, index });
  });
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const isOpen = { first: from > first.at, last: to < last.end };
  if (isOpen.first && !endsIn(first.node, $from, depth)) return null;
  if (isOpen.last && !startsIn(last.node, $to, depth)) return null;
  if (isOpen.first !== isOpen.last) return null;
  for (const part of parts.toReversed()) {
    if (part === last && isOpen.last) {
      removeWords(tr, $to.start(), to, proposal);
      join(tr, part.at, proposal);
    } else if (part === first && isOpen.first) removeWords(tr, from, $from.end(), proposal);
    else removeBlock(tr, part.at, proposal);
  }
  return isOpen.first ? after(from, 1) : after(to, 1);
}

function removeWords(tr: Transaction, from: number, to: number, proposal: Proposal): void {
  const { by } = proposal;
  const words: { node: Node; start: number; end: number }[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isInline) words.push({ node, start: Math.max(from, pos), end: Math.min(to, pos + node.nodeSize) });
    return !node.isInline;
  });
  for (const { node, start, end } of words.toReversed()) {
    if (ownMark(node, "insertion", by)) tr.delete(start, end);
    else if (isDeleted(node)) continue;
    else if (!node.isText) about(tr, start, "deleted", proposal);
    else tr.addMark(start, end, tr.doc.type.schema.mark("deletion", { ...proposal }));
  }
}

function join(tr: Transaction, at: number, proposal: Proposal): void {
  const node = tr.doc.nodeAt(at);
  const before = tr.doc.resolve(at).nodeBefore;
  const isOwn = node && ownProposal(node, "split", proposal.by);
  if (isOwn && before?.isTextblock && node.isTextblock) {
    tr.delete(at - 1, at + 1);
    return;
  }
  if (isOwn && before?.type === node.type) {
    tr.delete(at - 2, at + 2);
    return;
  }
  if (node && blockProposal(node.attrs, "joined") === null) about(tr, at, "joined", proposal);
}

function removeBlock(tr: Transaction, at: number, proposal: Proposal): void {
  const node = tr.doc.nodeAt(at);
  if (!node) return;
  const { by } = proposal;
  const isOwn = ownProposal(node, "inserted", by) ?? (node.isTextblock && ownProposal(node, "split", by));
  const $at = tr.doc.resolve(at);
  if (isOwn && isAllOwn(node, by) && $at.parent.childCount > 1 && mayLeave($at, isOwn.id))
    tr.delete(at, at + node.nodeSize);
  else if (blockProposal(node.attrs, "deleted") === null) about(tr, at, "deleted", proposal);
}

/** Cells go with their whole column: others may have written in one of them. */
function mayLeave($at: ResolvedPos, id: string): boolean {
  if ($at.parent.type.name !== "tableRow") return true;
  const column = $at.node(-1).children.flatMap(({ children }) => children);
  return column.every((cell) => {
    const proposal = blockProposal(cell.attrs, "inserted");
    return proposal?.id !== id || isAllOwn(cell, proposal.by);
  });
}

const about = (tr: Transaction, at: number, kind: BlockProposal, proposal: Proposal): void =>
  void tr.setNodeAttribute(at, kind, asAttribute(proposal));

/** Does the place stand in the last line of this child, so that all behind it is the rest of that line? */
const endsIn = (child: Node, $pos: ResolvedPos, depth: number): boolean =>
  $pos.parent.isTextblock &&
  (child === $pos.parent ||
    (child.type.name === "listItem" && $pos.depth === depth + 2 && child.lastChild === $pos.parent));

const startsIn = (child: Node, $pos: ResolvedPos, depth: number): boolean =>
  $pos.parent.isTextblock &&
  (child === $pos.parent ||
    (child.type.name === "listItem" && $pos.depth === depth + 2 && child.firstChild === $pos.parent));
