import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { isDeleted } from "../suggestions/own-marks.ts";
import type { Span } from "./matches.ts";

/**
 * Replaces matches at once, or for somebody who suggests: then what stands between two of them is left out of the change, and what is to
 * go amid one. Answers how many are left for a decision on a suggestion.
 */
export function replaceWords(tr: Transaction, matches: readonly Span[], words: string, isSuggesting: boolean): number {
  if (!isSuggesting) return matches.length - replaceMatches(tr, matches, words);
  const { doc } = tr;
  const changes: { from: number; to: number; put: Node[] }[] = [];
  for (const match of matches) {
    for (const { from, to } of partsOf(doc, match).staying) {
      const last = changes.at(-1);
      if (last?.to === from) last.to = to;
      else changes.push({ from, to, put: [] });
    }
    changes.at(-1)?.put.push(...[wordsFor(doc, match, words) ?? []].flat());
  }
  for (const { from, to, put } of changes.toReversed()) tr.replaceWith(from, to, put);
  return 0;
}

/** Why matches were left. */
export const leftWords = (count: number): string =>
  count === 1
    ? "One is left as it is: a suggestion touches it. Decide on that first."
    : `${count} are left as they are: suggestions touch them. Decide on those first.`;

/** Are words in this place only proposed, or to be taken away? */
export function isUndecided(doc: Node, match: Span): boolean {
  const { staying, going } = partsOf(doc, match);
  return going.length > 0 || staying.some(({ node }) => node.marks.some(({ type }) => type.name === "insertion"));
}

/**
 * Replaces matches in one step: thousands of small ones would each be mapped over all others. Blocks without a match stay the same
 * objects, so that nothing is drawn anew; the cursor stays where it was in the words. Answers how many were replaced: a match that
 * somebody proposed in part, or that would take a proposal away, is left for a decision.
 */
export function replaceMatches(tr: Transaction, matches: readonly Span[], words: string): number {
  const { doc, selection } = tr;
  const changes = matches.flatMap((match) => inPlaceOf(doc, match, words) ?? []);
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return 0;
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
    if ((changes[next]?.from ?? Number.POSITIVE_INFINITY) >= start + node.nodeSize) return node;
    if (node.isTextblock) return node.copy(replacedText(node, start + 1));
    const children: Node[] = [];
    node.forEach((child, offset) => void children.push(withReplaced(child, start + 1 + offset)));
    return node.copy(Fragment.fromArray(children));
  }

  function replacedText(block: Node, start: number): Fragment {
    const end = start + block.content.size;
    const parts: Node[] = [];
    let kept = start;
    for (let change = changes[next]; change && change.to <= end; change = changes[++next]) {
      block.content.cut(kept - start, change.from - start).forEach((part) => void parts.push(part));
      parts.push(...change.put.content);
      kept = change.to;
    }
    block.content.cut(kept - start).forEach((part) => void parts.push(part));
    return Fragment.fromArray(parts);
  }

  tr.replaceWith(from, to, replaced);
  if (!(selection instanceof TextSelection)) return changes.length;
  const [anchor, head] = [selection.anchor, selection.head].map((place) => moved(place, changes));
  tr.setSelection(TextSelection.create(tr.doc, anchor ?? 0, head));
  return changes.length;
}

/** New words for those of a match: they are as the first of them, and what people say about any of them is said of the new ones. */
function wordsFor(doc: Node, match: Span, words: string): Node | null {
  const { staying } = partsOf(doc, match);
  const [first] = staying;
  if (!first || words === "") return null;
  const said = staying.flatMap(({ node }) => node.marks.filter(isComment));
  const marks = said.reduce<readonly Mark[]>(
    (all, mark) => mark.addToSet(all),
    first.node.marks.filter((mark) => !isComment(mark)),
  );
  return doc.type.schema.text(words, marks);
}

interface Change extends Span {
  put: Fragment;
}

/** What stands in the place of a match: the new words, and behind them what a suggestion takes away amid it. */
function inPlaceOf(doc: Node, match: Span, words: string): Change | null {
  const { staying, going } = partsOf(doc, match);
  const [first, ...others] = staying.map(({ node }) => node.marks.filter(isProposal));
  const isOne = first && others.every((other) => first.length === other.length && other.every((m) => m.isInSet(first)));
  if (!isOne || (words === "" && first.length > 0)) return null;
  const put = [wordsFor(doc, match, words) ?? [], going.map(({ node }) => node)].flat();
  return { ...match, put: Fragment.fromArray(put) };
}

const isComment = ({ type }: Mark): boolean => type.name === "comment";
const isProposal = ({ type }: Mark): boolean => type.name === "insertion" || type.name === "formatting";

interface Part extends Span {
  node: Node;
}

/** What stands in a match: what of it a suggestion takes away, and the rest. */
function partsOf(doc: Node, { from, to }: Span): Record<"staying" | "going", Part[]> {
  const parts: Record<"staying" | "going", Part[]> = { staying: [], going: [] };
  const $from = doc.resolve(from);
  const within = $from.parent.content.cut($from.parentOffset, $from.parentOffset + to - from);
  within.forEach((node, offset) => {
    parts[isDeleted(node) ? "going" : "staying"].push({ node, from: from + offset, to: from + offset + node.nodeSize });
  });
  return parts;
}

/** Where a place in the text is after the replacement; within a match, at its end. */
function moved(place: number, changes: readonly Change[]): number {
  let shift = 0;
  for (const { from, to, put } of changes) {
    if (from >= place) break;
    shift += put.size - (Math.min(to, place) - from);
  }
  return place + shift;
}
