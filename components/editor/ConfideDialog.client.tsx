"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Combobox } from "#components/ui/Combobox.client";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import type { EditedStory, EditorActions, StoryEditorData } from "./edited-story.ts";
import { useGoing, type WithdrawProps } from "./WithdrawDialogs.client.tsx";
import styles from "./WorkflowDialogs.module.css";

interface ConfideDialogProps extends WithdrawProps<Parameters<EditorActions["confideStory"]>[0]> {
  story: Pick<EditedStory, "confidential" | "circle">;
  colleagues: StoryEditorData["colleagues"];
}

/** Says who at the desk may know of the story. */
export function ConfideDialog({ story, colleagues, act, verb, onClose }: ConfideDialogProps) {
  const form = useId();
  const [confidential, setConfidential] = useState(story.confidential);
  const [circle, setCircle] = useState(story.circle.map(optionOf));
  const { busy, error, go } = useGoing(act, onClose, confidential ? "Confidential" : "Everybody at the desk sees it");

  function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const ids = confidential ? circle.map(({ id }) => id) : [];
    void go(({ storyId, version }) => verb({ storyId, version, confidential, circle: ids }));
  }

  return (
    <Dialog
      title="Who may know of it"
      description="Lists, search, mentions and open windows of everybody else forget it within seconds. Readers are another matter: what is live stays live."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className={styles.form}>
        <Checkbox
          label="Confidential"
          hint="Only its writer and editors see it at the desk"
          checked={confidential}
          onChange={({ target }) => setConfidential(target.checked)}
        />
        {confidential ? (
          <Field
            label="Circle"
            hint="Name people, and nobody else sees it but its writer, who it is assigned to, who has an assignment in it, and admins: other editors do not either."
          >
            {(control) => (
              <Combobox
                {...control}
                noun="people"
                placeholder="All editors"
                value={circle}
                options={colleagues.filter(({ isIn }) => isIn).map(optionOf)}
                onChange={setCircle}
              />
            )}
          </Field>
        ) : null}
        <StatusLine tone="danger">{error}</StatusLine>
      </form>
    </Dialog>
  );
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ id, label: name });
