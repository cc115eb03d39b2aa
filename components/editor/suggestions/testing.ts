import { joinBackward, joinForward, lift, wrapIn } from "@tiptap/pm/commands";
import type { NodeType } from "@tiptap/pm/model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
} from "@tiptap/pm/tables";
import { canJoin, canSplit } from "@tiptap/pm/transform";
import fc from "fast-check";
import { documentSchema } from "#newsroom/body/annotations";
import type { Block, Body } from "#newsroom/body/body";
import { b, body, crosshead, embed, factBox, i, money, p, quote, rule, table, ul } from "#newsroom/body/testing";
import { moveBlock } from "../blocks/move-block.ts";
import { type Author, suggested } from "./suggested.ts";

/** A place in the text as a share of it, so that it fits any text. */
type Share = number;

/** Something that somebody does in the text. */
export type Edit =
  | { kind: "type"; at: Share; words: string }
  | { kind: "replace"; from: Share; to: Share; words: string }
  | { kind: "delete"; from: Share; to: Share }
  | { kind: "erase"; at: Share }
  | { kind: "split"; at: Share }
  | { kind: "join"; at: Share }
  | { kind: "bold" | "plain" | "link"; from: Share; to: Share }
  | { kind: "retype"; at: Share; level: 0 | 2 | 3 }
  | { kind: "insert"; at: Share; block: Block }
  | { kind: "paste"; at: Share; blocks: Block[] }
  | { kind: "move"; at: Share; direction: "up" | "down" }
  | { kind: "takeOut"; at: Share }
  | { kind: "arrange"; from: Share; to: Share; how: Arrangement };

/** How blocks may be put in each other, and what is done to a table. */
const arrangements = {
  list: ({ schema: { nodes } }) => wrapInList(nodes.bulletList as NodeType),
  numbered: ({ schema: { nodes } }) => wrapInList(nodes.orderedList as NodeType),
  indent: ({ schema: { nodes } }) => sinkListItem(nodes.listItem as NodeType),
  outdent: ({ schema: { nodes } }) => liftListItem(nodes.listItem as NodeType),
  divideItem: ({ schema: { nodes } }) => splitListItem(nodes.listItem as NodeType),
  quote: ({ schema: { nodes } }) => wrapIn(nodes.blockquote as NodeType),
  lift: () => lift,
  joinBefore: () => joinBackward,
  joinBehind: () => joinForward,
  rowBefore: () => addRowBefore,
  rowAfter: () => addRowAfter,
  columnBefore: () => addColumnBefore,
  columnAfter: () => addColumnAfter,
  noRow: () => deleteRow,
  noColumn: () => deleteColumn,
  noTable: () => deleteTable,
} satisfies Record<string, (state: EditorState) => Command>;
type Arrangement = keyof typeof arrangements;
const isArrangement = (name: string): name is Arrangement => Object.hasOwn(arrangements, name);

export const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const words = fc.constantFrom("x", "snow ", "new words", "é");
const blocks: Block[] = [
  p("Plain"),
  p("Some ", b("bold"), " and ", i("italic"), "."),
  crosshead("A crosshead"),
  ul("one", "two"),
  ul("one", [p("two"), ul("two one", "two two")], "three"),
  quote("Said so"),
  rule(),
  { type: "paragraph" },
  p("Costs ", money("5", "KGS"), " today"),
  embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Film"),
  table("Cells", ["a", "b"], ["c", "d"]),
  factBox("Box", "In the box"),
];
const block = fc.constantFrom(...blocks);

export const anyBody: fc.Arbitrary<Body> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((chosen) => body(...chosen));

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), at: share, words }),
  fc.record({ kind: fc.constant("replace" as const), from: share, to: share, words }),
  fc.record({ kind: fc.constant("delete" as const), from: share, to: share }),
  fc.record({ kind: fc.constant("erase" as const), at: share }),
  fc.record({ kind: fc.constant("split" as const), at: share }),
  fc.record({ kind: fc.constant("join" as const), at: share }),
  fc.record({ kind: fc.constantFrom("bold" as const, "plain" as const, "link" as const), from: share, to: share }),
  fc.record({
    kind: fc.constant("retype" as const),
    at: share,
    level: fc.constantFrom(0 as const, 2 as const, 3 as const),
  }),
  fc.record({ kind: fc.constant("insert" as const), at: share, block }),
  fc.record({
    kind: fc.constant("paste" as const),
    at: share,
    blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("move" as const),
    at: share,
    direction: fc.constantFrom("up" as const, "down" as const),
  }),
  fc.record({ kind: fc.constant("takeOut" as const), at: share }),
  fc.record({
    kind: fc.constant("arrange" as const),
    from: share,
    to: share,
    how: fc.constantFrom(...Object.keys(arrangements).filter(isArrangement)),
  }),
);

export const editing = (text: Body): EditorState =>
  EditorState.create({ doc: documentSchema.nodeFromJSON(text), schema: documentSchema });

/** What the editor would do in a text without suggestions. */
export function edited(state: EditorState, edit: Edit): Transaction {
  const { tr, doc, schema } = state;
  const at = (where: Share) => Selection.near(doc.resolve(Math.round(where * doc.content.size))).from;
  const range = ({ from, to }: { from: Share; to: Share }): [number, number] => {
    const [one, other] = [at(from), at(to)];
    return [Math.min(one, other), Math.max(one, other)];
  };
  switch (edit.kind) {
    case "type": {
      const pos = at(edit.at);
      return doc.resolve(pos).parent.isTextblock ? tr.insertText(edit.words, pos) : tr;
    }
    case "replace":
      return tr
        .setSelection(TextSelection.between(doc.resolve(range(edit)[0]), doc.resolve(range(edit)[1])))
        .insertText(edit.words);
    case "delete":
      return tr
        .setSelection(TextSelection.between(doc.resolve(range(edit)[0]), doc.resolve(range(edit)[1])))
        .deleteSelection();
    case "erase": {
      const pos = at(edit.at);
      return doc.resolve(pos).parentOffset > 0 ? tr.delete(pos - 1, pos) : tr;
    }
    case "split":
      return canSplit(doc, at(edit.at)) ? tr.split(at(edit.at)) : tr;
    case "join": {
      const $at = doc.resolve(at(edit.at));
      const isBeside = $at.depth > 0 && doc.resolve($at.before()).nodeBefore?.isTextblock === $at.parent.isTextblock;
      return isBeside && canJoin(doc, $at.before()) ? tr.join($at.before()) : tr;
    }
    case "bold":
      return tr.addMark(...range(edit), schema.mark("bold"));
    case "plain":
      return tr.removeMark(...range(edit), schema.marks.bold);
    case "link":
      return tr.addMark(...range(edit), schema.mark("link", { href: "https://example.org/" }));
    case "retype": {
      const { paragraph, crosshead } = schema.nodes;
      const type = edit.level === 0 ? paragraph : crosshead;
      return type ? tr.setBlockType(at(edit.at), at(edit.at), type, edit.level === 0 ? {} : { level: edit.level }) : tr;
    }
    case "insert": {
      const $at = doc.resolve(at(edit.at));
      return tr.insert($at.depth > 0 ? $at.after(1) : $at.pos, schema.nodeFromJSON(edit.block));
    }
    case "paste": {
      const pasted = schema.nodeFromJSON(body(...edit.blocks)).slice(0);
      const pos = at(edit.at);
      return tr.replaceRange(pos, pos, pasted);
    }
    case "move":
      return moveBlock(tr.setSelection(Selection.near(doc.resolve(at(edit.at)))), edit.direction) ? tr : state.tr;
    case "takeOut": {
      const $at = doc.resolve(at(edit.at));
      const pos = $at.depth > 0 ? $at.before(1) : $at.pos;
      const node = doc.nodeAt(pos);
      return node && doc.childCount > 1 && NodeSelection.isSelectable(node)
        ? tr.setSelection(NodeSelection.create(doc, pos)).deleteSelection()
        : tr;
    }
    case "arrange": {
      let arranged = tr;
      const [from, to] = edit.to < 0.5 ? range({ from: edit.from, to: edit.from }) : range(edit);
      const chosen = state.apply(state.tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
      arrangements[edit.how](state)(chosen, (made) => {
        arranged = made;
      });
      return arranged;
    }
    default:
      return edit satisfies never;
  }
}

/** The text after an edit without the mode. */
export const afterEditing = (state: EditorState, edit: Edit): unknown => edited(state, edit).doc.toJSON();

/** The text after an edit in the suggesting mode; as it was if the edit is refused there. */
export function afterSuggesting(
  state: EditorState,
  edit: Edit,
  author: Author,
): { state: EditorState; isRefused: boolean } {
  const tr = edited(state, edit);
  if (!tr.docChanged) return { state, isRefused: false };
  const before = state.apply(state.tr.setSelection(selectionBefore(state, tr)));
  const proposed = suggested(tr, before, author);
  if (!proposed) return { state, isRefused: true };
  return { state: before.apply(proposed), isRefused: false };
}

const selectionBefore = (state: EditorState, tr: Transaction): Selection => {
  const at = tr.mapping.invert().map(tr.selection.head, 1);
  return Selection.near(state.doc.resolve(Math.max(0, Math.min(at, state.doc.content.size))));
};
