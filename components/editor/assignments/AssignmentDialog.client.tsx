"use client";
import { type FormEvent, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import type { Issue } from "#newsroom/kernel/faults";
import { assignmentKinds, briefLength, type StoryAssignment } from "#newsroom/planning/assignments";
import type { Named } from "#newsroom/stories/story-facts";
import { kindWords } from "../../desk/planning/assignment-words.ts";
import { sendByKey } from "../../ui/send-by-key.ts";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import styles from "./Assignments.module.css";
import { DueInput } from "./DueInput.client.tsx";
import type { Assignments } from "./useAssignments.ts";

interface AssignmentDialogProps {
  /** One that is changed; without it a new one is given. */
  given?: StoryAssignment;
  work: Assignments;
  people: readonly Named[];
  zone: string;
  onClose: () => void;
}

const kinds = assignmentKinds.map((kind) => ({ value: kind, label: kindWords[kind] }));

/** Asks who is to file what, and by when. */
export function AssignmentDialog({ given, work, people, zone, onClose }: AssignmentDialogProps) {
  const form = useId();
  const [id] = useState(uuidv7);
  /** What the fields were filled from; whoever was told that a colleague changed it meanwhile may say their words all the same. */
  const [seen, setSeen] = useState(given?.version ?? null);
  const [staffId, setStaffId] = useState(given?.person.id ?? "");
  const [kind, setKind] = useState(given?.kind ?? "words");
  const unsent = useUnsent(`assignment ${given?.id ?? ""}`, { brief: given?.brief ?? "" });
  const { brief } = unsent.words;
  /** Undefined while what stands in the field is no time. */
  const [dueAt, setDueAt] = useState<Date | null | undefined>(given?.dueAt ?? null);
  const [busy, setBusy] = useState(false);
  const [issues, setIssues] = useState<Issue[]>([]);
  const issueAt = (field: string) =>
    issues.find(({ path }) => path === field || path === `changes.${field}`)?.message ?? null;
  const isPlaced = ({ path }: Issue) => /^(changes\.)?(staffId|kind|brief|dueAt)$/.test(path);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (staffId === "") return setIssues([{ path: "staffId", message: "Please say who is to file." }]);
    if (dueAt === undefined) return setIssues([{ path: "dueAt", message: "Please choose a time, or leave it empty." }]);
    setBusy(true);
    setIssues([]);
    const wanted = { kind, brief, dueAt: dueAt?.toISOString() ?? null };
    const { actions, storyId } = work;
    const outcome = await work.perform(() =>
      given
        ? actions.changeAssignment({ assignmentId: given.id, version: seen ?? given.version, changes: wanted })
        : actions.giveAssignment({ id, storyId, staffId, ...wanted }),
    );
    setBusy(false);
    if (!outcome.ok) {
      if (outcome.issues.length > 0) return setIssues(outcome.issues);
      setSeen(null);
      return setIssues([{ path: "", message: outcome.message }]);
    }
    unsent.forget();
    onClose();
    toast({ tone: "good", title: given ? "Changed" : "The assignment is given" });
  }

  return (
    <Dialog
      title={given ? "Change the assignment" : "Give an assignment"}
      description={
        given
          ? `For ${given.person.name}. Somebody else gets an assignment of their own.`
          : "Who is to file something gets into the story, reads it and writes in it, until you withdraw the assignment."
      }
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            {given ? "Change" : "Give"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send} onKeyDown={sendByKey} className={styles.form} noValidate>
        {given ? null : (
          <Field label="Who" error={issueAt("staffId")}>
            {(control) => (
              <Select
                {...control}
                value={staffId}
                options={[
                  { value: "", label: "Choose somebody" },
                  ...people.map(({ id: value, name }) => ({ value, label: name })),
                ]}
                onChange={({ target }) => setStaffId(target.value)}
              />
            )}
          </Field>
        )}
        <Field label="What" error={issueAt("kind")}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={kinds}
              onChange={({ target }) => setKind(assignmentKinds.find((one) => one === target.value) ?? kind)}
            />
          )}
        </Field>
        <Field label="Brief" hint="What is wanted, if the story does not say it" error={issueAt("brief")}>
          {(control) => (
            <TextArea
              {...control}
              dir="auto"
              maxLength={briefLength}
              value={brief}
              onChange={({ target }) => unsent.set({ brief: target.value })}
            />
          )}
        </Field>
        <UnsentNotice of={unsent} />
        <DueInput dueAt={given?.dueAt ?? null} zone={zone} error={issueAt("dueAt")} onChange={setDueAt} />
        <StatusLine tone="danger">{issues.find((issue) => !isPlaced(issue))?.message}</StatusLine>
      </form>
    </Dialog>
  );
}
