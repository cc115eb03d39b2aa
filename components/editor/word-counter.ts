import type { Node } from "@tiptap/pm/model";
import { wordsIn, wordsOfAttrs } from "#newsroom/body/text";

const counted = new WeakMap<Node, number>();

/** Words of the text in the editor, by the newsroom's rule. Unchanged blocks are not counted again. */
export function wordsOf(node: Node): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const words = node.isTextblock
    ? wordsIn(node.textBetween(0, node.content.size, "\n", textOfLeaf))
    : node.children.reduce((sum, child) => sum + wordsOf(child), wordsIn(wordsOfAttrs(node.type.name, node.attrs)));
  counted.set(node, words);
  return words;
}

const textOfLeaf = ({ type, attrs }: Node): string => wordsOfAttrs(type.name, attrs) || "\n";
