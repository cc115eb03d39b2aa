"use client";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Field } from "#components/ui/Field";
import { TextArea } from "#components/ui/TextArea";
import type { Answer, Refusal } from "#newsroom/kernel/answer";
import { trashDays } from "#newsroom/workflow/trash";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";

interface SpikeDialogProps {
  /** What goes, as it is asked: "this story", "“Security”". */
  what: string;
  /** What follows besides, in a sentence. */
  follows: string;
  spike: (reason: string) => Promise<Answer<unknown> | Pick<Refusal, "ok" | "message" | "issues">>;
  onSpiked: () => void;
  onClose: () => void;
}

/** Asks why before something goes to the trash. */
export function SpikeDialog({ what, follows, spike, onSpiked, onClose }: SpikeDialogProps) {
  const unsent = useUnsent(`spike ${what}`, { reason: "" });
  const { reason } = unsent.words;
  const { ask, isAsking, refusal, issueAt } = useAsking();
  const missing = issueAt("reason");
  return (
    <AlertDialog
      title={`Spike ${what}?`}
      description={`${follows} It can be restored from the trash for ${trashDays} days.`}
      open
      onOpenChange={(open) => (open || isAsking ? undefined : onClose())}
      confirmLabel={isAsking ? "Spiking…" : "Spike"}
      tone="danger"
      busy={isAsking}
      error={refusal && !missing ? refusal.message : null}
      onConfirm={() =>
        ask(
          () => spike(reason.trim()),
          () => {
            unsent.forget();
            onSpiked();
          },
        )
      }
    >
      <Field label="Reason" hint="The trash shows it" error={missing}>
        {(control) => (
          <TextArea {...control} value={reason} onChange={({ target }) => unsent.set({ reason: target.value })} />
        )}
      </Field>
      <UnsentNotice of={unsent} />
    </AlertDialog>
  );
}
