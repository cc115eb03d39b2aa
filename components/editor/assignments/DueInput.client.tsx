"use client";
import { useState } from "react";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import { cityOf, dayAndBothTimes, localOf } from "#newsroom/settings/zone";
import { WhichTime } from "../../desk/times/InstantField.client.tsx";
import { planTime } from "../../desk/times/plan-time.ts";

interface DueInputProps {
  /** What is saved. */
  dueAt: Date | null;
  zone: string;
  error: string | null;
  /** Null: no time; undefined: not one yet. */
  onChange: (dueAt: Date | null | undefined) => void;
}

/** By when it is to be filed, in the newsroom's time, said in both; may stay empty. */
export function DueInput({ dueAt, zone, error, onChange }: DueInputProps) {
  const saved = dueAt ? localOf(dueAt, zone) : "";
  const [local, setLocal] = useState(saved);
  const [chosen, setChosen] = useState<Date | null>(null);
  const now = new Date();
  const isNew = local !== saved;
  const time = planTime(local, chosen, { zone, now });

  function say(nextLocal: string, nextChosen: Date | null) {
    setLocal(nextLocal);
    setChosen(nextChosen);
    const next = planTime(nextLocal, nextChosen, { zone, now: new Date() });
    if (nextLocal === saved) onChange(dueAt);
    else onChange(next.kind === "empty" ? null : next.kind === "at" ? next.at : undefined);
  }

  return (
    <>
      <Field
        label={`To be filed by, ${cityOf(zone)} time`}
        hint={
          isNew
            ? time.kind === "at"
              ? time.words
              : "May stay empty"
            : dueAt
              ? dayAndBothTimes(dueAt, zone, now)
              : "May stay empty"
        }
        error={isNew && time.kind === "refused" ? time.why : error}
      >
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            value={local}
            onChange={({ target }) => say(target.value, null)}
          />
        )}
      </Field>
      {isNew && "which" in time && time.which ? (
        <WhichTime which={time.which} chosen={chosen} onChoose={(at) => say(local, at)} />
      ) : null}
    </>
  );
}
