"use client";
import { Choices } from "#components/ui/Choices";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import { cityOf } from "#newsroom/settings/zone";
import type { PlanTime, WhichInstant } from "./plan-time.ts";

interface InstantFieldProps {
  label?: string;
  zone: string;
  /** What the field holds: "2026-11-24T18:00". */
  local: string;
  chosen: Date | null;
  /** What it means. */
  time: PlanTime;
  onChange: (local: string, chosen: Date | null) => void;
}

/** A day and a time by the newsroom's clock; where the clock leaves it open, the person says which instant is meant. */
export function InstantField({ label = "Day and time", zone, local, chosen, time, onChange }: InstantFieldProps) {
  return (
    <>
      <Field label={`${label} in ${cityOf(zone)}`} error={time.kind === "refused" ? time.why : null}>
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            value={local}
            onChange={({ target }) => onChange(target.value, null)}
          />
        )}
      </Field>
      {"which" in time && time.which ? (
        <WhichTime which={time.which} chosen={chosen} onChoose={(at) => onChange(local, at)} />
      ) : null}
    </>
  );
}

interface WhichTimeProps {
  which: WhichInstant;
  chosen: Date | null;
  onChoose: (at: Date) => void;
}

export const WhichTime = ({ which: { why, choices }, chosen, onChoose }: WhichTimeProps) => (
  <Choices
    legend={why}
    choices={choices.map(({ at, words }) => ({ value: at.getTime(), words }))}
    chosen={chosen?.getTime() ?? null}
    onChoose={(value) => onChoose(new Date(value))}
  />
);
