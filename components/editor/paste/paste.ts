import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanedPaste } from "#newsroom/body/paste/cleaned-paste";
import { pastedHref } from "#newsroom/body/paste/tracking";
import { toast } from "../../ui/toast-manager.ts";
import { asUndoStep } from "../undo-step.ts";
import { replaceWithBlocks, roomAt } from "./pasted-slice.ts";

/** Takes text from other programs into the body: its words and structure, as one step that can be undone. */
export const Paste = Extension.create({
  name: "paste",
  // Before links and tables, which read what ProseMirror made of the clipboard.
  priority: 1_100,
  addProseMirrorPlugins: () => [pastePlugin()],
});

interface Place {
  from: number;
  to: number;
}

function pastePlugin(): Plugin {
  let isShift = false;
  const watchShift = (_view: EditorView, event: KeyboardEvent): boolean => {
    isShift = event.shiftKey;
    return false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: { keydown: watchShift, keyup: watchShift },
      handlePaste: (view, { clipboardData }) =>
        clipboardData !== null && insert(view, clipboardData, view.state.selection, isShift),
      handleDrop(view, event, _slice, moved) {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (moved || !at || !event.dataTransfer) return false;
        return insert(view, event.dataTransfer, { from: at.pos, to: at.pos }, false);
      },
    },
  });
}

function insert(view: EditorView, clipboard: DataTransfer, place: Place, asText: boolean): boolean {
  const html = clipboard.getData("text/html");
  const text = clipboard.getData("text/plain");
  // Our own blocks come back whole, with what no other program knows.
  if (!asText && html.includes("data-pm-slice")) {
    asUndoStep(view, () => {});
    return false;
  }
  if (linkSelection(view, text, place)) return true;
  const { content, pictures } = cleanedPaste({ html, text }, { ...roomAt(view.state.doc.resolve(place.from)), asText });
  if (content.length === 0 && (pictures === 0 || clipboard.files.length > 0)) return false;
  if (content.length > 0) asUndoStep(view, () => view.dispatch(replaceWithBlocks(view.state, content, place)));
  if (pictures > 0) sayLeftOut(pictures);
  return true;
}

/** An address that is pasted over words links them. */
function linkSelection(view: EditorView, text: string, { from, to }: Place): boolean {
  const { link } = view.state.schema.marks;
  const href = /^\s*https?:\/\/\S+\s*$/i.test(text) ? pastedHref(text.trim()) : null;
  if (!link || href === null || from === to || view.state.doc.textBetween(from, to).trim() === "") return false;
  asUndoStep(view, () => view.dispatch(view.state.tr.addMark(from, to, link.create({ href })).scrollIntoView()));
  return true;
}

const sayLeftOut = (pictures: number): string =>
  toast({
    title: pictures === 1 ? "A picture was left out" : `${pictures} pictures were left out`,
    description: "Only the text is pasted: a picture needs its own credit and rights.",
  });
