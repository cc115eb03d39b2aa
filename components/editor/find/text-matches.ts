import type { Node } from "@tiptap/pm/model";
import { type FindQuery, matcherOf, type Span } from "./matches.ts";

/** Finds in a whole text, across marks, within each paragraph. */
export type Search = (doc: Node) => Span[];

/** A paragraph that did not change is not looked through again. */
export function searchOf(query: FindQuery): Search | null {
  const matcher = matcherOf(query);
  if (!matcher) return null;
  const known = new WeakMap<Node, Span[]>();

  function spansIn(block: Node): Span[] {
    const before = known.get(block);
    if (before) return before;
    // A line break takes one place in the text and is part of no word.
    const spans = matcher?.(block.textBetween(0, block.content.size, undefined, "\n")) ?? [];
    known.set(block, spans);
    return spans;
  }

  return (doc) => {
    const matches: Span[] = [];
    doc.descendants((node, at) => {
      if (!node.isTextblock) return true;
      for (const { from, to } of spansIn(node)) matches.push({ from: at + 1 + from, to: at + 1 + to });
      return false;
    });
    return matches;
  };
}
