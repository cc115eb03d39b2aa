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
  isOpen: boolean;
  onClose: () => void;
  /** The newsroom's text was chosen: it has to be loaded. */
  onTaken: () => void;
}

/** Both texts, and the two ways on. Neither loses a word. */
export function ConflictDialog({ conflict, mine, sync, language, isOpen, onClose, onTaken }: ConflictDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function take() {
    setBusy(true);
    setError(null);
    const isTaken = await sync.takeSaved();
    setBusy(false);
    if (isTaken) onTaken();
    else setError("The newsroom could not be reached, so nothing was changed. Please try again.");
  }

  return (
    <Dialog
      title="Two texts of this story"
      description="Somebody else, or another window of yours, saved changes while you were writing. Your text is kept as a revision whatever you choose."
      open={isOpen}
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
              onClose();
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
