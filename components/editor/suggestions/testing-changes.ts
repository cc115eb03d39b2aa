import type { EditorState, Transaction } from "@tiptap/pm/state";
import { openSuggestions } from "#newsroom/body/open-suggestions";
import { suggested } from "./suggested.ts";

export type By = "aigul" | "bakyt";
export type Change = (tr: Transaction, state: EditorState) => Transaction;

export const noon = new Date("2026-11-25T12:00:00Z");
export const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** Where the words begin. */
export function at({ doc }: EditorState, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const index = node.isText && found < 0 ? (node.text ?? "").indexOf(words) : -1;
    if (index >= 0) found = pos + index;
  });
  if (found < 0) throw new Error(`There is no “${words}”.`);
  return found;
}

export const typing =
  (words: string, behind: string): Change =>
  (tr, state) =>
    tr.insertText(words, at(state, behind) + behind.length);
export const taking =
  (words: string): Change =>
  (tr, state) =>
    tr.delete(at(state, words), at(state, words) + words.length);
export const replacing =
  (words: string, by: string): Change =>
  (tr, state) =>
    tr.insertText(by, at(state, words), at(state, words) + words.length);
export const splitting =
  (behind: string): Change =>
  (tr, state) =>
    tr.split(at(state, behind) + behind.length);

let ids = 0;
export function change(state: EditorState, by: By, what: Change, now = noon): EditorState {
  const proposal = suggested(what(state.tr, state), state, { by, now, newId: () => `${by}-${++ids}` });
  if (!proposal) throw new Error("Refused");
  return state.apply(proposal);
}

/** +added+, -removed-, ¶ before a new paragraph, ⌫ before one that is to be joined, [kind] before what is proposed about a block. */
export function shown({ doc }: EditorState): string {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isText) return;
    const { inserted, deleted, split, joined, changed } = node.attrs;
    const signs = [
      inserted && "[new]",
      deleted && "[out]",
      split && "¶",
      joined && "⌫",
      changed && `[${node.type.name}]`,
    ];
    if (node.isTextblock || (node.isLeaf && node.isBlock) || inserted || deleted || split || joined)
      lines.push(
        [...signs.filter(Boolean), node.isTextblock ? wordsOf(node.children) : node.type.name].join(" ").trim(),
      );
    return !node.isTextblock;
  });
  return lines.join("\n");
}

const wordsOf = (children: readonly EditorState["doc"][]): string =>
  children
    .map((node) => {
      const has = (name: string) => node.marks.some(({ type }) => type.name === name);
      const isIn = has("insertion") || node.attrs.inserted;
      const isOut = has("deletion") || node.attrs.deleted;
      const text = node.text ?? node.type.name;
      const framed = has("formatting") ? `*${text}*` : text;
      return isIn && isOut ? `±${framed}±` : isIn ? `+${framed}+` : isOut ? `-${framed}-` : framed;
    })
    .join("");

export const proposedIn = (start: EditorState, ...changes: [By, Change][]): EditorState =>
  changes.reduce((state, [by, what]) => change(state, by, what), start);
export const idsIn = (state: EditorState) => openSuggestions(state.doc.toJSON()).map(({ id }) => id);
