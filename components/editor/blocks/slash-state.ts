import type { EditorState, Transaction } from "@tiptap/pm/state";

/** The list of blocks, open at a slash. */
interface OpenSlash {
  /** Where the slash stands. */
  from: number;
  query: string;
  /** Which of the choices is marked. */
  index: number;
}

export interface SlashState {
  open: OpenSlash | null;
  /** A slash that somebody waved away stays a slash. */
  dismissed: number | null;
}

export type SlashChange = { mark: number } | "dismiss";

export const closedSlash: SlashState = { open: null, dismissed: null };

/** The slash before the cursor, at the start of a paragraph or after a space, with what was typed after it. */
function slashBefore({ selection }: EditorState): { from: number; query: string } | null {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== "paragraph") return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, "\n", " ");
  const found = /(?:^|\s)\/(\p{L}{0,20})$/u.exec(before);
  const query = found?.[1];
  return query === undefined ? null : { from: $from.pos - query.length - 1, query };
}

interface Step {
  tr: Transaction;
  change: SlashChange | undefined;
  /** `typed`: somebody here did it. `arrived`: another person's change, with which the binding draws the whole text anew. */
  by: "typed" | "arrived" | null;
}

/** What becomes of the list with one transaction. It opens by typing only, never by walking past a slash. */
export function nextSlash(before: SlashState, state: EditorState, { tr, change, by }: Step): SlashState {
  const found = slashBefore(state);
  if (!found) return closedSlash;
  // Where all is drawn anew no place can be mapped; the cursor is put back to where it was, behind the same slash.
  const mapped = (at: number) => (by === "arrived" ? found.from : tr.mapping.map(at, -1));
  const wasAt = before.open ? mapped(before.open.from) : null;
  const dismissed = before.dismissed === null ? null : mapped(before.dismissed);
  if (change === "dismiss" || dismissed === found.from) return { open: null, dismissed: found.from };
  const isSame = wasAt === found.from;
  if (!isSame && by !== "typed") return closedSlash;
  const keeps = isSame && before.open?.query === found.query;
  const index = change ? change.mark : keeps ? (before.open?.index ?? 0) : 0;
  return { open: { ...found, index }, dismissed: null };
}
