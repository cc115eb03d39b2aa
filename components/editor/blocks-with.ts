import type { Node } from "@tiptap/pm/model";

type See = (node: Node, at: number) => void;

/**
 * Goes through what blocks of a text hold, but only of those in which some node `has` what is looked for. Of a block that is as it was, that is known:
 * a key in a long story changes one of them.
 */
export function inBlocksWith(has: (node: Node) => boolean): (doc: Node, see: See) => void {
  const known = new WeakMap<Node, boolean>();
  const isOne = (block: Node): boolean => {
    const before = known.get(block);
    if (before !== undefined) return before;
    let found = has(block);
    block.descendants((node) => {
      found ||= has(node);
      return !found;
    });
    known.set(block, found);
    return found;
  };
  return (doc, see) =>
    doc.forEach((block, at) => {
      if (!isOne(block)) return;
      see(block, at);
      block.descendants((node, inside) => see(node, at + 1 + inside));
    });
}
