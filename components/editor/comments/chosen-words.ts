import type { Editor } from "@tiptap/core";
import { quoteLength } from "#newsroom/stories/comments/comments";
import type { Span } from "./comment-spots.ts";
import { followed, wordsIn } from "./draft-range.ts";

interface Chosen {
  /** Empty if there are none. */
  words: string;
  /** Where they stand now; null if they are only quoted, or there are none. */
  place: ChosenPlace | null;
}

export interface ChosenPlace {
  editor: Editor;
  /** Null once it cannot be told any more. */
  span: () => Span | null;
}

const nothing: Chosen = { words: "", place: null };

/** The words that somebody has selected in the field that was typed in last, or the one at the cursor. */
export function chosenIn(editor: Editor): Chosen {
  if (!editor.isFocused && editor.state.selection.empty) return nothing;
  const span = spanOf(editor);
  if (!span) return nothing;
  const words = wordsIn(editor, span);
  return words.trim() === ""
    ? nothing
    : { words: quoted(words), place: { editor, span: followed(editor, span, words) } };
}

/** What somebody who may only read has selected. */
export function quotedIn(editors: readonly Editor[]): Chosen {
  const selected = window.getSelection();
  const isInText = editors.some(({ view }) => selected?.anchorNode && view.dom.contains(selected.anchorNode));
  return { words: isInText ? quoted(String(selected)) : "", place: null };
}

function spanOf({ state }: Editor): Span | null {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  if (!$from.parent.isTextblock) return null;
  const text = $from.parent.textBetween(0, $from.parent.content.size, "\ufffc", "\ufffc");
  const at = $from.parentOffset;
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(at))?.[0].length ?? 0;
  return before + after > 0 ? { from: from - before, to: from + after } : null;
}

const quoted = (words: string): string => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > quoteLength ? `${line.slice(0, quoteLength - 1)}…` : line;
};
