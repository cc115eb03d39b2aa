"use client";
import { useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import { cityOf, dayAndBothTimes, localOf } from "#newsroom/settings/zone";
import { WhichTime } from "../../desk/times/InstantField.client.tsx";
import { planTime } from "../../desk/times/plan-time.ts";
import styles from "./WorkFields.module.css";

interface DueFieldProps {
  dueAt: Date | null;
  zone: string;
  onSave: (at: Date | null) => void;
}

/** By when the story is to be ready, in the newsroom's time. Saves itself when the focus leaves. */
export function DueField({ dueAt, zone, onSave }: DueFieldProps) {
  const saved = dueAt ? localOf(dueAt, zone) : "";
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Date | null>(null);
  const local = typed ?? saved;
  const isNew = local !== saved;
  const time = planTime(local, chosen, { zone, now: new Date(), embargoUntil: null });

  function save() {
    if (!isNew) return setTyped(null);
    if (time.kind === "empty") onSave(null);
    else if (time.kind === "at") onSave(time.at);
  }

  return (
    <div className={styles.due}>
      <Field
        label={`Due, ${cityOf(zone)} time`}
        hint={isNew ? (time.kind === "at" ? time.words : null) : dueAt && dayAndBothTimes(dueAt, zone, new Date())}
        error={isNew && time.kind === "refused" ? time.why : null}
      >
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            value={local}
            onChange={({ target }) => {
              setTyped(target.value);
              setChosen(null);
            }}
            onBlur={save}
            onKeyDown={(event) => {
              if (event.key === "Enter") save();
            }}
          />
        )}
      </Field>
      {isNew && "which" in time && time.which ? (
        <WhichTime
          which={time.which}
          chosen={chosen}
          onChoose={(at) => {
            setChosen(at);
            onSave(at);
          }}
        />
      ) : null}
    </div>
  );
}
