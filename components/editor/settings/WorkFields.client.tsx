"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { TextInput } from "#components/ui/TextInput";
import type { Named } from "#newsroom/stories/story-facts";
import { priorities } from "#newsroom/workflow/directions";
import { movesFrom } from "#newsroom/workflow/stages";
import { priorityWords } from "../../desk/words.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import type { Directions, EditedStory, StoryEditorData } from "../edited-story.ts";
import { DueField } from "./DueField.client.tsx";
import styles from "./WorkFields.module.css";

interface WorkFieldsProps {
  data: Pick<StoryEditorData, "stages" | "desks" | "colleagues" | "newsroom">;
  story: EditedStory;
  onMove: (stage: string, note: string) => Promise<boolean>;
  onDirect: (changes: Directions) => void;
}

/** Where the story stands, who is to do it, by when, how urgently: for those who say so. The head shows it to everybody. */
export function WorkFields({ data, story, onMove, onDirect }: WorkFieldsProps) {
  const { assignee, desk, priority, dueAt, can } = story;
  const people = data.colleagues.filter(({ id, isIn }) => isIn || id === assignee?.id);
  return (
    <>
      {can.move ? <StageField stages={data.stages} stage={story.stage} onMove={onMove} /> : null}
      {can.direct ? (
        <div className={styles.pairs}>
          <Field label="Assigned to">
            {(control) => (
              <Select
                {...control}
                value={assignee?.id ?? ""}
                options={[{ value: "", label: "Nobody" }, ...people.map(optionOf)]}
                onChange={({ target }) => onDirect({ assigneeId: target.value || null })}
              />
            )}
          </Field>
          <Field label="Priority">
            {(control) => (
              <Select
                {...control}
                value={priority}
                options={priorities.map((one) => ({ value: one, label: priorityWords[one] }))}
                onChange={({ target }) => {
                  const chosen = priorities.find((one) => one === target.value);
                  if (chosen) onDirect({ priority: chosen });
                }}
              />
            )}
          </Field>
          <DueField
            dueAt={dueAt}
            zone={data.newsroom.zone}
            onSave={(at) => onDirect({ dueAt: at?.toISOString() ?? null })}
          />
          {data.desks.length > 0 ? (
            <Field label="Desk">
              {(control) => (
                <Select
                  {...control}
                  value={desk?.id ?? ""}
                  options={[{ value: "", label: "No desk" }, ...data.desks.map(optionOf)]}
                  onChange={({ target }) => onDirect({ deskId: target.value || null })}
                />
              )}
            </Field>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

interface StageFieldProps {
  stages: StoryEditorData["stages"];
  stage: EditedStory["stage"];
  onMove: WorkFieldsProps["onMove"];
}

/** Moves at once; who has something to say writes it first. */
function StageField({ stages, stage, onMove }: StageFieldProps) {
  const unsent = useUnsent("move", { note: "" });
  const { note } = unsent.words;
  const [asksNote, setAsksNote] = useState(false);
  const hasNote = asksNote || unsent.isTyped;
  async function move(to: string) {
    if (to === stage.key || !(await onMove(to, note.trim()))) return;
    unsent.forget();
    setAsksNote(false);
  }
  const here = { value: stage.key, label: stage.name };
  return (
    <>
      {hasNote ? (
        <Field label="Note for the move" hint="Goes along when you choose the stage">
          {(control) => (
            <TextInput
              {...control}
              autoFocus={asksNote}
              maxLength={2_000}
              value={note}
              onChange={({ target }) => {
                setAsksNote(true);
                unsent.set({ note: target.value });
              }}
            />
          )}
        </Field>
      ) : null}
      <UnsentNotice of={unsent} onDiscard={() => setAsksNote(true)} />
      <div className={styles.stage}>
        <Field label="Stage">
          {(control) => (
            <Select
              {...control}
              value={stage.key}
              options={[here, ...movesFrom(stages, stage.key).map(({ key, name }) => ({ value: key, label: name }))]}
              onChange={({ target }) => void move(target.value)}
            />
          )}
        </Field>
        {hasNote ? null : (
          <Button size="small" tone="quiet" onClick={() => setAsksNote(true)}>
            Move with a note
          </Button>
        )}
      </div>
    </>
  );
}

const optionOf = ({ id, name }: Named) => ({ value: id, label: name });
