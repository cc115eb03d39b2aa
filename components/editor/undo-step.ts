import type { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

export interface UndoStep {
  /** Takes the step back if nothing was written in the field since. */
  takeBack(): void;
}

const historyOf = (state: EditorState): UndoManager | undefined => {
  const plugin: { undoManager: UndoManager } | undefined = yUndoPluginKey.getState(state);
  return plugin?.undoManager;
};

/** Makes one undo step of what `change` does: Yjs joins what happens within half a second. */
export function asUndoStep(view: EditorView, change: () => void): UndoStep {
  endUndoStep(view.state);
  change();
  endUndoStep(view.state);
  const history = historyOf(view.state);
  const made = history?.undoStack.at(-1);
  return {
    takeBack() {
      if (made !== undefined && history?.undoStack.at(-1) === made) history.undo();
    },
  };
}

/** What comes next is a step of its own. */
export function endUndoStep(state: EditorState): void {
  historyOf(state)?.stopCapturing();
}
