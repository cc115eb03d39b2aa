import { useEffect, useRef } from "react";
import { toast } from "../ui/toast-manager.ts";
import type { StoryEditorData } from "./edited-story.ts";
import type { OpenStory } from "./saving/open-story.ts";

/** Asks, once the story is open, for the restore that its address wants; a reload does not ask again. */
export function useRestore(
  open: OpenStory | null,
  restore: StoryEditorData["restore"],
  canWrite: boolean,
  onAsked: () => void,
): void {
  const asked = useRef(false);
  useEffect(() => {
    if (!open?.isKnown || restore === null || asked.current) return;
    asked.current = true;
    history.replaceState(history.state, "", location.pathname);
    if (restore === "gone" || !canWrite)
      toast({
        tone: "danger",
        title: canWrite ? "That state is not kept any more" : "You may not change this story",
        ...(canWrite && { description: "The autosave has moved on. Choose another one among the revisions." }),
      });
    else onAsked();
  }, [open, restore, canWrite, onAsked]);
}
