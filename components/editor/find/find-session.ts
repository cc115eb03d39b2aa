import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { isSuggesting } from "../suggestions/suggesting.ts";
import type { UndoStep } from "../undo/one-step.ts";
import { asOneUndoStep, asUndoStep } from "../undo/undo-step.ts";
import { foundIn, withStep } from "./finding.ts";
import type { FindQuery, Span } from "./matches.ts";
import { replaceWords } from "./replace-matches.ts";
import { replaceAllButOne } from "./replace-rounds.ts";
import { searchOf } from "./text-matches.ts";

interface FindCount {
  /** From 1; 0 if none is looked at. */
  at: number;
  total: number;
}

/** Looks for words in all fields of a story as if they were one text, from top to bottom. */
export function findSession(fields: () => Editor[]) {
  const matchesOf = (editor: Editor) => foundIn(editor.state).matches;

  function count(): FindCount {
    let total = 0;
    let at = 0;
    for (const editor of fields()) {
      const { matches, current } = foundIn(editor.state);
      if (current >= 0) at = total + current + 1;
      total += matches.length;
    }
    return { at, total };
  }

  /** `from` is where to begin to look; without it, at the top. */
  function search(query: FindQuery, from: { editor: Editor; at: number } | null): void {
    const look = searchOf(query);
    for (const editor of fields()) editor.view.dispatch(withStep(editor.state.tr, { search: look }));
    const all = fields();
    const start = from && all.includes(from.editor) ? all.indexOf(from.editor) : 0;
    const inField = from ? matchesOf(from.editor).findIndex((match) => match.from >= from.at) : 0;
    const next = fieldWithMatches(start, from ? 1 : 0, 1);
    if (from && inField >= 0) lookAt(from.editor, inField);
    else if (next) lookAt(next, 0);
  }

  /** The first field with a match, `offset` fields from one and on in a direction, round the whole story. */
  function fieldWithMatches(start: number, offset: number, direction: 1 | -1): Editor | undefined {
    const all = fields();
    return all
      .map((_, n) => all[(start + direction * (n + offset) + 2 * all.length) % all.length])
      .find((editor) => editor !== undefined && matchesOf(editor).length > 0);
  }

  function lookAt(editor: Editor, current: number): void {
    for (const other of fields())
      if (other !== editor && foundIn(other.state).current >= 0)
        other.view.dispatch(withStep(other.state.tr, { current: -1 }));
    editor.view.dispatch(withStep(editor.state.tr, { current }));
    reveal(editor, current);
  }

  function step(direction: 1 | -1): void {
    const all = fields();
    const at = all.findIndex((editor) => foundIn(editor.state).current >= 0);
    const editor = all[at];
    const next = editor ? foundIn(editor.state).current + direction : -1;
    const other = fieldWithMatches(Math.max(at, 0), editor ? 1 : 0, direction);
    if (editor && matchesOf(editor)[next]) lookAt(editor, next);
    else if (other) lookAt(other, direction === 1 ? 0 : matchesOf(other).length - 1);
  }

  /** Replaces the match that one looks at and goes on to the next. False if it is left for a decision. */
  function replace(words: string): boolean {
    const editor = fields().find((field) => foundIn(field.state).current >= 0);
    if (!editor?.isEditable) return true;
    const { matches, current, search } = foundIn(editor.state);
    const match = matches[current];
    if (!match) return true;
    // The words may have become others a moment ago.
    const isThere = search?.(editor.state.doc).some(({ from, to }) => from === match.from && to === match.to) === true;
    let left = 0;
    asUndoStep(editor.view, () => {
      left = replaceIn(editor, isThere ? [match] : [], words, match.to).left;
    });
    const next = foundIn(editor.state).current;
    if (next >= 0) reveal(editor, next);
    else {
      const other = fieldWithMatches(fields().indexOf(editor), 1, 1);
      if (other) lookAt(other, 0);
    }
    return left === 0;
  }

  /** Replaces every match as one step; answers how many, how many are left for a decision, and the step. */
  function replaceAll(words: string): { replaced: number; left: number; step: UndoStep } {
    let [replaced, left] = [0, 0];
    const editors = fields().filter(({ isEditable }) => isEditable);
    const step = asOneUndoStep(
      editors.map(({ view }) => view),
      () => {
        for (const editor of editors) {
          const matches = foundIn(editor.state).search?.(editor.state.doc) ?? [];
          if (matches.length === 0) continue;
          const done = replaceIn(editor, matches, words, null);
          replaced += done.replaced;
          left += done.left;
        }
      },
    );
    return { replaced, left, step };
  }

  /** Takes the marks away and puts the cursor at the match that was looked at. */
  function close(otherwise: Editor | null): void {
    const editor = fields().find((field) => foundIn(field.state).current >= 0) ?? otherwise;
    const match = editor ? matchesOf(editor)[foundIn(editor.state).current] : undefined;
    for (const field of fields()) field.view.dispatch(withStep(field.state.tr, { search: null }));
    if (match) editor?.chain().setTextSelection(match).focus().run();
    else editor?.commands.focus();
  }

  return { count, search, step, replace, replaceAll, close };
}

/** What is looked at next stands behind `behind`. Answers how many were replaced, and how many left for a decision. */
function replaceIn({ view, state: { doc } }: Editor, matches: readonly Span[], words: string, behind: number | null) {
  const isProposed = isSuggesting(view.state);
  const looking = (now: Node) => ({ near: behind === null ? null : behind + now.content.size - doc.content.size });
  // A proposal is to be one for all of them.
  const { rest, replaced } = isProposed ? { rest: matches, replaced: 0 } : replaceAllButOne(view, matches, words);
  const { tr } = view.state;
  const left = matches.length - rest.length - replaced + replaceWords(tr, rest, words, isProposed);
  view.dispatch(withStep(tr, looking(tr.doc)));
  const isDone = view.state.doc !== doc;
  // A proposal is another transaction than the one that it was made of.
  if (isProposed) view.dispatch(withStep(view.state.tr, looking(view.state.doc)));
  return { replaced: isDone ? matches.length - left : 0, left };
}

function reveal({ view, state }: Editor, at: number): void {
  const match = foundIn(state).matches[at];
  if (!match) return;
  const { node } = view.domAtPos(match.from, 1);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
}
