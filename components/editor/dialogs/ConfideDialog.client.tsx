"use client";
import { type FormEvent, useEffect, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Combobox } from "#components/ui/Combobox.client";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { isOpen } from "#newsroom/stories/shares/shares";
import { toast } from "../../ui/toast-manager.ts";
import type { EditedStory, EditorActions, StoryEditorData } from "../edited-story.ts";
import { leftWords, linksWords, shownOutsideWords } from "../settings/circle-words.ts";
import type { Outcome, Seen } from "../story-verbs.ts";
import { useGoing } from "./WithdrawDialogs.client.tsx";
import styles from "./WorkflowDialogs.module.css";

interface ConfideDialogProps {
  story: Pick<EditedStory, "id" | "confidential" | "circle">;
  colleagues: StoryEditorData["colleagues"];
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  actions: Pick<EditorActions, "confideStory" | "readShares">;
  onClose: () => void;
}

/** Says who at the desk may know of the story. */
export function ConfideDialog({ story, colleagues, act, actions, onClose }: ConfideDialogProps) {
  const form = useId();
  const [confidential, setConfidential] = useState(story.confidential);
  const here = colleagues.filter(({ isIn }) => isIn);
  const left = story.circle.filter(({ id }) => here.every((person) => person.id !== id));
  const [circle, setCircle] = useState(story.circle.filter((person) => !left.includes(person)).map(optionOf));
  const recipients = useOpenLinks(story.id, actions.readShares);
  const { busy, error, go } = useGoing(act, onClose, confidential ? "Confidential" : "Everybody at the desk sees it");

  function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const ids = confidential ? circle.map(({ id }) => id) : [];
    void go(async ({ storyId, version }) => {
      const answer = await actions.confideStory({ storyId, version, confidential, circle: ids });
      const title = answer.ok && confidential ? linksWords(answer.value.links) : null;
      if (title) toast({ title });
      return answer;
    });
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
                options={here.map(optionOf)}
                onChange={setCircle}
              />
            )}
          </Field>
        ) : null}
        <StatusLine tone="warning">
          {confidential
            ? leftWords(
                left.map(({ name }) => name),
                circle.length === 0,
              )
            : null}
        </StatusLine>
        <StatusLine tone="warning">{confidential ? shownOutsideWords(recipients) : null}</StatusLine>
        <StatusLine tone="danger">{error}</StatusLine>
      </form>
    </Dialog>
  );
}

/** For whom the story's open links are; nobody for whom these are none of their business. */
function useOpenLinks(storyId: string, readShares: EditorActions["readShares"]): string[] {
  const [recipients, setRecipients] = useState<string[]>([]);
  useEffect(() => {
    void readShares(storyId).then(
      (answer) => {
        const now = new Date();
        if (answer.ok)
          setRecipients(answer.value.filter((share) => isOpen(share, now)).map(({ recipient }) => recipient));
      },
      // Saving says how many there are in any case.
      () => {},
    );
  }, [storyId, readShares]);
  return recipients;
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ id, label: name });
