import type { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";
import { oneStep, type UndoStep } from "./one-step.ts";

const historyOf = (state: EditorState): UndoManager | undefined => {
  const plugin: { undoManager: UndoManager } | undefined = yUndoPluginKey.getState(state);
  return plugin?.undoManager;
};

/** Makes one undo step of what `change` does: Yjs joins what happens within half a second. */
export const asUndoStep = (view: EditorView, change: () => void): UndoStep => asOneUndoStep([view], change);

/** Makes one undo step of what `change` does in several fields of a story. */
export const asOneUndoStep = (views: readonly EditorView[], change: () => void): UndoStep =>
  oneStep(
    views.flatMap(({ state }) => historyOf(state) ?? []),
    change,
  );

/** What comes next is a step of its own. */
export function endUndoStep(state: EditorState): void {
  historyOf(state)?.stopCapturing();
}
