"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { slugOf } from "#newsroom/kernel/slug";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentField } from "../../unsent/UnsentField.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import type { EditedStory, EditorActions } from "../edited-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";

interface ReaddressDialogProps {
  story: Pick<EditedStory, "slug" | "publication">;
  /** Where it stands now. */
  address: string;
  act: (verb: (seen: Seen) => Promise<Answer<{ address: string }>>) => Promise<Outcome<{ address: string }>>;
  readdress: EditorActions["readdressStory"];
  onClose: () => void;
}

/** Moves a published story to another address; the old one leads there. */
export function ReaddressDialog({ story, address, act, readdress, onClose }: ReaddressDialogProps) {
  const form = useId();
  const unsent = useUnsent("address", { slug: story.slug });
  const typed = unsent.words.slug;
  const [busy, setBusy] = useState(false);
  const [issue, setIssue] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const slug = slugOf(typed);
  const folder = address.slice(0, address.lastIndexOf("/") + 1);
  const isLive = story.publication.state === "live";

  async function move(event: FormEvent) {
    event.preventDefault();
    setError(null);
    if (!slug) return setIssue("Please write an address with letters or digits.");
    setIssue(null);
    if (busy) return;
    setBusy(true);
    const outcome = await act(({ storyId, version }) => readdress({ storyId, version, slug }));
    setBusy(false);
    if (!outcome.ok) {
      const atField = outcome.issues.find(({ path }) => path === "slug");
      return atField ? setIssue(atField.message) : setError(outcome.message);
    }
    unsent.sent();
    onClose();
    toast({ tone: "good", title: "The address is changed", description: outcome.value.address });
  }

  return (
    <Dialog
      title="Change the address of this story?"
      description={
        isLive
          ? "It counts for readers at once; the text stays as they have it. The old address leads to the new one."
          : "Once the story is live again, the old address leads to the new one."
      }
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            {busy ? "Changing…" : "Change"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={move} noValidate>
        <UnsentField
          of={unsent}
          value={typed}
          onType={(next) => unsent.set({ slug: next })}
          label="New address"
          hint={`${folder}${slug ?? "…"}`}
          error={issue}
          autoCapitalize="none"
          spellCheck={false}
        />
      </form>
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
