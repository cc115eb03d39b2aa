"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentField } from "../../unsent/UnsentField.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import type { EditorActions } from "../edited-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";

interface NameDialogProps {
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  name: EditorActions["nameRevision"];
  onClose: () => void;
}

/** Keeps the story as it stands here under a name, to come back to. */
export function NameDialog({ act, name: nameState, onClose }: NameDialogProps) {
  const unsent = useUnsent("name", { name: "" });
  const { name } = unsent.words;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function keep() {
    if (name.trim() === "") return setError("Please give it a name.");
    setBusy(true);
    setError(null);
    const outcome = await act((seen) => nameState({ ...seen, name: name.trim() }));
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    unsent.forget();
    onClose();
    toast({ tone: "good", title: `Kept as “${name.trim()}”`, description: "You find it among the revisions." });
  }

  return (
    <Dialog
      title="Name this state of the story"
      description="It is kept as it stands now, whatever is written later. Readers do not notice."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="name-state" tone="primary" busy={busy}>
            {busy ? "Keeping…" : "Keep"}
          </Button>
        </>
      }
    >
      <form
        id="name-state"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <UnsentField
          of={unsent}
          value={name}
          onType={(typed) => unsent.set({ name: typed })}
          label="Name"
          hint="“Before the cuts”, “Read by the lawyer”"
          error={error}
          maxLength={80}
        />
      </form>
    </Dialog>
  );
}
