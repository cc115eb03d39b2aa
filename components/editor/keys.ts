export const isMac = (): boolean => typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as this person's keyboard names them: "Mod+B" is "⌘+B" or "Ctrl+B". */
export const keysOf = (keys: string): string =>
  isMac() ? keys.replace("Mod", "⌘").replace("Alt", "⌥").replace("Shift", "⇧") : keys.replace("Mod", "Ctrl");

export interface Shortcut {
  keys: string;
  words: string;
}

export const editorShortcuts: readonly { where: string; list: readonly Shortcut[] }[] = [
  {
    where: "The story",
    list: [
      { keys: "Mod+S", words: "Save now (it is saved by itself too)" },
      { keys: "Mod+Enter", words: "Publish or update" },
      { keys: "Mod+/", words: "Show these shortcuts (? does outside of the text)" },
      { keys: "Alt+F10", words: "Go to the toolbar" },
      { keys: "Enter", words: "In headline and standfirst: on to the next field" },
    ],
  },
  {
    where: "The text",
    list: [
      { keys: "Mod+B", words: "Bold" },
      { keys: "Mod+I", words: "Italic" },
      { keys: "Mod+K", words: "Link" },
      { keys: "Mod+Alt+M", words: "Comment on the words" },
      { keys: "Mod+Alt+2", words: "Crosshead" },
      { keys: "Mod+Alt+3", words: "Smaller crosshead" },
      { keys: "Mod+Shift+8", words: "List" },
      { keys: "Mod+Shift+7", words: "Numbered list" },
      { keys: "Mod+Shift+B", words: "Quote" },
      { keys: "Alt+Shift+↑", words: "Move the block up" },
      { keys: "Alt+Shift+↓", words: "Move the block down" },
      { keys: "Mod+Shift+V", words: "Paste the words alone" },
      { keys: "Mod+F", words: "Find" },
      { keys: "Mod+Alt+F", words: "Find and replace" },
      { keys: "F3", words: "Next match" },
      { keys: "Shift+F3", words: "Match before" },
      { keys: "Mod+Alt+E", words: "Suggest: what you do becomes a proposal (again to stop)" },
      { keys: "Mod+Alt+N", words: "Next suggestion" },
      { keys: "Mod+Alt+P", words: "Suggestion before" },
      { keys: "Mod+Z", words: "Undo" },
      { keys: "Mod+Shift+Z", words: "Redo" },
    ],
  },
  {
    where: "In a block",
    list: [
      {
        keys: "Tab",
        words: "In a list: under the item before. In a table: on to the next cell; in the last one, a new row",
      },
      { keys: "Shift+Tab", words: "In a list: out again. In a table: back to the cell before" },
      { keys: "Enter", words: "On a selected picture, embed, rate or amount: change it" },
      { keys: "Backspace", words: "At the start of a quote or box: take it away, keep its words" },
    ],
  },
];

export const typedMarks: readonly { typed: string; words: string }[] = [
  { typed: "/", words: "The list of blocks: go on typing to find one" },
  { typed: "## ", words: "Crosshead (### for a smaller one)" },
  { typed: "- ", words: "List" },
  { typed: "1. ", words: "Numbered list" },
  { typed: "> ", words: "Quote" },
  { typed: "— ", words: "In a quote: who said it (-- works too)" },
  { typed: "---", words: "Rule" },
  { typed: "**words**", words: "Bold" },
  { typed: "*words*", words: "Italic" },
  { typed: "[words](address)", words: "Link" },
  { typed: '"words"', words: "Quotation marks of the story’s language (Backspace: as typed)" },
  { typed: "a - b, a--b", words: "Dash" },
  { typed: "...", words: "Ellipsis" },
];

export interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

/** What a key press means for the story as a whole. On a Cyrillic layout the place of the key counts, not its letter. */
export function storyShortcut(event: Pressed): "save" | "publish" | "shortcuts" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return null;
  if (event.key === "Enter") return "publish";
  const isLatin = /^[a-z/]$/i.test(event.key);
  if (isLatin ? event.key.toLowerCase() === "s" : event.code === "KeyS") return "save";
  if (isLatin ? event.key === "/" : event.code === "Slash") return "shortcuts";
  return null;
}
