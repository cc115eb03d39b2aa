import { type Editor, Extension, InputRule, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, Plugin, Selection, type Transaction } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";
import { EmbedAttrs } from "#newsroom/body/nodes/embed";
import { MoneyAttrs } from "#newsroom/body/nodes/money";
import { PictureAttrs } from "#newsroom/body/nodes/picture";
import { RateBoxAttrs } from "#newsroom/body/nodes/rate-box";
import { attrsAlone } from "#newsroom/body/suggestions";
import { isInCell } from "../paste/pasted-slice.ts";
import type { BlockEvents } from "./asked.ts";
import { stepAtEdge } from "./block-edges.ts";
import { type Direction, type Moved, moveBlock } from "./move-block.ts";
import { moveInDocument } from "./move-in-document.ts";
import { unwrap, wrapperDepth } from "./unwrap.ts";

/** What is selected as a whole and can be changed in a dialog. Answers whether there was anything. */
export function editSelected(editor: Editor, ask: BlockEvents["onAsk"]): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection)) return false;
  const { type } = selection.node;
  const attrs = attrsAlone(selection.node.attrs);
  if (type.name === "embed") ask({ kind: "embed", before: EmbedAttrs.safeParse(attrs).data ?? null });
  else if (type.name === "picture") ask({ kind: "picture", before: PictureAttrs.safeParse(attrs).data ?? null });
  else if (type.name === "rateBox") ask({ kind: "rateBox", before: RateBoxAttrs.safeParse(attrs).data ?? null });
  else if (type.name === "money") ask({ kind: "money", before: MoneyAttrs.safeParse(attrs).data ?? null });
  else return false;
  return true;
}

/** Moves the block with the cursor and says where it has come to. */
export function moveAndSay(editor: Editor, direction: Direction, say: BlockEvents["onSay"]): boolean {
  // Undo takes back one move, not the words typed before it.
  const undo: { undoManager: UndoManager } | undefined = yUndoPluginKey.getState(editor.state);
  undo?.undoManager.stopCapturing();
  const moved = moveInDocument(editor, direction) ?? moveHere(editor, direction);
  say(
    moved === "busy"
      ? "Others are writing in both blocks: this one can be moved once one of them is left."
      : moved
        ? `Moved ${direction}: ${moved.place} of ${moved.of}`
        : `Nothing to move past: this is the ${direction === "up" ? "first" : "last"}`,
  );
  return true;
}

/** Where nobody else can be writing in it, or what is done is only proposed. */
function moveHere(editor: Editor, direction: Direction): Moved | null {
  let moved: Moved | null = null;
  editor
    .chain()
    .command(({ tr }) => {
      moved = moveBlock(tr, direction);
      return moved !== null;
    })
    .run();
  return moved;
}

/** Adds the line that says who spoke, or goes to it. */
export function attribute(editor: Editor): void {
  const { $from } = editor.state.selection;
  const depth = wrapperDepth($from, "blockquote") ?? wrapperDepth($from, "pullQuote");
  if (depth === null) return;
  const quote = $from.node(depth);
  const end = $from.end(depth);
  const last = quote.lastChild;
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const { attribution } = state.schema.nodes;
      if (last?.type !== attribution && attribution) tr.insert(end, attribution.create());
      tr.setSelection(Selection.near(tr.doc.resolve(last?.type === attribution ? end - 1 : end + 1), -1));
      return true;
    })
    .run();
}

/** The ways of quotes, boxes and whole blocks under the keyboard and the mouse. */
export const BlockKeys = Extension.create<BlockEvents>({
  name: "blockKeys",
  priority: 1_500,
  addOptions: () => ({ onAsk: () => {}, onSay: () => {} }),
  addCommands: () => ({
    setBlockquote:
      () =>
      ({ commands }) =>
        commands.wrapIn("blockquote"),
    unsetBlockquote:
      () =>
      ({ state, tr }) => {
        const depth = wrapperDepth(state.selection.$from, "blockquote");
        if (depth !== null) unwrap(tr, depth);
        return depth !== null;
      },
    toggleBlockquote:
      () =>
      ({ state, commands }) =>
        wrapperDepth(state.selection.$from, "blockquote") === null
          ? commands.setBlockquote()
          : commands.unsetBlockquote(),
  }),
  addInputRules() {
    const { blockquote, attribution } = this.editor.schema.nodes;
    if (!blockquote || !attribution) return [];
    const said = textblockTypeInputRule({ find: /^(?:--|—)\s$/, type: attribution });
    return [
      wrappingInputRule({ find: /^\s*>\s$/, type: blockquote }),
      new InputRule({
        find: said.find,
        handler: (props) => (isSpeechIn(props.state.selection.$from) ? null : said.handler(props)),
      }),
    ];
  },
  addKeyboardShortcuts() {
    const { editor } = this;
    const { onAsk, onSay } = this.options;
    return {
      "Mod-Shift-b": () => editor.commands.toggleBlockquote(),
      "Alt-Shift-ArrowUp": () => moveAndSay(editor, "up", onSay),
      "Alt-Shift-ArrowDown": () => moveAndSay(editor, "down", onSay),
      Enter: () => editSelected(editor, onAsk) || leaveLine(editor) || leaveQuote(editor) || leaveBox(editor),
      Backspace: () => takeAway(editor) || atEdge(editor, "back"),
      Delete: () => atEdge(editor, "forward"),
      Tab: () => sinkItem(editor),
    };
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    const { onAsk } = this.options;
    return [new Plugin({ props: { handleDoubleClick: () => editor.isEditable && editSelected(editor, onAsk) } })];
  },
});

/** In the first line of a quote, and where its speaker is named already, a dash begins what is said. */
const isSpeechIn = ($from: ResolvedPos): boolean =>
  $from.depth < 2 ||
  $from.index(-1) === 0 ||
  $from.node(-1).children.some(({ type, content }) => type.name === "attribution" && content.size > 0);

/** Tab nests the item that the cursor is in, and leaves the text for the next control from outside of lists alone. In a table it goes on. */
function sinkItem(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if (isInCell($from) || $from.node(-1)?.type.name !== "listItem") return false;
  editor.commands.sinkListItem("listItem");
  return true;
}

/** Enter in a title goes on into the box, in an attribution it leaves the quote. */
function leaveLine(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name === "factBoxTitle")
    return editor.commands.command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve($from.after()), 1)).scrollIntoView();
      return true;
    });
  return $from.parent.type.name === "attribution" && goBehind(editor, $from.depth - 1);
}

/** Enter in an empty last line of a quote goes to its attribution, or behind the quote. */
function leaveQuote(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const depth = $from.depth - 1;
  if (!empty || depth < 1 || $from.parent.content.size > 0) return false;
  const quote = $from.node(depth);
  if (quote.type.name !== "blockquote" && quote.type.name !== "pullQuote") return false;
  const index = $from.index(depth);
  const next = quote.maybeChild(index + 1);
  if (index === 0 || next?.type.name !== "attribution") return false;
  return editor.commands.command(({ tr }) => {
    const start = $from.before();
    tr.delete(start, $from.after()).setSelection(Selection.near(tr.doc.resolve(start + 1)));
    return true;
  });
}

function atEdge({ state, view }: Editor, way: "back" | "forward"): boolean {
  const { tr } = state;
  if (!stepAtEdge(tr, way)) return false;
  view.dispatch(tr.scrollIntoView());
  return true;
}

/** Enter in an empty last line of a box or quote leaves it, if anything stays in it. */
function leaveBox(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const depth = $from.depth - 1;
  if (!empty || depth < 1 || $from.parent.content.size > 0 || wrapperDepth($from) !== depth) return false;
  const box = $from.node(depth);
  const before = box.maybeChild($from.index(depth) - 1);
  if ($from.index(depth) < box.childCount - 1 || !before || before.type.name === "factBoxTitle") return false;
  return editor
    .chain()
    .command(({ tr }) => {
      const line = tr.doc.slice($from.before(), $from.after());
      tr.delete($from.before(), $from.after());
      const behind = tr.mapping.map($from.after(depth));
      const next = tr.doc.resolve(behind).nodeAfter;
      // The line goes along, unless an empty one waits there.
      if (!next?.isTextblock || next.content.size > 0) tr.insert(behind, line.content);
      return goOn(tr, behind);
    })
    .run();
}

const goBehind = (editor: Editor, depth: number): boolean =>
  editor.commands.command(({ tr }) => goOn(tr, tr.selection.$from.after(depth)));

/** Puts the cursor into the line at a place; makes one if there is none. */
function goOn(tr: Transaction, at: number): boolean {
  const { paragraph } = tr.doc.type.schema.nodes;
  if (!tr.doc.resolve(at).nodeAfter?.isTextblock && paragraph) tr.insert(at, paragraph.create());
  tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView();
  return true;
}

/** Backspace at the start of a quote or box takes it away and leaves its words; in an empty attribution, that. */
function takeAway(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false;
  const depth = $from.depth - 1;
  const isFirst = $from.index(depth) === 0;
  if ($from.parent.type.name === "attribution" && $from.parent.content.size === 0 && !isFirst)
    return editor.commands.command(({ tr }) => {
      tr.delete($from.before(), $from.after()).setSelection(Selection.near(tr.doc.resolve($from.before()), -1));
      return true;
    });
  if (!isFirst || wrapperDepth($from) !== depth) return false;
  return editor.commands.command(({ tr }) => {
    unwrap(tr, depth);
    return true;
  });
}
