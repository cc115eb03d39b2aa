import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/**
 * A key or a press means the words that the screen shows as selected. The browser tells of a new selection a task later, and on a
 * slow machine the next key comes before that: End and Backspace would then act at the place where the cursor was.
 */
export const FreshSelection = Extension.create({
  name: "freshSelection",
  addProseMirrorPlugins: () => [new Plugin({ view: readBeforeInput })],
});

const inputs = ["keydown", "keyup", "pointerdown"];

function readBeforeInput(view: EditorView) {
  const { ownerDocument } = view.dom;
  const read = () => {
    // What an input method is about to write has a selection of its own.
    if (view.hasFocus() && !view.composing) ownerDocument.dispatchEvent(new Event("selectionchange"));
  };
  for (const type of inputs) ownerDocument.addEventListener(type, read, { capture: true });
  return {
    destroy() {
      for (const type of inputs) ownerDocument.removeEventListener(type, read, { capture: true });
    },
  };
}
