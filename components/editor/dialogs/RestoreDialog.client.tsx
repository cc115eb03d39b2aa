"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { restoreText, suggestionsLost } from "#newsroom/stories/revisions/restore";
import type { StoryState } from "#newsroom/stories/revisions/revision-queries";
import { storyDifference } from "#newsroom/stories/revisions/story-difference";
import { stateName } from "../../desk/revisions/revision-words.ts";
import { toast } from "../../ui/toast-manager.ts";
import { ScrolledComparison } from "../comparison/ScrolledComparison.tsx";
import type { EditorActions } from "../edited-story.ts";
import type { OpenStory } from "../saving/open-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";
import { useArrivedText } from "../text/useArrivedText.ts";
import { LostSuggestions } from "./LostSuggestions.tsx";

interface RestoreDialogProps {
  state: StoryState;
  open: OpenStory;
  /** The text as it stands in this window; null if it cannot be read as a whole. */
  current: () => StoryState["text"] | null;
  /** How far the newsroom's text is known here. */
  seq: number;
  /** Who stored text after so many updates. */
  writersSince: (seq: number) => Promise<Answer<string[]>>;
  /** Who may have suggested something. */
  people: readonly { id: string; name: string }[];
  language: string;
  zone: string;
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  keep: EditorActions["nameRevision"];
  record: EditorActions["recordRestore"];
  onClose: () => void;
  onRestored: () => void;
}

/**
 * Shows what a restore would change, and makes it: an edit like any other, which can be undone. What it was made on is kept first, and
 * nothing goes that was not shown.
 */
export function RestoreDialog({
  state,
  open,
  current,
  seq,
  writersSince,
  people,
  language,
  zone,
  act,
  keep,
  record,
  onClose,
  onRestored,
}: RestoreDialogProps) {
  const compared = () => {
    const text = current();
    return text && storyDifference({ text }, { text: state.text });
  };
  const lostNow = () => (current() ? suggestionsLost(open.doc, state.text) : []);
  const [difference, setDifference] = useState(compared);
  const [lost, setLost] = useState(lostNow);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const arrived = useArrivedText({ current, seq, writersSince });
  const canRestore = difference && !difference.isSameText;

  function lookAgain(): boolean {
    const hasArrived = arrived.look();
    if (hasArrived) setDifference(compared());
    const now = lostNow();
    const isMore = now.some(({ id, added }) => !lost.some((known) => known.id === id && known.added === added));
    if (isMore) setLost(now);
    return hasArrived || isMore;
  }

  async function restore() {
    setError(null);
    if (lookAgain()) return;
    setBusy(true);
    const kept = await act((seen) => keep({ ...seen, name: "Before the restore" }));
    setBusy(false);
    if (lookAgain()) return;
    if (!kept.ok) return setError(kept.message);
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
      onOpenChange={(isOpen) => (isOpen || busy ? undefined : onClose())}
      wide
      footer={
        <>
          <Button onClick={onClose}>{canRestore ? "Cancel" : "Close"}</Button>
          {canRestore ? (
            <Button tone="primary" busy={busy} onClick={restore}>
              {busy ? "Restoring…" : arrived.difference ? "Restore what I see now" : "Restore"}
            </Button>
          ) : null}
        </>
      }
    >
      <StatusLine tone="warning" bar>
        {arrived.difference
          ? `Text has come in since you looked${arrived.by.length > 0 ? `, by ${arrived.by.join(", ")}` : ""}. This is what would change now.`
          : null}
      </StatusLine>
      {difference ? (
        <ScrolledComparison label="What would change" difference={difference} language={language} />
      ) : (
        <p>The text in this window cannot be read as a whole. Reload the page and try again.</p>
      )}
      <LostSuggestions lost={canRestore ? lost : []} people={people} />
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
