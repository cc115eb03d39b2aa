"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { StoryText } from "#newsroom/stories/story-text";
import type { DocumentSync } from "./document-sync.ts";
import type { TextConflict } from "./save-state.ts";
import { TwoTexts } from "./TwoTexts.tsx";

interface ConflictDialogProps {
  conflict: TextConflict;
  /** This window's text as it stands now; null if it cannot be read as a whole. */
  mine: StoryText | null;
  sync: DocumentSync;
  language: string;
  onClose: () => void;
  /** A way on was chosen; `anew` when the newsroom's text was taken and has to be loaded. */
  onSettled: (anew: boolean) => void;
}

/** Both texts, and the two ways on. Neither loses a word. */
export function ConflictDialog({ conflict, mine, sync, language, onClose, onSettled }: ConflictDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function take() {
    setBusy(true);
    setError(null);
    const isTaken = await sync.takeSaved();
    setBusy(false);
    if (isTaken) onSettled(true);
    else setError("The newsroom could not be reached, so nothing was changed. Please try again.");
  }

  return (
    <Dialog
      title="Two texts of this story"
      description="Somebody else, or another window of yours, saved changes while you were writing. Your text is kept as a revision whatever you choose."
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      wide
      footer={
        <>
          <Button busy={busy} onClick={take}>
            Take the saved text
          </Button>
          <Button
            tone="primary"
            onClick={() => {
              sync.mergeBoth();
              onSettled(false);
            }}
          >
            Keep both: merge
          </Button>
        </>
      }
    >
      <TwoTexts
        before={{ title: "Saved in the newsroom", text: conflict.theirs }}
        after={{ title: "Yours", text: mine ?? conflict.mine }}
        language={language}
      />
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
