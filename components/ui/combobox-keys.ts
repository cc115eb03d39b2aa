/** What a key asks of a combobox; null: the key means what it always means. */
export type ComboboxAsk =
  | { ask: "highlight"; index: number }
  | { ask: "choose"; index: number }
  | { ask: "close" }
  | { ask: "empty" }
  | { ask: "removeLast" }
  | { ask: "enterChosen" }
  | null;

interface ComboboxSight {
  isOpen: boolean;
  /** -1: none. */
  highlighted: number;
  /** How many options stand in the list. */
  count: number;
  typed: string;
  /** Is the caret before the first letter, with nothing selected? */
  isAtStart: boolean;
  /** How many are chosen. */
  chosen: number;
}

/** The keys of a combobox that chooses several, as the ARIA practices have them. */
export function comboboxKey(key: string, sight: ComboboxSight): ComboboxAsk {
  const { isOpen, highlighted, count, typed, isAtStart, chosen } = sight;
  switch (key) {
    case "ArrowDown":
      return { ask: "highlight", index: isOpen && highlighted < count - 1 ? highlighted + 1 : 0 };
    case "ArrowUp":
      return { ask: "highlight", index: isOpen && highlighted > 0 ? highlighted - 1 : count - 1 };
    case "Enter":
      return isOpen && highlighted >= 0 && highlighted < count ? { ask: "choose", index: highlighted } : null;
    case "Escape":
      if (isOpen) return { ask: "close" };
      return typed === "" ? null : { ask: "empty" };
    case "Backspace":
      return typed === "" && chosen > 0 ? { ask: "removeLast" } : null;
    case "ArrowLeft":
      return isAtStart && chosen > 0 ? { ask: "enterChosen" } : null;
    default:
      return null;
  }
}

/** Where the focus goes among `count` chosen ones by this key; `count` itself is the input, null leaves it where it is. */
export function chosenKey(key: string, index: number, count: number): number | null {
  if (key === "ArrowLeft") return Math.max(0, index - 1);
  if (key === "ArrowRight") return index + 1;
  if (key === "Home") return 0;
  return key === "End" || key === "Escape" ? count : null;
}
