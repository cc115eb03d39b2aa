interface Shortcut {
  key: string;
  /** What follows, in a few words. */
  words: string;
}

/** Everywhere in the desk, and in its lists. The editor's own stand in the editor. */
export const shortcuts: readonly { where: string; keys: readonly Shortcut[] }[] = [
  {
    where: "Everywhere",
    keys: [
      { key: "n", words: "New story" },
      { key: "i", words: "New idea, on the first page and the board" },
      { key: "/", words: "Search the stories" },
      { key: "?", words: "Show these shortcuts" },
    ],
  },
  {
    where: "In a list",
    keys: [
      { key: "j", words: "Next story" },
      { key: "k", words: "Story before" },
      { key: "Enter", words: "Open the story" },
      { key: "Space", words: "Choose the story; with Shift, all from the one before" },
    ],
  },
  {
    where: "In a comparison",
    keys: [
      { key: "j", words: "Next change" },
      { key: "k", words: "Change before" },
    ],
  },
];

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
}

/** The single key that was meant as a shortcut; null while someone types, holds a modifier or has a dialog open. */
export function shortcutKey(event: Pressed, isTyping: boolean, isDialogOpen: boolean): string | null {
  if (event.defaultPrevented || event.isComposing || isTyping || isDialogOpen) return null;
  return event.ctrlKey || event.metaKey || event.altKey ? null : event.key;
}

/** The place `step` rows further, or back, from the one that has the focus (-1: none yet). */
export function nextRow(current: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (current < 0) return step === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, current + step));
}
