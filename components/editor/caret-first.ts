import { Extension } from "@tiptap/core";
import { Plugin, Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Doc } from "yjs";

/**
 * The browser moves the caret at once and tells the editor a task later. Whatever redraws the text in between (somebody else's
 * word, a caret, an underline) would put the caret back to where the editor still believes it to be, and the next letters into
 * the wrong place; and the next key comes before that on a slow machine. So the editor looks where the caret is before anything
 * of that kind happens, and before each key and press; and it believes a key that led to the start.
 */
export const CaretFirst = Extension.create<{ doc: Doc | null }>({
  name: "caretFirst",
  // Outermost of all that hear a transaction.
  priority: 10_000,
  addOptions: () => ({ doc: null }),
  addStorage: () => ({ isDispatching: false, look: () => {} }),

  onBeforeCreate() {
    this.storage.look = () => {
      if (!this.storage.isDispatching) readCaret(this.editor.isDestroyed ? null : this.editor.view);
    };
    // Before the binding, which notes at this moment where the caret has to be after the change.
    this.options.doc?.on("beforeAllTransactions", this.storage.look);
  },
  onDestroy() {
    this.options.doc?.off("beforeAllTransactions", this.storage.look);
  },

  addProseMirrorPlugins: () => [new Plugin({ view: lookBeforeInput })],

  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor;
    if (!this.storage.isDispatching && !transaction.docChanged && !transaction.selectionSet) {
      readCaret(view);
      if (!transaction.selection.eq(view.state.selection) && transaction.before.eq(view.state.doc))
        transaction.setSelection(view.state.selection);
    }
    const outer = this.storage.isDispatching;
    this.storage.isDispatching = true;
    try {
      next(transaction);
    } finally {
      this.storage.isDispatching = outer;
    }
  },
});

const inputs = ["keydown", "keyup", "pointerdown"];

/** A key or a press means the words that the screen shows as selected. */
function lookBeforeInput(view: EditorView) {
  const { ownerDocument } = view.dom;
  // Whether the last that happened to this editor was a key, not a press or the coming of the focus.
  let isLed = false;
  const look = ({ type }: Event) => {
    readCaret(view);
    if (type !== "keyup") isLed = type === "keydown" && view.hasFocus();
  };
  const leave = () => {
    isLed = false;
  };
  const follow = () => {
    if (isLed) followToStart(view);
  };
  for (const type of inputs) ownerDocument.addEventListener(type, look, { capture: true });
  view.dom.addEventListener("blur", leave);
  // Before ProseMirror, which hears this on the same document.
  ownerDocument.addEventListener("selectionchange", follow, { capture: true });
  return {
    destroy() {
      for (const type of inputs) ownerDocument.removeEventListener(type, look, { capture: true });
      view.dom.removeEventListener("blur", leave);
      ownerDocument.removeEventListener("selectionchange", follow, { capture: true });
    },
  };
}

/**
 * For 200 ms after the focus came, ProseMirror takes a caret at the start of the text for the browser's doing and puts it back. Once
 * a key was pressed it is that key's doing.
 */
function followToStart(view: EditorView): void {
  if (view.composing) return;
  const start = Selection.atStart(view.state.doc);
  const shown = shownIn(view);
  if (view.state.selection.eq(start) || shown?.anchor !== start.anchor || shown.head !== start.head) return;
  view.dispatch(view.state.tr.setSelection(start).scrollIntoView());
}

/** Brings forward what the browser would say in a moment. */
function readCaret(view: EditorView | null): void {
  if (!view || view.composing) return;
  const { selection } = view.state;
  const shown = shownIn(view);
  if (!shown || (shown.anchor === selection.anchor && shown.head === selection.head)) return;
  view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}

/** Places in the text between which the screen shows it selected; null if the focus or the selection is elsewhere. */
function shownIn(view: EditorView): { anchor: number; head: number } | null {
  if (!view.hasFocus()) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } =
    view.root instanceof Document ? (view.root.getSelection() ?? nowhere) : nowhere;
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  return { anchor: view.posAtDOM(anchorNode, anchorOffset), head: view.posAtDOM(focusNode, focusOffset) };
}

const nowhere = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 };
