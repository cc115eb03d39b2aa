import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";

interface Empty {
  editor: Editor;
  node: Node;
  pos: number;
  hasAnchor: boolean;
}

/** What an empty line asks for. */
export function placeholderOf({ editor, node, pos, hasAnchor }: Empty): string {
  if (node.type.name === "attribution") return "Who said it";
  if (node.type.name === "factBoxTitle") return "Title of the box";
  if (node.type.name !== "paragraph") return "";
  const around = editor.state.doc.resolve(pos).parent;
  if (around.type.name === "pullQuote") return "The words to set large";
  if (around.type.name !== "doc" || !hasAnchor) return "";
  return around.childCount === 1
    ? "Write here. “/” lists the blocks, “## ” begins a crosshead."
    : "“/” lists the blocks";
}
