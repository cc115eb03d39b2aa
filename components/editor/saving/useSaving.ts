import { useCallback, useEffect, useState } from "react";
import { onShortcutsAsked } from "../../desk/shell/ask-shortcuts.ts";
import type { EditorDialog } from "../dialogs/EditorDialogs.client.tsx";
import { storyShortcut } from "../keys.ts";
import type { ColumnsState, StoryColumns } from "../settings/story-columns.ts";
import { type Opened, useSaveState } from "../useStory.ts";
import type { OpenStory } from "./open-story.ts";
import { isAlarming, isSafe as isSafeText, type SaveState, silent } from "./save-state.ts";
import { useLeaving } from "./useLeaving.ts";

/** Text and columns as one: saving both at once, and not leaving without them. */
export function useSaving({ open, round, tryNow }: Pick<Opened, "open" | "round" | "tryNow">, columns: StoryColumns) {
  // The text was open before: while it is opened anew, words of it may wait.
  const isAgain = round > 0;
  const isSafe = useCallback(() => {
    const { pending, stuck } = columns.state();
    if (pending > 0 || !open) return pending === 0 && !isAgain;
    return isSafeText(shownState(open.sync.state(), stuck)) && !open.holdsAlone();
  }, [open, columns, isAgain]);
  const saveNow = useCallback(async () => {
    const [flushed, isSettled] = await Promise.all([open?.sync.flush(), columns.settled()]);
    return isSettled && (flushed?.ok ?? !isAgain);
  }, [open, columns, isAgain]);
  const wake = useCallback(() => {
    tryNow();
    open?.sync.wake();
    columns.wake();
  }, [open, columns, tryNow]);
  const online = useCallback((isOnline: boolean) => open?.sync.online(isOnline), [open]);
  const leaving = useLeaving({ isUnsafe: () => !isSafe(), save: saveNow, wake, online });
  return { isSafe, saveNow, wake, leaving };
}

/** How text and columns stand. It changes twice with each key: for what shows it and nothing around that. */
export const useShownSave = (open: OpenStory | null, unopened: SaveState, { stuck }: ColumnsState): SaveState =>
  shownState(useSaveState(open, unopened), stuck);

/** The text is the more important of the two; what is beside it raises the same bar when nothing answers. */
function shownState(text: SaveState, stuck: ColumnsState["stuck"]): SaveState {
  if (isAlarming(text) || stuck === null) return text;
  return stuck === "unreachable" ? silent : { kind: stuck };
}

interface ShortcutParts {
  dialog: EditorDialog | null;
  canPublish: boolean;
  saveNow: () => Promise<boolean>;
  onOpen: (dialog: EditorDialog) => void;
}

/** The keys of the story as a whole. Answers with what came of the last save by hand, to be read aloud. */
export function useStoryShortcuts({ dialog, canPublish, saveNow, onOpen }: ShortcutParts): "saved" | "failed" | null {
  const [heard, setHeard] = useState<"saved" | "failed" | null>(null);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const shortcut = storyShortcut(event);
      if (!shortcut || (shortcut !== "save" && dialog !== null)) return;
      // A dialog is about something else, and where something is sent, the key that publishes sends that.
      const isElsewhere = (place: string) => event.target instanceof Element && event.target.closest(place) !== null;
      if (shortcut !== "save" && isElsewhere("[role=dialog], [role=alertdialog]")) return;
      if (shortcut === "publish" && isElsewhere("[data-sends]")) return;
      event.preventDefault();
      event.stopPropagation();
      if (shortcut === "save") void saveNow().then((isSaved) => setHeard(isSaved ? "saved" : "failed"));
      else if (shortcut === "shortcuts" || canPublish) onOpen(shortcut);
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [saveNow, canPublish, dialog, onOpen]);
  useEffect(() => onShortcutsAsked(() => onOpen("shortcuts")), [onOpen]);
  return heard;
}
