import type { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

/** Makes one undo step of what `change` does: Yjs joins what happens within half a second. */
export function asUndoStep(view: EditorView, change: () => void): void {
  endUndoStep(view.state);
  change();
  endUndoStep(view.state);
}

/** What comes next is a step of its own. */
export function endUndoStep(state: EditorState): void {
  const history: { undoManager: UndoManager } | undefined = yUndoPluginKey.getState(state);
  history?.undoManager.stopCapturing();
}
