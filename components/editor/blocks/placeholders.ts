import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

interface Placeholder {
  from: number;
  to: number;
  words: string;
}

const asked: Record<string, string> = { attribution: "Who said it", factBoxTitle: "Title of the box" };

/** What empty lines ask for: the one with the cursor, and those of quotes and boxes, which would else not be seen. */
export function placeholdersOf({ doc, selection }: EditorState): Placeholder[] {
  const found: Placeholder[] = [];
  const see = (node: Node, parent: Node, from: number) => {
    if (!node.isTextblock || node.content.size > 0) return;
    const hasCursor = selection.empty && selection.from === from + 1;
    const words = asked[node.type.name] ?? (node.type.name === "paragraph" ? paragraphIn(parent, hasCursor) : "");
    if (words) found.push({ from, to: from + node.nodeSize, words });
  };
  doc.forEach((block, from) => {
    see(block, doc, from);
    if (["blockquote", "pullQuote", "factBox"].includes(block.type.name))
      block.descendants((node, pos, parent) => {
        see(node, parent ?? block, from + 1 + pos);
        return !node.isTextblock;
      });
  });
  return found;
}

function paragraphIn({ type, childCount }: Node, hasCursor: boolean): string {
  if (type.name === "pullQuote") return "The words to set large";
  if (type.name !== "doc") return "";
  if (childCount === 1) return writeHere;
  return hasCursor ? "“/” lists the blocks" : "";
}

const writeHere = "Write here. “/” lists the blocks, “## ” begins a crosshead.";

/** TipTap's own asks while the new text is not in the editor yet, so it cannot be told where a line stands. */
export const Placeholders = Extension.create({
  name: "placeholders",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: (state) =>
          DecorationSet.create(
            state.doc,
            placeholdersOf(state).map(({ from, to, words }) =>
              Decoration.node(from, to, { class: "is-empty", "data-placeholder": words }),
            ),
          ),
      },
    }),
  ],
});
