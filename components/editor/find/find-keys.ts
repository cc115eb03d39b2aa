import type { Pressed } from "../keys.ts";

/** What a key press means for finding. On a Cyrillic layout, and with Alt on a Mac, the place of the key counts. */
export function findShortcut(event: Pressed, isMac: boolean): "find" | "replace" | "next" | "previous" | null {
  if (event.isComposing) return null;
  if (event.key === "F3" && !event.ctrlKey && !event.metaKey && !event.altKey)
    return event.shiftKey ? "previous" : "next";
  const isF = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === "f" : event.code === "KeyF";
  const isMod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!isF || !isMod || event.shiftKey) return null;
  return event.altKey ? "replace" : "find";
}
