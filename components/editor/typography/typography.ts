import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { typographyOf } from "#newsroom/body/typography/languages";
import { typographicChange } from "#newsroom/body/typography/typography";
import { endUndoStep } from "../undo/undo-step.ts";
import { languageOf } from "./language-of.ts";

/** What was made of the last key, as long as nothing else happened. */
interface Made {
  from: number;
  to: number;
  typed: string;
}

const key = new PluginKey<Made | null>("typography");

/** Quotation marks, dashes and ellipses of the story's language while somebody types. */
export const Typography = Extension.create({
  name: "typography",
  priority: 50,
  addProseMirrorPlugins: () => [typographyPlugin()],
});

const typographyPlugin = (): Plugin<Made | null> =>
  new Plugin<Made | null>({
    key,
    state: {
      init: () => null,
      apply(tr, made) {
        const now: Made | null | undefined = tr.getMeta(key);
        if (now !== undefined) return now;
        return tr.docChanged || tr.selectionSet ? null : made;
      },
    },
    props: {
      handleTextInput: (view, from, to, text) => !view.composing && write(view, { from, to }, text),
      handleKeyDown: (view, event) => event.key === "Backspace" && !hasModifier(event) && takeBack(view),
    },
  });

const hasModifier = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || shiftKey;

function write(view: EditorView, { from, to }: { from: number; to: number }, text: string): boolean {
  const rules = typographyOf(languageOf(view));
  const change = rules && typographicChange(textBefore(view.state, from), text, rules);
  if (!change) return false;
  // First as it was typed: that is what undo gives back. A selection may have been over several paragraphs.
  const { selection, tr } = view.state;
  const isSelected = selection.from === from && selection.to === to;
  view.dispatch(isSelected ? tr.insertText(text) : tr.insertText(text, from, to));
  const end = view.state.selection.from;
  const start = end - text.length - change.remove;
  const typed = textBefore(view.state, end).slice(-(text.length + change.remove));
  if (!typed.endsWith(text)) return true;
  endUndoStep(view.state);
  const made: Made = { from: start, to: start + change.insert.length, typed };
  view.dispatch(view.state.tr.insertText(change.insert, start, end).setMeta(key, made).scrollIntoView());
  endUndoStep(view.state);
  return true;
}

/** More than any sentence; a quotation that began before is not remembered. */
const remembered = 10_000;

function textBefore({ doc }: EditorState, at: number): string {
  const $at = doc.resolve(at);
  return $at.parent.textBetween(Math.max(0, $at.parentOffset - remembered), $at.parentOffset, undefined, "\n");
}

function takeBack(view: EditorView): boolean {
  const made = key.getState(view.state);
  const { selection, tr } = view.state;
  if (!made || !selection.empty || selection.from !== made.to) return false;
  view.dispatch(tr.insertText(made.typed, made.from, made.to).setMeta(key, null).scrollIntoView());
  endUndoStep(view.state);
  return true;
}
