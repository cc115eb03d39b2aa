import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model";
import { Selection, type Transaction } from "@tiptap/pm/state";

const wrappers = new Set(["blockquote", "pullQuote", "factBox"]);

/** The depth of the quote or box around a place; of this kind, if one is named. */
export function wrapperDepth($pos: ResolvedPos, name?: string): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { name: found } = $pos.node(depth).type;
    if (name ? found === name : wrappers.has(found)) return depth;
  }
  return null;
}

/** Takes a quote or box away and leaves what stood in it; attribution and title become paragraphs. */
export function unwrap(tr: Transaction, depth: number): void {
  const { $from, head } = tr.selection;
  const start = $from.before(depth);
  const { paragraph } = tr.doc.type.schema.nodes;
  const asParagraph = (child: Node): Node[] => {
    if (child.type.name !== "attribution" && child.type.name !== "factBoxTitle") return [child];
    return paragraph && child.content.size > 0 ? [paragraph.create(null, child.content)] : [];
  };
  const children = $from.node(depth).children.flatMap(asParagraph);
  const content = children.length > 0 ? Fragment.from(children) : Fragment.from(paragraph?.create());
  tr.replaceWith(start, $from.after(depth), content);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(Math.max(head - 1, start), tr.doc.content.size))));
}
