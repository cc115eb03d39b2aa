import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { dropPoint } from "@tiptap/pm/transform";
import type { Run } from "./swap-blocks.ts";

/** Where they may come in, near a place in the text; null if that is where they stand. */
export function placeFor(doc: Node, run: Run, at: number): ResolvedPos | null {
  const [from, to] = endsOf(doc, run);
  const place = doc.resolve(dropPoint(doc, at, doc.slice(from, to)) ?? at);
  return from <= place.pos && place.pos <= to ? null : place;
}

function endsOf(doc: Node, { from, count }: Run): [number, number] {
  const sizes = doc.children.map(({ nodeSize }) => nodeSize);
  const sum = (upTo: number) => sizes.slice(0, upTo).reduce((all, size) => all + size, 0);
  return [sum(from), sum(from + count)];
}

/** As one step of the editor: into another block, or as a proposal. */
export function carryBlocks(tr: Transaction, run: Run, to: number): Transaction {
  const [from, end] = endsOf(tr.doc, run);
  const blocks = tr.doc.slice(from, end);
  tr.delete(from, end);
  const at = tr.mapping.map(to);
  tr.replaceRange(at, at, blocks);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at), 1)).scrollIntoView();
}

/** Selects blocks as the drop of the editor itself does. */
export function choose(tr: Transaction, run: Run): Transaction {
  const [from, to] = endsOf(tr.doc, run);
  const selection =
    run.count === 1
      ? NodeSelection.create(tr.doc, from)
      : TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to));
  return tr.setSelection(selection).scrollIntoView();
}
