"use client";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { askedOf, ChosenTime, useChosenTime } from "../../desk/times/ChosenTime.client.tsx";
import type { Bounds } from "../../desk/times/plan-time.ts";
import type { Outcome } from "../story-verbs.ts";
import styles from "./DialogForm.module.css";

/** An instant, and how it is told. */
export interface ToldInstant {
  at: Date;
  words: string;
}

interface TimeDialogProps {
  title: string;
  description: string;
  /** The instant that stands already. */
  start: Date | null;
  bounds: Omit<Bounds, "now">;
  /** Of the button; `null` holds it back. */
  verb: { does: string; doing: string } | null;
  go: (time: ToldInstant) => Promise<Outcome<unknown>>;
  /** There is something to compare. */
  wide?: boolean;
  /** Between Cancel and the verb. */
  others?: (busy: boolean) => ReactNode;
  /** Below the time. */
  children?: ReactNode;
  onClose: () => void;
}

/** Asks for a time by the newsroom's clock, and does something with it. */
export function TimeDialog(props: TimeDialogProps) {
  const { title, description, start, bounds, verb, go, wide = false, others, children, onClose } = props;
  const form = useId();
  const of = useChosenTime(start, bounds);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError(askedOf(of.time));
    if (of.time.kind !== "at" || busy || !verb) return;
    setBusy(true);
    const outcome = await go(of.time);
    setBusy(false);
    if (outcome.ok) onClose();
    else setError(outcome.message || null);
  }

  return (
    <Dialog
      wide={wide}
      title={title}
      description={description}
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {others?.(busy)}
          {verb ? (
            <Button type="submit" form={form} tone="primary" busy={busy}>
              {busy ? verb.doing : verb.does}
            </Button>
          ) : null}
        </>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        <ChosenTime of={of} error={error} onChange={() => setError(null)} />
      </form>
      {children}
    </Dialog>
  );
}
