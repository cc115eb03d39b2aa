"use client";
import { useState } from "react";
import { StatusLine } from "#components/ui/StatusLine";
import { localOf } from "#newsroom/settings/zone";
import { InstantField } from "./InstantField.client.tsx";
import { type Bounds, type PlanTime, planTime } from "./plan-time.ts";

/** A time that is being chosen; `start` is where the choice begins. */
export function useChosenTime(start: Date | null, bounds: Omit<Bounds, "now">) {
  const [local, setLocal] = useState(() => (start ? localOf(start, bounds.zone) : ""));
  const [chosen, setChosen] = useState<Date | null>(null);
  const choose = (nextLocal: string, nextChosen: Date | null) => {
    setLocal(nextLocal);
    setChosen(nextChosen);
  };
  return { zone: bounds.zone, local, chosen, time: planTime(local, chosen, { ...bounds, now: new Date() }), choose };
}

/** What is still to be said of a time; null where it is an instant, or where the field itself says what is wrong. */
export const askedOf = (time: PlanTime): string | null =>
  time.kind === "empty"
    ? "Please choose a day and a time."
    : time.kind === "ask"
      ? "Please say which time you mean."
      : null;

interface ChosenTimeProps {
  of: ReturnType<typeof useChosenTime>;
  /** In place of what the time means. */
  error: string | null;
  onChange: () => void;
}

/** Day and time by the newsroom's clock, and what they mean in both zones. */
export function ChosenTime({ of: { zone, local, chosen, time, choose }, error, onChange }: ChosenTimeProps) {
  return (
    <>
      <InstantField
        zone={zone}
        local={local}
        chosen={chosen}
        time={time}
        onChange={(nextLocal, nextChosen) => {
          choose(nextLocal, nextChosen);
          onChange();
        }}
      />
      <StatusLine tone={time.kind === "at" && !error ? "good" : "danger"}>
        {error ?? (time.kind === "at" ? time.words : null)}
      </StatusLine>
    </>
  );
}
