import { getNodeType } from "@tiptap/core";
import { deleteSelection } from "@tiptap/pm/commands";
import { type Command, TextSelection } from "@tiptap/pm/state";
import type { Body } from "#newsroom/body/body";
import { carryBlocks } from "../blocks/drop-place.ts";
import { moveBlock } from "../blocks/move-block.ts";
import { at, type Change } from "./testing-changes.ts";

/** What a command does with the cursor behind these words, or with a range of words selected. */
export const doing =
  (command: (state: Parameters<Change>[1]) => Command, words: string, to = words): Change =>
  (tr, state) => {
    const from = to === words ? at(state, words) + words.length : at(state, words);
    const end = to === words ? from : at(state, to) + to.length;
    const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, end)));
    let made = tr;
    command(state)(chosen, (done) => {
      made = done;
    });
    return made;
  };
export const backspace =
  (behind: string): Change =>
  (tr, state) => {
    const end = at(state, behind) + behind.length;
    return tr.delete(end - 1, end);
  };
export const joining =
  (words: string): Change =>
  (tr, state) =>
    tr.join(at(state, words) - 1);
export const selecting = (words: string, to: string): Change => doing(() => deleteSelection, words, to);
export const marking =
  (words: string, mark: "bold" | "link", attrs = {}): Change =>
  (tr, state) =>
    tr.addMark(at(state, words), at(state, words) + words.length, state.schema.mark(mark, attrs));
export const pasting =
  (pasted: Body, behind: string): Change =>
  (tr, state) => {
    const pos = at(state, behind) + behind.length;
    return tr.replaceRange(pos, pos, state.schema.nodeFromJSON(pasted).slice(0));
  };
export const dragging =
  (words: string, behind: string): Change =>
  (tr, state) => {
    const from = at(state, words);
    const dragged = state.doc.slice(from, from + words.length);
    tr.delete(from, from + words.length);
    const pos = tr.mapping.map(at(state, behind) + behind.length);
    return tr.replaceRange(pos, pos, dragged);
  };
export const moving =
  (words: string, direction: "up" | "down"): Change =>
  (tr, state) => {
    moveBlock(tr.setSelection(TextSelection.create(state.doc, at(state, words))), direction);
    return tr;
  };
export const carrying =
  (index: number, to: string): Change =>
  (tr, state) =>
    carryBlocks(tr, { from: index, count: 1 }, at(state, to) - 1);
export const list = (state: Parameters<Change>[1], name: string) => getNodeType(name, state.schema);
