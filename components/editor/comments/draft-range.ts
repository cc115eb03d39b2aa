import type { Editor } from "@tiptap/core";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import type { Doc, XmlFragment } from "yjs";
import { onlyPlaceOf, type Span } from "./comment-spots.ts";

interface Binding {
  doc: Doc;
  type: XmlFragment;
  binding: { mapping: Map<never, never> };
}

/** Follows a piece of the text while others type; null once it cannot be told any more where it stands. */
export function followed(editor: Editor, { from, to }: Span, words: string): () => Span | null {
  const before = bindingOf(editor);
  const [start, end] = [from, to].map((at) =>
    absolutePositionToRelativePosition(at, before.type, before.binding.mapping),
  );
  return () => {
    if (editor.isDestroyed) return null;
    const { doc, type, binding } = bindingOf(editor);
    const [from, to] = [start, end].map((at) => relativePositionToAbsolutePosition(doc, type, at, binding.mapping));
    // A split before the words makes them anew: they are still the same words.
    const isThere = typeof from === "number" && typeof to === "number" && from < to;
    if (isThere && wordsIn(editor, { from, to }) === words) return { from, to };
    return onlyPlaceOf(editor.state.doc, words) ?? (isThere ? { from, to } : null);
  };
}

export const wordsIn = (editor: Editor, { from, to }: Span): string => editor.state.doc.textBetween(from, to, " ", " ");

const bindingOf = (editor: Editor): Binding => ySyncPluginKey.getState(editor.state);
