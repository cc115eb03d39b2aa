import { type Editor, Extension } from "@tiptap/core";
import { NodeRangeSelection } from "@tiptap/extension-node-range";
import { Plugin } from "@tiptap/pm/state";
import { isSuggesting } from "../suggestions/suggesting.ts";
import { asUndoStep } from "../undo/undo-step.ts";
import { carryBlocks, choose, placeFor } from "./drop-place.ts";
import { inDocument, othersIn, type SharedBody, sharedBody } from "./shared-blocks.ts";
import { moveBlocks, type Run } from "./swap-blocks.ts";

interface BlockDragOptions {
  /** Others write in what was dragged and in what it would pass, or in what would go elsewhere: it stays where it is. */
  onBusy: () => void;
}

/**
 * Blocks that are dragged by their handle move within the shared document, as they do by keyboard. The browser's way, to take out what
 * was there when the drag began and to put it in again, would take back what others wrote in it meanwhile.
 */
export const BlockDrag = Extension.create<BlockDragOptions>({
  name: "blockDrag",
  // Before pasting, which hears of drops as well.
  priority: 1_200,
  addOptions: () => ({ onBusy: () => {} }),
  addProseMirrorPlugins() {
    const { editor } = this;
    let dragged: unknown[] = [];
    return [
      new Plugin({
        view({ dom: { ownerDocument } }) {
          // The handle stands beside the text: it is heard once it has said what it drags.
          const note = () => {
            dragged = draggedFrom(editor);
          };
          const forget = () => {
            dragged = [];
          };
          ownerDocument.addEventListener("dragstart", note);
          ownerDocument.addEventListener("dragend", forget);
          return {
            destroy() {
              ownerDocument.removeEventListener("dragstart", note);
              ownerDocument.removeEventListener("dragend", forget);
            },
          };
        },
        props: {
          handleDrop: (view, event, _slice, isMoved) => {
            if (!isMoved || dragged.length === 0) return false;
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            const done = at ? dropBlocks(editor, dragged, at.pos) : null;
            if (done === "busy") this.options.onBusy();
            view.focus();
            return true;
          },
        },
      }),
    ];
  },
});

/** The blocks of the shared document that the handle has taken up; none if something else is dragged. */
function draggedFrom(editor: Editor): unknown[] {
  const { selection } = editor.state;
  const body = sharedBody(editor);
  if (!body || !editor.view.dragging || !(selection instanceof NodeRangeSelection)) return [];
  return selection.ranges.map(({ $from }) => body.type.get($from.index(0)));
}

/** Moves blocks of the shared document to a place in the text. "busy" if others write there; null if nothing is to be done. */
function dropBlocks(editor: Editor, dragged: readonly unknown[], at: number): "busy" | "moved" | null {
  const { doc } = editor.state;
  const body = sharedBody(editor);
  if (!body || body.type.length !== doc.childCount) return null;
  const run = runOf(body, dragged);
  const place = run && placeFor(doc, run, at);
  if (!run || !place) return null;
  const { view } = editor;
  const isWritten = othersIn(editor, body);
  let isDone = true;
  asUndoStep(view, () => {
    if (!isSuggesting(editor.state) && place.depth === 0) {
      const to = place.index();
      isDone = inDocument(body, () => moveBlocks(body.type, run, to, isWritten)) !== null;
      if (isDone)
        view.dispatch(choose(editor.state.tr, { from: to > run.from ? to - run.count : to, count: run.count }));
    } else if (!isSuggesting(editor.state) && dragged.some(isWritten)) isDone = false;
    else view.dispatch(carryBlocks(editor.state.tr, run, place.pos));
  });
  return isDone ? "moved" : "busy";
}

/** Where the blocks stand now; null if one is gone, or something has come between them. */
function runOf({ type }: SharedBody, dragged: readonly unknown[]): Run | null {
  const places = dragged.map((block) => type.toArray().findIndex((other) => Object.is(other, block)));
  const [from = -1] = places;
  return from >= 0 && places.every((place, at) => place === from + at) ? { from, count: places.length } : null;
}
