import type { Node } from "@tiptap/pm/model";
import { wordsIn, wordsOfAttrs } from "#newsroom/body/text";

const counted = new WeakMap<Node, number>();

/** Words of the text in the editor, by the newsroom's rule. Unchanged blocks are not counted again. */
export function wordsOf(node: Node): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const words = isProposed(node)
    ? 0
    : node.isTextblock
      ? wordsIn(node.children.map((child) => (isProposed(child) ? "" : (child.text ?? textOfLeaf(child)))).join(""))
      : node.children.reduce((sum, child) => sum + wordsOf(child), wordsIn(wordsOfAttrs(node.type.name, node.attrs)));
  counted.set(node, words);
  return words;
}

/** What is not part of the story unless it is accepted. */
const isProposed = ({ attrs, marks }: Node): boolean =>
  typeof attrs.inserted === "string" || marks.some(({ type }) => type.name === "insertion");

const textOfLeaf = ({ type, attrs }: Node): string => wordsOfAttrs(type.name, attrs) || "\n";
