"use client";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Choices } from "#components/ui/Choices";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import type { EditorActions } from "../edited-story.ts";
import { useGoing, type WithdrawProps } from "./WithdrawDialogs.client.tsx";
import styles from "./WorkflowDialogs.module.css";

type Props<Verb extends keyof EditorActions> = WithdrawProps<Parameters<EditorActions[Verb]>[0]>;

/** Gives the story back, with the reason that its writer will read. */
export function ReturnDialog({ act, verb, onClose }: Props<"returnStory">) {
  const { busy, error, go } = useGoing(act, onClose, "Returned to the writer");
  return (
    <ReturnReason
      busy={busy}
      error={error}
      onClose={onClose}
      onReturn={(reason, forget) => go(({ storyId, version }) => verb({ storyId, version, reason }), forget)}
    />
  );
}

interface ReturnReasonProps {
  busy: boolean;
  error: string | null;
  onClose: () => void;
  onReturn: (reason: string, forget: () => void) => void;
}

/** Asks why a story goes back. */
export const ReturnReason = ({ onReturn, ...rest }: ReturnReasonProps) => (
  <SayDialog
    name="return"
    title="Return to the writer"
    description="The story goes back to be written on. The writer reads your reason in the editor and on the desk’s first page."
    label="Reason"
    isNeeded
    confirmLabel="Return"
    {...rest}
    onSay={onReturn}
  />
);

export function HoldDialog({ act, verb, onClose }: Props<"holdStory">) {
  const { busy, error, go } = useGoing(act, onClose, "On hold");
  return (
    <SayDialog
      name="hold"
      title="Put on hold"
      description="Nobody publishes it, by hand or by plan, until it is released. What readers have already stays."
      label="Reason"
      isNeeded
      confirmLabel="Hold"
      busy={busy}
      error={error}
      onClose={onClose}
      onSay={(reason, forget) => go(({ storyId, version }) => verb({ storyId, version, reason }), forget)}
    />
  );
}

export function ReleaseDialog({ act, verb, onClose }: Props<"releaseStory">) {
  const { busy, error, go } = useGoing(act, onClose, "Released");
  return (
    <SayDialog
      name="release"
      title="Release the hold"
      description="The story can be published again. A plan that failed meanwhile has to be made anew."
      confirmLabel="Release"
      busy={busy}
      error={error}
      onClose={onClose}
      onSay={(note, forget) => go(({ storyId, version }) => verb({ storyId, version, ...(note && { note }) }), forget)}
    />
  );
}

export function ReferDialog({ act, verb, onClose }: Props<"referStory">) {
  const { busy, error, go } = useGoing(act, onClose, "Referred to legal");
  return (
    <SayDialog
      name="refer"
      title="Refer to legal"
      description="Nobody publishes it, by hand or by plan, until legal has cleared it."
      label="What to look at"
      confirmLabel="Refer"
      busy={busy}
      error={error}
      onClose={onClose}
      onSay={(note, forget) => go(({ storyId, version }) => verb({ storyId, version, ...(note && { note }) }), forget)}
    />
  );
}

const answers = [
  { value: "cleared", words: "Cleared: it may be published" },
  { value: "notNeeded", words: "Not needed after all" },
] as const;

/** Notes what the lawyers said; the desk shows who noted it, and when. */
export function ClearDialog({ act, verb, onClose }: Props<"clearStory">) {
  const [as, setAs] = useState<(typeof answers)[number]["value"]>("cleared");
  const { busy, error, go } = useGoing(act, onClose, as === "cleared" ? "Cleared by legal" : "Legal is not needed");
  return (
    <SayDialog
      name="clear"
      title="What legal says"
      description="Your name and the time are kept with it."
      confirmLabel="Note it"
      busy={busy}
      error={error}
      onClose={onClose}
      onSay={(note, forget) =>
        go(({ storyId, version }) => verb({ storyId, version, as, ...(note && { note }) }), forget)
      }
    >
      <Choices legend="Legal" choices={answers} chosen={as} onChoose={setAs} />
    </SayDialog>
  );
}

interface SayDialogProps {
  /** Under which name its words are kept until it is done. */
  name: string;
  title: string;
  description: string;
  label?: string;
  /** Without words it does not go on. */
  isNeeded?: boolean;
  confirmLabel: string;
  busy: boolean;
  error: string | null;
  onClose: () => void;
  onSay: (words: string, forget: () => void) => void;
  children?: ReactNode;
}

/** A verb with a few words to it. */
function SayDialog(props: SayDialogProps) {
  const {
    title,
    description,
    label = "Note",
    isNeeded = false,
    confirmLabel,
    name,
    busy,
    error,
    onClose,
    onSay,
  } = props;
  const form = useId();
  const unsent = useUnsent(name, { words: "" });
  const { words } = unsent.words;
  const [missing, setMissing] = useState<string | null>(null);
  function say(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (isNeeded && words.trim() === "") return setMissing("Please give a reason.");
    onSay(words.trim(), unsent.forget);
  }
  return (
    <Dialog
      title={title}
      description={description}
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={say} className={styles.form}>
        {props.children}
        <Field label={label} hint={isNeeded ? null : "May stay empty"} error={missing}>
          {(control) => (
            <TextArea
              {...control}
              maxLength={2_000}
              value={words}
              onChange={({ target }) => {
                unsent.set({ words: target.value });
                setMissing(null);
              }}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                  event.currentTarget.form?.requestSubmit();
              }}
            />
          )}
        </Field>
        <UnsentNotice of={unsent} />
        <StatusLine tone="danger">{error}</StatusLine>
      </form>
    </Dialog>
  );
}
