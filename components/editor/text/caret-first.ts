import { Extension } from "@tiptap/core";
import { GapCursor } from "@tiptap/pm/gapcursor";
import { Plugin, Selection, TextSelection } from "@tiptap/pm/state";
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

  addKeyboardShortcuts() {
    const toTop = () => goAboveBlock(this.editor.view);
    return { "Mod-Home": toTop, "Meta-ArrowUp": toTop };
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
  // What happened last to this editor, by this person, since the focus came.
  let last: "key" | "press" | null = null;
  const look = ({ type, target }: Event) => {
    readCaret(view);
    if (type === "keydown") last = view.hasFocus() ? "key" : null;
    if (type === "pointerdown") last = target instanceof Node && view.dom.contains(target) ? "press" : null;
  };
  const leave = () => {
    last = null;
  };
  const come = ({ target }: Event) => {
    if (target === view.dom && last !== "press") standAgain(view);
  };
  const follow = () => {
    if (last === "key") followToStart(view);
  };
  for (const type of inputs) ownerDocument.addEventListener(type, look, { capture: true });
  view.dom.addEventListener("blur", leave);
  // Before ProseMirror and all that asks it, at the focus, where the caret is.
  view.dom.addEventListener("focus", come, { capture: true });
  // Before ProseMirror, which hears this on the same document.
  ownerDocument.addEventListener("selectionchange", follow, { capture: true });
  return {
    destroy() {
      for (const type of inputs) ownerDocument.removeEventListener(type, look, { capture: true });
      view.dom.removeEventListener("blur", leave);
      view.dom.removeEventListener("focus", come, { capture: true });
      ownerDocument.removeEventListener("selectionchange", follow, { capture: true });
    },
  };
}

/**
 * Where no press brought the focus, the browser puts the caret at the start, which says nothing about where somebody wants to write:
 * they stand where they last stood. What the browser selects anywhere else (a match of its own search) is meant.
 */
function standAgain(view: EditorView): void {
  const shown = shownIn(view);
  const { from } = Selection.atStart(view.state.doc);
  if (!view.editable || view.composing || (shown && Math.max(shown.anchor, shown.head) > from)) return;
  view.focus();
  if (!view.state.selection.eq(Selection.atStart(view.state.doc))) view.dispatch(view.state.tr.scrollIntoView());
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

/**
 * Where a picture or an embed stands first, one browser goes below it and another selects it, so that the next letter takes its place.
 * The top is above it.
 */
function goAboveBlock({ state, dispatch }: EditorView): boolean {
  const { doc, tr } = state;
  if (Selection.atStart(doc) instanceof TextSelection) return false;
  dispatch(tr.setSelection(new GapCursor(doc.resolve(0))).scrollIntoView());
  return true;
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
