"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Checkbox } from "#components/ui/Checkbox";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import type { Answer } from "#newsroom/kernel/answer";
import { SpikeDialog } from "../../desk/trash/SpikeDialog.client.tsx";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import type { EditorActions } from "../edited-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";

export interface WithdrawProps<Input> {
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  verb: (input: Input) => Promise<Answer<unknown>>;
  onClose: () => void;
}

interface TakeDownProps<Input> extends WithdrawProps<Input> {
  /** What was planned and will not happen then, in a sentence. */
  cancels: string | null;
}

type Input<Verb extends keyof EditorActions> = Parameters<EditorActions[Verb]>[0];

/** Takes the story back quietly. */
export function UnpublishDialog({ act, verb, cancels, onClose }: TakeDownProps<Input<"unpublishStory">>) {
  const unsent = useUnsent("unpublish", { reason: "" });
  const { reason } = unsent.words;
  const { busy, error, go } = useGoing(act, onClose, "The story is not live any more");
  return (
    <AlertDialog
      title="Unpublish this story?"
      description="Its address will answer as if it had never been. The text stays here, and you can publish it again."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      confirmLabel={busy ? "Unpublishing…" : "Unpublish"}
      tone="danger"
      busy={busy}
      error={error}
      onConfirm={() =>
        go(
          ({ storyId, version }) => verb({ storyId, version, ...(reason.trim() && { reason: reason.trim() }) }),
          unsent.forget,
        )
      }
    >
      <Field label="Reason, for the desk only" hint="May stay empty">
        {(control) => (
          <TextInput {...control} value={reason} onChange={({ target }) => unsent.set({ reason: target.value })} />
        )}
      </Field>
      <UnsentNotice of={unsent} />
      <StatusLine tone="warning" bar>
        {cancels}
      </StatusLine>
    </AlertDialog>
  );
}

interface RetractProps extends TakeDownProps<Input<"retractStory">> {
  /** What stands in its place already, if it was retracted before. */
  notice: string | null;
}

/** Puts a notice in the place of the story. */
export function RetractDialog({ act, verb, notice: before, cancels, onClose }: RetractProps) {
  const unsent = useUnsent("retract", { notice: before ?? "" });
  const { notice } = unsent.words;
  const [missing, setMissing] = useState<string | null>(null);
  const { busy, error, go } = useGoing(
    act,
    onClose,
    before === null ? "The story is retracted" : "The notice is changed",
  );

  function confirm() {
    if (notice.trim() === "") return setMissing("Please tell readers that the story does not stand, and why.");
    go(({ storyId, version }) => verb({ storyId, version, notice: notice.trim() }), unsent.forget);
  }

  return (
    <AlertDialog
      title={before === null ? "Retract this story?" : "Change the notice?"}
      description="Its address stays and shows this notice instead, with none of the story’s words. It leaves the front, its section and its tags."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      confirmLabel={before === null ? (busy ? "Retracting…" : "Retract") : busy ? "Changing…" : "Change"}
      tone="danger"
      busy={busy}
      error={error}
      onConfirm={confirm}
    >
      <Field label="Notice to the readers" error={missing}>
        {(control) => (
          <TextArea
            {...control}
            maxLength={2_000}
            value={notice}
            onChange={({ target }) => unsent.set({ notice: target.value })}
          />
        )}
      </Field>
      <UnsentNotice of={unsent} />
      <StatusLine tone="warning" bar>
        {cancels}
      </StatusLine>
    </AlertDialog>
  );
}

interface KillProps extends TakeDownProps<Input<"killStory">> {
  /** All that can follow is a legal order. */
  wasKilled: boolean;
}

/** Takes the story from the readers for good and says so to whoever used it. */
export function KillDialog({ act, verb, wasKilled, cancels, onClose }: KillProps) {
  const unsent = useUnsent("kill", { reason: "" });
  const { reason } = unsent.words;
  const [legal, setLegal] = useState(wasKilled);
  const [missing, setMissing] = useState<string | null>(null);
  const { busy, error, go } = useGoing(act, onClose, "The story is killed");

  function confirm() {
    if (reason.trim() === "") return setMissing("Please give a reason.");
    go(({ storyId, version }) => verb({ storyId, version, reason: reason.trim(), legal }), unsent.forget);
  }

  return (
    <AlertDialog
      title={wasKilled ? "Kill this story by a legal order?" : "Kill this story?"}
      description="It disappears at once, must not be used by anyone, and cannot be published again. Its address will say that it was withdrawn."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      confirmLabel={busy ? "Killing…" : "Kill"}
      tone="danger"
      busy={busy}
      error={error}
      onConfirm={confirm}
    >
      <Field label="Reason, for the desk only" error={missing}>
        {(control) => (
          <TextArea {...control} value={reason} onChange={({ target }) => unsent.set({ reason: target.value })} />
        )}
      </Field>
      <UnsentNotice of={unsent} />
      {wasKilled ? null : (
        <Checkbox label="By a legal order" checked={legal} onChange={({ target }) => setLegal(target.checked)} />
      )}
      <StatusLine tone="warning" bar>
        {cancels}
      </StatusLine>
    </AlertDialog>
  );
}

/** Drops a story that readers do not have, and leaves it. */
export function SpikeStoryDialog({ act, verb, cancels, onClose }: TakeDownProps<Input<"spikeStory">>) {
  const router = useRouter();
  return (
    <SpikeDialog
      what="this story"
      follows={`Nobody finds it at the desk any more.${cancels ? ` ${cancels}` : ""}`}
      spike={(reason) => act(({ storyId, version }) => verb({ storyId, version, reason }))}
      onSpiked={() => {
        router.push("/desk/stories");
        toast({
          tone: "good",
          title: "The story is in the trash",
          action: { label: "Open the trash", onPress: () => router.push("/desk/trash") },
        });
      }}
      onClose={onClose}
    />
  );
}

/** One go at a verb: while it runs, what was said against it, and what is said when it is done; then its words can be forgotten. */
export function useGoing(act: WithdrawProps<never>["act"], onClose: () => void, done: string) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function go(verb: (seen: Seen) => Promise<Answer<unknown>>, forget?: () => void) {
    setBusy(true);
    setError(null);
    const outcome = await act(verb);
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    forget?.();
    onClose();
    toast({ tone: "good", title: done });
  }
  return { busy, error, go };
}
