"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { dayAndBothTimes, localOf } from "#newsroom/settings/zone";
import { toast } from "../ui/toast-manager.ts";
import type { EditedStory } from "./edited-story.ts";
import { InstantField } from "./InstantField.client.tsx";
import styles from "./PlanDialog.module.css";
import { planTime } from "./plan-time.ts";
import type { Outcome, Seen } from "./story-verbs.ts";

interface EmbargoDialogProps {
  story: Pick<EditedStory, "embargoUntil" | "publication">;
  zone: string;
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  embargo: (input: Seen & { until: string | null }) => Promise<Answer<unknown>>;
  onClose: () => void;
}

/** A promise to a source: nothing of the story goes out before an instant, whoever presses what. */
export function EmbargoDialog({ story, zone, act, embargo, onClose }: EmbargoDialogProps) {
  const form = useId();
  const { embargoUntil, publication } = story;
  const [local, setLocal] = useState(() => (embargoUntil ? localOf(embargoUntil, zone) : ""));
  const [chosen, setChosen] = useState<Date | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const now = new Date();
  const time = planTime(local, chosen, { zone, now, embargoUntil: null });

  async function set(until: Date | null) {
    if (busy) return;
    setBusy(true);
    setError(null);
    const outcome = await act((seen) => embargo({ ...seen, until: until?.toISOString() ?? null }));
    setBusy(false);
    if (!outcome.ok) return setError(outcome.message);
    onClose();
    toast({
      tone: "good",
      title: until ? "Under embargo" : "The embargo is lifted",
      ...(until && { description: `Until ${dayAndBothTimes(until, zone, now)}` }),
    });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (time.kind === "empty") return setError("Please choose a day and a time.");
    if (time.kind === "ask") return setError("Please say which time you mean.");
    if (time.kind === "at") void set(time.at);
  }

  return (
    <Dialog
      title="Embargo"
      description={
        publication.state === "live"
          ? "The story is live: it leaves the site at once and comes back by itself at that time."
          : "Nobody can publish the story before that time, by hand or by plan, and no link shows it to anybody outside."
      }
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {embargoUntil ? (
            <Button tone="danger" busy={busy} onClick={() => void set(null)}>
              Lift the embargo
            </Button>
          ) : null}
          <Button type="submit" form={form} tone="primary" busy={busy}>
            Set
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
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
