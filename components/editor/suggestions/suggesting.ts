import { type Editor, Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import type { DecorationSet, EditorView } from "@tiptap/pm/view";
import { uuidv7 } from "uuidv7";
import { asOneUndoStep, endUndoStep } from "../undo/undo-step.ts";
import { carryColumns } from "./column-proposals.ts";
import { type Decision, decideIn } from "./deciding.ts";
import { keepsText } from "./decisions.ts";
import { shownSuggestions, suggestionAt, suggestionPlaces } from "./shown.ts";
import { suggested } from "./suggested.ts";

interface SuggestingState {
  isOn: boolean;
  /** The proposal that the cursor is in. */
  current: string | null;
  shown: DecorationSet;
}

/** `decided`: somebody accepts or rejects. `proposed`: it is a proposal already. */
type Step = { isOn: boolean } | "decided" | "proposed";

const key = new PluginKey<SuggestingState>("suggesting");

export const isSuggesting = (state: EditorState): boolean => key.getState(state)?.isOn ?? false;
const currentSuggestion = (state: EditorState): string | null => key.getState(state)?.current ?? null;

export function setSuggesting(editor: Editor, isOn: boolean): void {
  endUndoStep(editor.state);
  editor.view.dispatch(editor.state.tr.setMeta(key, { isOn } satisfies Step));
}

export const toggleSuggesting = (editor: Editor): void => setSuggesting(editor, !isSuggesting(editor.state));

/** Accepts or rejects one proposal, or all, in these fields; one step to undo. */
export function decideOn(editors: readonly Editor[], decision: Decision, which: string): void {
  const views = editors.map(({ view }) => view);
  asOneUndoStep(views, () => {
    for (const view of views) decideIn(view, decision, which, (tr) => tr.setMeta(key, "decided" satisfies Step));
  });
}

/** Puts the cursor into a proposal. */
export function goToSuggestion(editor: Editor, id: string): void {
  const place = suggestionPlaces(editor.state.doc).find((other) => other.id === id);
  if (!place) return;
  const { tr } = editor.state;
  const at = Math.min(place.inside, tr.doc.content.size);
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at))).scrollIntoView());
  editor.view.focus();
}

/** The proposal behind or before the cursor, round the end of the text. */
function stepToSuggestion(editor: Editor, direction: 1 | -1): void {
  const { doc, selection } = editor.state;
  const places = suggestionPlaces(doc);
  const ids = [...new Set(places.map(({ id }) => id))];
  const current = currentSuggestion(editor.state);
  const beside = current === null ? -1 : ids.indexOf(current);
  const next =
    beside >= 0
      ? { id: ids.at((beside + direction) % ids.length) ?? "" }
      : direction === 1
        ? (places.find(({ at }) => at >= selection.head) ?? places[0])
        : (places.findLast(({ at }) => at < selection.head) ?? places.at(-1));
  if (next) goToSuggestion(editor, next.id);
}

export interface SuggestingParts {
  /** What was done cannot be proposed: nothing happened. */
  onRefused: () => void;
  /** The mode was switched on or off in this field. */
  onMode: (isOn: boolean) => void;
  /** The proposal that the cursor is in now, if any. */
  onCurrent: (id: string | null) => void;
}

interface SuggestingOptions extends SuggestingParts {
  /** Staff id. */
  me: string;
}

/** The mode in which whatever one does to the text becomes a proposal. Off until it is switched on, in this window alone. */
export const Suggesting = Extension.create<SuggestingOptions>({
  name: "suggesting",
  addOptions: () => ({ me: "", onRefused: () => {}, onMode: () => {}, onCurrent: () => {} }),
  addKeyboardShortcuts() {
    const { editor } = this;
    const step = (direction: 1 | -1) => () => {
      stepToSuggestion(editor, direction);
      return true;
    };
    return {
      "Mod-Alt-e": () => {
        toggleSuggesting(editor);
        return true;
      },
      "Mod-Alt-n": step(1),
      "Mod-Alt-p": step(-1),
    };
  },
  dispatchTransaction({ transaction, next }) {
    const { state } = this.editor;
    if (!transaction.docChanged || isFree(transaction)) return next(transaction);
    if (!isSuggesting(state)) return next(ofNobody(transaction));
    const proposal = suggested(transaction, state, { by: this.options.me, now: new Date(), newId: uuidv7 });
    if (proposal) return next(proposal.setMeta(key, "proposed" satisfies Step));
    this.options.onRefused();
  },
  addProseMirrorPlugins() {
    return [suggestingPlugin(this.options)];
  },
});

/** Not done by this person just now, or no change of the text. */
const isFree = (tr: Transaction): boolean => isChangeOrigin(tr) || tr.getMeta(key) !== undefined;

const suggestingPlugin = ({ onMode, onCurrent }: SuggestingParts): Plugin<SuggestingState> =>
  new Plugin<SuggestingState>({
    key,
    state: {
      init: (_config, { doc }) => ({ isOn: false, current: null, shown: shownSuggestions(doc, null) }),
      apply(tr, before) {
        const step: Step | undefined = tr.getMeta(key);
        const isOn = typeof step === "object" ? step.isOn : before.isOn;
        if (!tr.docChanged && !tr.selectionSet) return { ...before, isOn };
        const current = suggestionAt(tr.selection.$head);
        const isSame = !tr.docChanged && current === before.current;
        return { isOn, current, shown: isSame ? before.shown : shownSuggestions(tr.doc, current) };
      },
    },
    // What other parts of the editor add by themselves must not slip past the mode.
    filterTransaction: (tr, state) =>
      !tr.docChanged || !isSuggesting(state) || isFree(tr) || keepsText(state.doc, tr.doc),
    props: {
      decorations: (state) => key.getState(state)?.shown,
      handleDOMEvents: {
        focus: ({ state }) => onCurrent(currentSuggestion(state)),
        compositionstart: takeOutSelection,
      },
    },
    view: () => ({
      update(view, before) {
        const { state } = view;
        if (isSuggesting(state) !== isSuggesting(before)) onMode(isSuggesting(state));
        const current = currentSuggestion(state);
        if (view.hasFocus() && current !== currentSuggestion(before)) onCurrent(current);
      },
    }),
  });

/** Before a word is composed over others: a browser that composes in their place loses its own when they stay, and begins anew. */
function takeOutSelection(view: EditorView): void {
  const { selection, tr } = view.state;
  if (isSuggesting(view.state) && !selection.empty) view.dispatch(tr.deleteSelection());
}

/** Words that are typed amid somebody's proposal are not theirs. */
function ofNobody(tr: Transaction): Transaction {
  const { insertion, deletion, formatting } = tr.doc.type.schema.marks;
  for (const [at, step] of [...tr.steps.entries()]) {
    if (!(step instanceof ReplaceStep)) continue;
    const { content, openStart, openEnd, size } = step.slice;
    if (size === 0 || openStart + openEnd > 0 || !content.content.every(({ isText }) => isText)) continue;
    const onward = tr.mapping.slice(at + 1);
    const [from, to] = [onward.map(step.from, -1), onward.map(step.from + size, 1)];
    for (const type of [insertion, deletion, formatting])
      if (type && tr.doc.rangeHasMark(from, to, type)) tr.removeMark(from, to, type);
  }
  return carryColumns(tr);
}
