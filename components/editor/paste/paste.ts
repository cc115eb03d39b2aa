import { Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanedPaste, pastedLine } from "#newsroom/body/paste/cleaned-paste";
import { isOwnCopy, withoutReplacements } from "#newsroom/body/paste/own-copy";
import { nothingLeftOut, type PastedNode } from "#newsroom/body/paste/passage";
import { pastedHref } from "#newsroom/body/paste/tracking";
import { languageOf } from "../typography/language-of.ts";
import { asUndoStep } from "../undo/undo-step.ts";
import { pastedBehind } from "./pasted-behind.ts";
import { isInCell, replaceWithBlocks, roomAt } from "./pasted-slice.ts";
import { sayLeftOut } from "./say-left-out.ts";

/** Takes text from other programs into the body: its words and structure, as one step that can be undone. */
export const Paste = Extension.create({
  name: "cleanedPaste",
  // Before links and tables, which read what ProseMirror made of the clipboard.
  priority: 1_100,
  addProseMirrorPlugins: () => [pastePlugin()],
});

interface Place {
  from: number;
  to: number;
}

interface Copied {
  html: string;
  text: string;
  hasFiles: boolean;
  asText: boolean;
}

function pastePlugin(): Plugin {
  let isShift = false;
  const watchShift = (_view: EditorView, event: KeyboardEvent): boolean => {
    isShift = event.shiftKey;
    return false;
  };
  const plugin: Plugin = new Plugin({
    props: {
      transformPastedHTML: (html) => (isOwnCopy(html, location.origin) ? withoutReplacements(html).html : html),
      handleDOMEvents: { keydown: watchShift, keyup: watchShift },
      handlePaste(view, event, slice) {
        if (!event.clipboardData) return false;
        const copied = copiedFrom(event.clipboardData, isShift);
        const { from, to } = view.state.selection;
        return (
          fillCells(view, event, copied, plugin) || insert(view, copied, { from, to }) || putBehind(view, copied, slice)
        );
      },
      handleDrop(view, event, _slice, moved) {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (moved || !at || !event.dataTransfer) return false;
        return insert(view, copiedFrom(event.dataTransfer, false), { from: at.pos, to: at.pos });
      },
    },
  });
  return plugin;
}

const copiedFrom = (clipboard: DataTransfer, asText: boolean): Copied => ({
  html: clipboard.getData("text/html"),
  text: clipboard.getData("text/plain"),
  hasFiles: clipboard.files.length > 0,
  asText,
});

function insert(view: EditorView, copied: Copied, place: Place): boolean {
  // Our own blocks come back whole, with what no other program knows.
  if (isOurs(copied)) {
    asUndoStep(view, () => {});
    // What is dragged within the story comes with its proposals.
    if (!view.dragging) sayLeftOut({ ...nothingLeftOut, proposals: withoutReplacements(copied.html).proposals });
    return false;
  }
  if (linkSelection(view, copied.text, place)) return true;
  const { tables, room } = roomAt(view.state.doc.resolve(place.from));
  const language = languageOf(view);
  if (room === "line") {
    const { line, leftOut } = pastedLine(copied, { language });
    if (line !== "") sayLeftOut(leftOut);
    return insertLine(view, line, place);
  }
  const { content, leftOut } = cleanedPaste(copied, { tables, room, asText: copied.asText, language });
  if (content.length === 0 && (leftOut.pictures === 0 || copied.hasFiles) && leftOut.deletions === 0) return false;
  if (content.length > 0) asUndoStep(view, () => view.dispatch(replaceWithBlocks(view.state, content, place)));
  sayLeftOut(leftOut);
  return true;
}

/** What of our own would break the block that it is pasted into. */
function putBehind(view: EditorView, copied: Copied, slice: Slice): boolean {
  const tr = isOurs(copied) ? pastedBehind(view.state, slice) : null;
  if (tr) asUndoStep(view, () => view.dispatch(tr));
  return tr !== null;
}

const isOurs = ({ html, asText }: Copied): boolean => !asText && isOwnCopy(html, location.origin);

function insertLine(view: EditorView, line: string, { from, to }: Place): boolean {
  if (line === "") return false;
  asUndoStep(view, () => view.dispatch(view.state.tr.insertText(line, from, to).scrollIntoView()));
  return true;
}

/** Cells that are pasted into a table fill its cells: that is the table's own way of pasting. */
function fillCells(view: EditorView, event: ClipboardEvent, copied: Copied, self: Plugin): boolean {
  const { state } = view;
  if (copied.asText || isOurs(copied) || !isInCell(state.selection.$from)) return false;
  const { content, leftOut } = cleanedPaste(copied, { tables: true, language: languageOf(view) });
  const [table] = content;
  if (table?.type !== "table" || content.length > 1) return false;
  const slice = sliceOf(view, table);
  let isFilled = false;
  asUndoStep(view, () => {
    isFilled =
      view.someProp("handlePaste", (handle) => handle !== self.props.handlePaste && handle(view, event, slice)) ===
      true;
  });
  if (isFilled) sayLeftOut({ ...leftOut, pictures: 0 });
  return isFilled;
}

const sliceOf = ({ state }: EditorView, node: PastedNode): Slice =>
  new Slice(Fragment.from(state.schema.nodeFromJSON(node)), 0, 0);

/** An address that is pasted over words links them. */
function linkSelection(view: EditorView, text: string, { from, to }: Place): boolean {
  const { link } = view.state.schema.marks;
  const href = /^\s*https?:\/\/\S+\s*$/i.test(text) ? pastedHref(text.trim()) : null;
  if (!link || href === null || from === to || view.state.doc.textBetween(from, to).trim() === "") return false;
  asUndoStep(view, () => view.dispatch(view.state.tr.addMark(from, to, link.create({ href })).scrollIntoView()));
  return true;
}
