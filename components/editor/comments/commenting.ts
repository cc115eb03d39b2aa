import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type Span, type Spots, spotsOf, threadAt, threadsOutside, withoutStrayComments } from "./comment-spots.ts";

export interface CommentedText {
  /** Threads that are not resolved: their words are marked. */
  open: ReadonlySet<string>;
  spots: Spots;
  /** The open thread at the cursor. */
  active: string | null;
  marks: DecorationSet;
}

interface CommentingOptions {
  onComment: () => void;
  /** Is this a thread of this story, as far as this window knows? */
  isKnown: (id: string) => boolean;
  /** Has it words in another field than the one with this view? */
  isBeside: (id: string, view: EditorView) => boolean;
}

const key = new PluginKey<CommentedText>("commenting");
const nothing: CommentedText = { open: new Set(), spots: new Map(), active: null, marks: DecorationSet.empty };

/** Shows which words have comments, and keeps comments with their words. */
export const Commenting = Extension.create<CommentingOptions>({
  name: "commenting",
  addOptions: () => ({ onComment: () => {}, isKnown: () => false, isBeside: () => false }),
  addKeyboardShortcuts() {
    return {
      "Mod-Alt-m": () => {
        this.options.onComment();
        return true;
      },
    };
  },
  addProseMirrorPlugins() {
    return [commentingPlugin(this.options)];
  },
});

export const commentedIn = (state: EditorState): CommentedText => key.getState(state) ?? nothing;

/** From now on the words of these threads are marked, and no others. */
export const threadsShown = (tr: Transaction, open: ReadonlySet<string>): Transaction =>
  tr.setMeta(key, open).setMeta("addToHistory", false);

export const commentingPlugin = ({
  isKnown,
  isBeside,
}: Pick<CommentingOptions, "isKnown" | "isBeside">): Plugin<CommentedText> =>
  new Plugin<CommentedText>({
    key,
    state: {
      init: (_config, { doc }) => ({ ...nothing, spots: spotsOf(doc) }),
      apply(tr, before) {
        const open: ReadonlySet<string> = tr.getMeta(key) ?? before.open;
        if (open === before.open && !tr.docChanged && !tr.selectionSet) return before;
        const spots = tr.docChanged ? spotsOf(tr.doc) : before.spots;
        const active = threadAt(spots, tr.selection.head, (id) => open.has(id));
        if (open === before.open && spots === before.spots && active === before.active) return before;
        return { open, spots, active, marks: marksOf({ open, spots, active }, tr.doc) };
      },
    },
    props: {
      decorations: (state) => commentedIn(state).marks,
      transformPasted(slice, view) {
        const { doc, selection } = view.state;
        const standing = threadsOutside(doc, isCopying(view.dragging) ? [] : [selection]);
        return withoutStrayComments(slice, (id) => isKnown(id) && !standing.has(id) && !isBeside(id, view));
      },
    },
  });

/** Words that are dragged to be doubled stay where they were; what is pasted over goes, and so does what is moved. */
const isCopying = (dragging: { move: boolean } | null): boolean => dragging !== null && !dragging.move;

function marksOf({ open, spots, active }: Omit<CommentedText, "marks">, doc: Node): DecorationSet {
  const shown: Decoration[] = [];
  for (const [id, spans] of spots)
    if (open.has(id))
      for (const { from, to } of spans)
        shown.push(Decoration.inline(from, to, { class: id === active ? "commented is-active" : "commented" }));
  return DecorationSet.create(doc, shown);
}

/** Marks words as those of a thread. Undo leaves it: it is not part of what somebody typed. */
export function markWords(editor: Editor, id: string, { from, to }: Span): boolean {
  const { comment } = editor.schema.marks;
  if (!comment) return false;
  editor.view.dispatch(editor.state.tr.addMark(from, to, comment.create({ id })).setMeta("addToHistory", false));
  return commentedIn(editor.state).spots.has(id);
}

/** Takes the mark of a thread that never began, or is gone, off its words. */
export function unmarkWords(editor: Editor, id: string): void {
  const { comment } = editor.schema.marks;
  const spans = commentedIn(editor.state).spots.get(id);
  if (!comment || !spans) return;
  const { tr } = editor.state;
  for (const { from, to } of spans) tr.removeMark(from, to, comment.create({ id }));
  editor.view.dispatch(tr.setMeta("addToHistory", false));
}

/** The field in which a thread has words. */
export const fieldOf = (editors: readonly Editor[], id: string): Editor | undefined =>
  editors.find((editor) => !editor.isDestroyed && commentedIn(editor.state).spots.has(id));
