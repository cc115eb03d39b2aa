"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { restoreText } from "#newsroom/stories/restore";
import type { StoryState } from "#newsroom/stories/revision-queries";
import { storyDifference } from "#newsroom/stories/story-difference";
import { stateName } from "../desk/revisions/revision-words.ts";
import { toast } from "../ui/toast-manager.ts";
import type { EditorActions } from "./edited-story.ts";
import type { OpenStory } from "./open-story.ts";
import { ScrolledComparison } from "./ScrolledComparison.tsx";
import type { Outcome, Seen } from "./story-verbs.ts";

interface RestoreDialogProps {
  state: StoryState;
  open: OpenStory;
  /** The text as it stands in this window; null if it cannot be read as a whole. */
  current: StoryState["text"] | null;
  language: string;
  zone: string;
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  record: EditorActions["recordRestore"];
  onClose: () => void;
  onRestored: () => void;
}

/** Shows what a restore would change, and makes it: an edit like any other, which can be undone. */
export function RestoreDialog({
  state,
  open,
  current,
  language,
  zone,
  act,
  record,
  onClose,
  onRestored,
}: RestoreDialogProps) {
  const [difference] = useState(() => current && storyDifference({ text: current }, { text: state.text }));
  const [error, setError] = useState<string | null>(null);
  const canRestore = difference && !difference.isSameText;

  function restore() {
    let undo: () => void;
    try {
      undo = restoreText(open.doc, state.text);
    } catch {
      return setError(
        "The text in this window cannot be read as a whole, so nothing was changed. Reload and try again.",
      );
    }
    onRestored();
    toast({
      tone: "good",
      title: "The text is restored",
      description: "It is an edit like any other: go on writing, or undo it.",
      action: { label: "Undo", onPress: undo },
    });
    void act(({ storyId, seq }) =>
      record({ storyId, seq, revisionId: state.row.id, revisionAt: state.row.at.toISOString() }),
    ).then((outcome) => {
      if (!outcome.ok)
        toast({
          tone: "danger",
          title: "The restored text is here, but is not among the revisions",
          description: outcome.message,
        });
    });
  }

  return (
    <Dialog
      title="Restore this text?"
      description={`${stateName(state.row, zone)}. This is what would change in the text as it stands here; section, tags and byline stay.`}
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      wide
      footer={
        <>
          <Button onClick={onClose}>{canRestore ? "Cancel" : "Close"}</Button>
          {canRestore ? (
            <Button tone="primary" onClick={restore}>
              Restore
            </Button>
          ) : null}
        </>
      }
    >
      {difference ? (
        <ScrolledComparison label="What would change" difference={difference} language={language} />
      ) : (
        <p>The text in this window cannot be read as a whole. Reload the page and try again.</p>
      )}
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
