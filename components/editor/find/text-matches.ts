import type { Node } from "@tiptap/pm/model";
import { isDeleted } from "../suggestions/own-marks.ts";
import { type FindQuery, matcherOf, type Span } from "./matches.ts";

/** Finds in a whole text, across marks, within each paragraph. Words that a suggestion takes away are passed over as if they were gone. */
export type Search = (doc: Node) => Span[];

/** A paragraph that did not change is not looked through again. */
export function searchOf(query: FindQuery): Search | null {
  const matcher = matcherOf(query);
  if (!matcher) return null;
  const known = new WeakMap<Node, Span[]>();

  function spansIn(block: Node): Span[] {
    const before = known.get(block);
    if (before) return before;
    const { text, placeOf } = wordsIn(block);
    const spans = matcher?.(text).map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to - 1) + 1 })) ?? [];
    known.set(block, spans);
    return spans;
  }

  return (doc) => {
    const matches: Span[] = [];
    doc.descendants((node, at) => {
      if (isDeleted(node)) return false;
      if (!node.isTextblock) return true;
      for (const { from, to } of spansIn(node)) matches.push({ from: at + 1 + from, to: at + 1 + to });
      return false;
    });
    return matches;
  };
}

/** The text of a block without what a suggestion takes away, and where in the block each of its characters stands. */
function wordsIn(block: Node) {
  let text = "";
  let passed = 0;
  const gaps: { at: number; passed: number }[] = [];
  block.forEach((child) => {
    if (isDeleted(child)) {
      passed += child.nodeSize;
      gaps.push({ at: text.length, passed });
      // A line break takes one place in the text and is part of no word.
    } else text += child.text ?? "\n".repeat(child.nodeSize);
  });
  return { text, placeOf: (index: number) => index + (gaps.findLast(({ at }) => at <= index)?.passed ?? 0) };
}
