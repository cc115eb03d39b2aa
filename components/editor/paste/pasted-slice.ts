import { Fragment, type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import type { PastedNode } from "#newsroom/body/paste/passage";

/** What may stand where somebody pastes. */
export function roomAt($at: ResolvedPos): { tables: boolean; paragraphsOnly: boolean } {
  const { bulletList, table } = $at.doc.type.schema.nodes;
  const depth = $at.parent.isTextblock ? $at.depth - 1 : $at.depth;
  const room = $at.node(depth).contentMatchAt($at.indexAfter(depth));
  return {
    tables: table !== undefined && room.matchType(table) !== null,
    paragraphsOnly: bulletList === undefined || room.matchType(bulletList) === null,
  };
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
