import { toast } from "../../ui/toast-manager.ts";

interface Saving {
  isSafe: () => boolean;
  saveNow: () => Promise<boolean>;
}

/** What the preview shows is what is stored: stores first, and opens the tab at once, while the browser lets us. */
export const previewSaved =
  (storyId: string, { isSafe, saveNow }: Saving) =>
  (event: { preventDefault: () => void }) => {
    if (isSafe()) return;
    event.preventDefault();
    const tab = window.open("about:blank", "_blank");
    void saveNow().then((isSaved) => {
      if (!isSaved)
        toast({
          tone: "danger",
          title: "The newest words are not saved yet",
          description: "The preview shows the text before them.",
        });
      if (tab) tab.location.href = `/desk/stories/${storyId}/preview`;
    });
  };
