import type { UndoManager } from "yjs";

export interface UndoStep {
  /** Takes the step back in each field in which nothing was written since. */
  takeBack(): void;
}

type StackItem = UndoManager["undoStack"][number];

/** What a step did in one field, on one of the stacks of its history. */
interface Part {
  history: UndoManager;
  item: StackItem;
}

const stacks = { undo: "undoStack", redo: "redoStack" } as const;
type Way = keyof typeof stacks;

const newest = (history: UndoManager, way: Way): StackItem | undefined => history[stacks[way]].at(-1);
const isNewest = ({ history, item }: Part, way: Way): boolean => newest(history, way) === item;

/**
 * Makes one step of what `change` does in fields that have a history each: undone or done again in one of them, it is so in all in
 * which nothing was written since.
 */
export function oneStep(histories: readonly UndoManager[], change: () => void): UndoStep {
  for (const history of histories) history.stopCapturing();
  const before = histories.map((history) => newest(history, "undo"));
  change();
  for (const history of histories) history.stopCapturing();
  const parts = histories.flatMap((history, at) => {
    const item = newest(history, "undo");
    return item && item !== before[at] ? [{ history, item }] : [];
  });
  bind(parts, "undo");
  return {
    takeBack() {
      for (const part of parts) if (isNewest(part, "undo")) part.history.undo();
    },
  };
}

/** Takes all parts of a step along once one of them goes. */
function bind(parts: readonly Part[], way: Way): void {
  if (parts.length < 2) return;
  const bound = parts.map((part) => {
    const hear = ({ stackItem, type }: { stackItem: StackItem; type: Way }) => {
      if (stackItem !== part.item || type !== way) return;
      for (const { history, hear } of bound) history.off("stack-item-popped", hear);
      const others = parts.filter((other) => other !== part && isNewest(other, way));
      for (const { history } of others) history[way]();
      const back = way === "undo" ? "redo" : "undo";
      bind(
        [part, ...others].flatMap(({ history }) => {
          const item = newest(history, back);
          return item ? [{ history, item }] : [];
        }),
        back,
      );
    };
    part.history.on("stack-item-popped", hear);
    return { history: part.history, hear };
  });
}
