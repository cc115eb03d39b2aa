"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { localOf } from "#newsroom/settings/zone";
import { toast } from "../ui/toast-manager.ts";
import { InstantField } from "./InstantField.client.tsx";
import styles from "./PlanDialog.module.css";
import { planTime } from "./plan-time.ts";
import type { Outcome, Seen } from "./story-verbs.ts";

interface PlanDialogProps {
  words: { title: string; description: string };
  /** The instant that is planned already. */
  planned: Date | null;
  bounds: { embargoUntil?: Date | null; after?: Date | null; before?: Date | null };
  zone: string;
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  plan: (input: Seen & { at: string; zone: string }) => Promise<Answer<unknown>>;
  onClose: () => void;
}

export const planWords = {
  publish: {
    title: "Plan the publication",
    description: "What stands here now goes live by itself at that time. Later changes do not, until you plan again.",
  },
  update: {
    title: "Plan an update",
    description: "What stands here now goes live by itself at that time. Later changes do not, until you plan again.",
  },
  withdraw: {
    title: "Plan a withdrawal",
    description: "At that time the story is taken back quietly: its address will answer as if it had never been.",
  },
};

/** Asks when something is to happen to the story, in the newsroom's time. */
export function PlanDialog({ words, planned, bounds, zone, act, plan, onClose }: PlanDialogProps) {
  const form = useId();
  const [local, setLocal] = useState(() => (planned ? localOf(planned, zone) : ""));
  const [chosen, setChosen] = useState<Date | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const time = planTime(local, chosen, { zone, now: new Date(), ...bounds });

  async function make(event: FormEvent) {
    event.preventDefault();
    if (time.kind === "empty") return setError("Please choose a day and a time.");
    if (time.kind === "ask") return setError("Please say which time you mean.");
    if (time.kind !== "at" || busy) return;
    setBusy(true);
    setError(null);
    const outcome = await act((seen) => plan({ ...seen, at: time.at.toISOString(), zone }));
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    onClose();
    toast({ tone: "good", title: "Planned", description: time.words });
  }

  return (
    <Dialog
      title={words.title}
      description={words.description}
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            {busy ? "Planning…" : "Plan"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={make} className={styles.form}>
        <InstantField
          zone={zone}
          local={local}
          chosen={chosen}
          time={time}
          onChange={(nextLocal, nextChosen) => {
            setLocal(nextLocal);
            setChosen(nextChosen);
            setError(null);
          }}
        />
        <StatusLine tone={time.kind === "at" ? "good" : "danger"}>
          {error ?? (time.kind === "at" ? time.words : null)}
        </StatusLine>
      </form>
    </Dialog>
  );
}
