import { Fragment, type Node, type NodeType, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import type { PastedNode, Room } from "#newsroom/body/paste/passage";

/** What may stand where somebody pastes. A place that takes no second paragraph, such as a name under a quote, is a line. */
export function roomAt($at: ResolvedPos): { tables: boolean; room: Room | "line" } {
  const { crosshead, bulletList, paragraph, table } = $at.doc.type.schema.nodes;
  const depth = $at.parent.isTextblock ? $at.depth - 1 : $at.depth;
  const next = $at.node(depth).contentMatchAt($at.indexAfter(depth));
  const takes = (type: NodeType | undefined): boolean => type !== undefined && next.matchType(type) !== null;
  const room = takes(crosshead) ? "blocks" : takes(bulletList) ? "lists" : takes(paragraph) ? "paragraphs" : "line";
  return { tables: takes(table), room };
}

/** Puts blocks in the place of a selection: a paragraph at an edge joins the text around it, other blocks stay whole. */
export function replaceWithBlocks(
  { tr, schema, selection }: Pick<EditorState, "tr" | "schema" | "selection">,
  blocks: readonly PastedNode[],
  { from, to } = { from: selection.from, to: selection.to },
): Transaction {
  const content = Fragment.from(blocks.map((block) => schema.nodeFromJSON(block)));
  const $from = tr.doc.resolve(from);
  const inItem = $from.depth > 1 && $from.node(-1).type.name === "listItem";
  const slice = new Slice(
    content,
    openness(content.firstChild, "firstChild", inItem),
    openness(content.lastChild, "lastChild", inItem),
  );
  tr.replaceRange(from, to, slice);
  return tr
    .setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1))
    .setMeta("paste", true)
    .scrollIntoView();
}

/** How many levels of this edge open to the text beside it. Lists do in a list: their items become items of it. */
function openness(edge: Node | null, side: "firstChild" | "lastChild", inItem: boolean): number {
  let depth = 0;
  for (let node = edge; node; node = node[side]) {
    depth++;
    if (node.type.name === "paragraph") return depth;
    const isList = node.type.name === "bulletList" || node.type.name === "orderedList" || node.type.name === "listItem";
    if (!inItem || !isList) return 0;
  }
  return 0;
}

export function isInCell($at: ResolvedPos): boolean {
  for (let depth = $at.depth; depth > 0; depth--) {
    const role: unknown = $at.node(depth).type.spec.tableRole;
    if (role === "cell" || role === "header_cell") return true;
  }
  return false;
}
