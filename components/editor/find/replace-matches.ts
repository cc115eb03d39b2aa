import { Fragment, type Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Span } from "./matches.ts";

/**
 * Replaces all matches in one step: thousands of small ones would each be mapped over all others.
 * Blocks without a match stay the same objects, so that nothing is drawn anew; the cursor stays where it was in the words.
 */
export function replaceMatches(tr: Transaction, matches: readonly Span[], words: string): Transaction {
  const { doc, selection } = tr;
  const [first, last] = [matches[0], matches.at(-1)];
  if (!first || !last) return tr;
  const from = doc.resolve(first.from).before(1);
  const to = doc.resolve(last.to).after(1);
  const blocks = doc.slice(from, to).content;
  let next = 0;
  let at = from;
  const replaced: Node[] = [];
  blocks.forEach((block) => {
    replaced.push(withReplaced(block, at));
    at += block.nodeSize;
  });

  function withReplaced(node: Node, start: number): Node {
    if ((matches[next]?.from ?? Number.POSITIVE_INFINITY) >= start + node.nodeSize) return node;
    if (node.isTextblock) return node.copy(replacedText(node, start + 1));
    const children: Node[] = [];
    node.forEach((child, offset) => void children.push(withReplaced(child, start + 1 + offset)));
    return node.copy(Fragment.fromArray(children));
  }

  function replacedText(block: Node, start: number): Fragment {
    const end = start + block.content.size;
    const parts: Node[] = [];
    let kept = start;
    for (let match = matches[next]; match && match.to <= end; match = matches[++next]) {
      block.content.cut(kept - start, match.from - start).forEach((part) => void parts.push(part));
      const marks = doc.resolve(match.from).marksAcross(doc.resolve(match.to));
      if (words !== "") parts.push(doc.type.schema.text(words, marks));
      kept = match.to;
    }
    block.content.cut(kept - start).forEach((part) => void parts.push(part));
    return Fragment.fromArray(parts);
  }

  tr.replaceWith(from, to, replaced);
  if (!(selection instanceof TextSelection)) return tr;
  const [anchor, head] = [selection.anchor, selection.head].map((place) => moved(place, matches, words));
  return tr.setSelection(TextSelection.create(tr.doc, anchor ?? 0, head));
}

/** Where a place in the text is after the replacement; within a match, at its end. */
function moved(place: number, matches: readonly Span[], words: string): number {
  let shift = 0;
  for (const { from, to } of matches) {
    if (from >= place) break;
    shift += words.length - (Math.min(to, place) - from);
  }
  return place + shift;
}
