"use client";
import { Lightbulb } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import type { StageMeaning } from "#newsroom/workflow/stages";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { editorPath } from "../stories/story-row.ts";
import { InstantField } from "../times/InstantField.client.tsx";
import { planTime } from "../times/plan-time.ts";
import { ideaWords } from "./idea-words.ts";
import styles from "./NewIdea.module.css";
import type { PlanningActions } from "./planning-actions.ts";
import { SectionChoice } from "./SectionChoice.tsx";
import { useIdea } from "./useIdea.ts";

interface Named {
  id: string;
  name: string;
}

export interface NewIdeaProps {
  data: {
    sections: readonly Named[];
    colleagues: readonly Named[];
    /** Where an idea waits. */
    waitsAt: { name: string; meaning: StageMeaning };
    me: string;
    zone: string;
  };
  /** Say who writes it, and by when. */
  can: { direct: boolean };
  actions: Pick<PlanningActions, "pitchIdea">;
}

/** Keeps an idea, or begins to write it at once. What was typed stays until it is kept or discarded. */
export function NewIdea({ data, can, actions }: NewIdeaProps) {
  const form = useId();
  const [isOpen, setOpen] = useState(false);
  const { idea, isBegun, set, id: idOfIdea, clear } = useIdea(data.me);
  /** Stays from idea to idea: who has several has them for one section. */
  const [sectionId, setSectionId] = useState("");
  const { ask, isAsking, refusal, issueAt, forget } = useAsking();
  const router = useRouter();
  const time = planTime(idea.local, idea.chosen, { zone: data.zone, now: new Date() });

  function keep(take: boolean) {
    if (isAsking || time.kind === "refused" || time.kind === "ask") return;
    ask(
      () =>
        actions.pitchIdea({
          id: idOfIdea(),
          name: idea.name,
          ...(idea.brief.trim() && { brief: idea.brief }),
          sectionId: sectionId || null,
          ...(idea.assigneeId && !take && { assigneeId: idea.assigneeId }),
          ...(time.kind === "at" && { dueAt: time.at.toISOString() }),
          ...(take && { take }),
        }),
      ({ id }) => {
        clear();
        setOpen(false);
        if (take) return router.push(editorPath(id));
        toast({ tone: "good", title: "The idea is kept", description: idea.name });
        router.refresh();
      },
    );
  }

  function discard() {
    clear();
    forget();
    setOpen(false);
  }

  const place = ["name", "brief", "sectionId", "assigneeId", "dueAt"].some((field) => issueAt(field));
  return (
    <Dialog
      title="New idea"
      description={ideaWords(data.waitsAt)}
      trigger={
        <Button data-shortcut="new-idea" aria-keyshortcuts="i">
          <Lightbulb aria-hidden />
          New idea
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        <>
          {isBegun ? (
            <Button tone="quiet" disabled={isAsking} onClick={discard}>
              Discard
            </Button>
          ) : null}
          <Button busy={isAsking} onClick={() => keep(true)}>
            Start writing
          </Button>
          <Button type="submit" form={form} tone="primary" busy={isAsking}>
            Keep the idea
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          keep(false);
        }}
      >
        <Field label="What is it about?" hint="Its working name on lists" error={issueAt("name")}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              autoComplete="off"
              maxLength={120}
              value={idea.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <Field label="Brief" hint="What to find out, whom to ask, how long" error={issueAt("brief")}>
          {(control) => (
            <TextArea
              {...control}
              maxLength={4_000}
              rows={4}
              value={idea.brief}
              onChange={({ target }) => set({ brief: target.value })}
            />
          )}
        </Field>
        <SectionChoice
          sections={data.sections}
          value={sectionId}
          error={issueAt("sectionId") ?? null}
          onChange={setSectionId}
        />
        {can.direct ? (
          <Field label="For" error={issueAt("assigneeId")}>
            {(control) => (
              <Select
                {...control}
                value={idea.assigneeId}
                options={[{ value: "", label: "Whoever takes it up" }, ...data.colleagues.map(optionOf)]}
                onChange={({ target }) => set({ assigneeId: target.value })}
              />
            )}
          </Field>
        ) : null}
        {can.direct ? (
          <InstantField
            label="Due, day and time"
            zone={data.zone}
            local={idea.local}
            chosen={idea.chosen}
            time={time}
            onChange={(local, chosen) => set({ local, chosen })}
          />
        ) : null}
        <StatusLine tone="danger">{refusal && !place ? refusal.message : issueAt("dueAt")}</StatusLine>
      </form>
    </Dialog>
  );
}

const optionOf = ({ id, name }: Named) => ({ value: id, label: name });
