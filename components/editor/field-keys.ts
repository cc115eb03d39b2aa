import { type Editor, Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

export type FieldName = "kicker" | "headline" | "standfirst" | "teaser" | "body";

export interface FieldSteps {
  /** Goes to the beginning of the next field. False if there is none. */
  next(): boolean;
  /** Goes to the end of the field before. */
  previous(): boolean;
}

interface FieldKeysOptions {
  steps: FieldSteps;
  /** A field of one paragraph: Enter leaves it. */
  isLine: boolean;
}

/** Lets the cursor walk through the fields of a story as if they were one text. */
export const FieldKeys = Extension.create<FieldKeysOptions>({
  name: "fieldKeys",
  priority: 1_000,
  addOptions: () => ({ steps: { next: () => false, previous: () => false }, isLine: false }),
  addKeyboardShortcuts(): Record<string, () => boolean> {
    const { steps, isLine } = this.options;
    const back = () => isAtStart(this.editor) && isPlainStart(this.editor) && steps.previous();
    const up = () => isOnEdge(this.editor, "up") && steps.previous();
    if (!isLine) return { Backspace: back, ArrowUp: up };
    const leave = () => steps.next() || true;
    return {
      Enter: leave,
      "Shift-Enter": leave,
      Backspace: back,
      ArrowUp: up,
      ArrowDown: () => isOnEdge(this.editor, "down") && steps.next(),
    };
  },
});

function isAtStart({ state }: Editor): boolean {
  const { selection, doc } = state;
  return selection.empty && selection.from === TextSelection.atStart(doc).from;
}

/** Backspace at the start of a list or crosshead first takes the list or crosshead away. */
const isPlainStart = ({ state }: Editor): boolean => state.doc.firstChild?.type.name === "paragraph";

function isOnEdge({ state, view }: Editor, side: "up" | "down"): boolean {
  const { selection, doc } = state;
  if (!selection.empty) return false;
  const edge = side === "up" ? TextSelection.atStart(doc) : TextSelection.atEnd(doc);
  return selection.$from.sameParent(edge.$from) && view.endOfTextblock(side);
}
