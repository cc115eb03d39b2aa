import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { blockProposal, type Proposal } from "#newsroom/body/suggestions";
import { changedChildren, fits, keepsText } from "./decisions.ts";
import { asAttribute, isAllOwn, ownProposal } from "./own-marks.ts";

/** The proposal, and where a place in the text that the person made stands in it. */
export interface Rebuilt {
  tr: Transaction;
  place: (pos: number) => number | null;
}

/** Where blocks may stand twice, once as they were and once as they would be. Rows and cells may not: a table would lose its shape. */
const roomy = new Set([
  "doc",
  "blockquote",
  "pullQuote",
  "factBox",
  "bulletList",
  "orderedList",
  "tableCell",
  "tableHeader",
]);

/**
 * A change of how blocks stand in each other, as a proposal: the smallest blocks that hold all of it are to go, and stand again behind
 * themselves as they would be. What is proposed about parts of them stands in both, and is decided in both at once. Null if what would
 * stand there is a block that others propose to add or to take out.
 */
export function rebuiltBlocks(
  made: Transaction,
  state: EditorState,
  by: string,
  proposalFor: (own: Proposal | null) => Proposal,
): Rebuilt | null {
  for (const level of levelsOf(made.before, made.doc)) {
    const rebuilt = rebuildAt(level, state, by, proposalFor);
    if (rebuilt && fits(state.doc, rebuilt.tr.doc) && keepsText(state.doc, rebuilt.tr.doc)) return rebuilt;
  }
  return null;
}

interface Level {
  parent: Node;
  next: Node;
  /** Where the children of both begin. */
  begin: number;
  start: number;
  end: number;
  nextEnd: number;
}

/** The blocks that hold all of a change, the smallest first. */
function levelsOf(before: Node, after: Node): Level[] {
  const levels: Level[] = [];
  let [parent, next, begin]: [Node, Node, number] = [before, after, 0];
  for (;;) {
    const changed = changedChildren(parent, next);
    if (!changed) return levels;
    if (roomy.has(parent.type.name)) levels.unshift(withBound({ parent, next, begin, ...changed }));
    const { start, end, nextEnd } = changed;
    const [child, nextChild] = [parent.maybeChild(start), next.maybeChild(start)];
    if (end - start !== 1 || nextEnd - start !== 1 || !child || !nextChild) return levels;
    if (!child.sameMarkup(nextChild) || child.inlineContent || child.isLeaf) return levels;
    for (let at = 0; at < start; at++) begin += parent.child(at).nodeSize;
    begin += 1;
    [parent, next] = [child, nextChild];
  }
}

/** Lines that are to be divided or joined stay together. */
function withBound(level: Level): Level {
  const { parent, next } = level;
  let { start, end, nextEnd } = level;
  const isBound = (child: Node | null) => child !== null && (child.attrs.split ?? child.attrs.joined ?? null) !== null;
  while (start > 0 && (isBound(parent.maybeChild(start)) || isBound(next.maybeChild(start)))) start--;
  while (end < parent.childCount && isBound(parent.child(end))) [end, nextEnd] = [end + 1, nextEnd + 1];
  return { ...level, start, end, nextEnd };
}

function rebuildAt(
  { parent, next, begin, start, end, nextEnd }: Level,
  state: EditorState,
  by: string,
  proposalFor: (own: Proposal | null) => Proposal,
): Rebuilt | null {
  const [old, wanted] = [parent.children.slice(start, end), next.children.slice(start, nextEnd)];
  const isOthers = ({ attrs }: Node) =>
    [blockProposal(attrs, "inserted"), blockProposal(attrs, "deleted")].some((about) => about && about.by !== by);
  if (wanted.some(isOthers)) return null;
  const own = new Map(
    old.flatMap((node) => {
      const proposal = ownProposal(node, "inserted", by);
      return proposal && !node.attrs.deleted ? [[proposal.id, proposal]] : [];
    }),
  );
  const [first = null] = own.size === 1 ? own.values() : [];
  const proposal = proposalFor(first);
  const about = asAttribute(proposal);
  const kept = old.flatMap((node) => {
    if (node.attrs.deleted) return node;
    const isOwn = ownProposal(node, "inserted", by)?.id === proposal.id && isAllOwn(node, by);
    return isOwn ? [] : node.type.create({ ...node.attrs, deleted: about }, node.content, node.marks);
  });
  const [from, to] = [offset(parent, begin, start), offset(parent, begin, end)];
  const places: { at: number; size: number; moved: number }[] = [];
  let at = from;
  let moved = from + Fragment.fromArray(kept).size;
  const copies = wanted.flatMap((node) => {
    const here = at;
    at += node.nodeSize;
    if (node.attrs.deleted) return [];
    places.push({ at: here, size: node.nodeSize, moved });
    moved += node.nodeSize;
    return node.type.create({ ...node.attrs, inserted: about }, proposedIn(node.content, proposal), node.marks);
  });
  const tr = state.tr;
  const content = Fragment.fromArray([...kept, ...copies]);
  if (!parent.canReplace(start, end, content)) return null;
  if (tr.maybeStep(new ReplaceStep(from, to, new Slice(content, 0, 0))).failed !== null) return null;
  const place = (pos: number) => {
    const inside = places.find(({ at, size }) => at <= pos && pos <= at + size);
    if (inside) return pos - inside.at + inside.moved;
    return pos <= from ? pos : pos >= at ? pos - at + from + content.size : null;
  };
  return { tr, place };
}

function offset(parent: Node, begin: number, index: number): number {
  let at = begin;
  for (let child = 0; child < index; child++) at += parent.child(child).nodeSize;
  return at;
}

/** Words that nobody else proposed are the person's, so that they can go on with them; what is said of the others stays. */
function proposedIn(content: Fragment, proposal: Proposal): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => {
      if (node.isText) return node.mark(withInsertion(node, proposal));
      const { inserted } = node.attrs;
      const attrs = node.isInline && !inserted ? { ...node.attrs, inserted: asAttribute(proposal) } : node.attrs;
      return node.type.create(attrs, proposedIn(node.content, proposal), node.marks);
    }),
  );
}

function withInsertion(node: Node, proposal: Proposal): readonly Mark[] {
  if (node.marks.some(({ type }) => type.name === "insertion")) return node.marks;
  return node.type.schema.mark("insertion", { ...proposal }).addToSet(node.marks);
}
