"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import type { Answer } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import type { StoryText } from "#newsroom/stories/document/story-text";
import type { PlannedCorrection } from "#newsroom/stories/publication/planned-correction";
import type { CorrectionKind, NotePlace } from "#newsroom/stories/schema";
import { askedOf, ChosenTime, useChosenTime } from "../../desk/times/ChosenTime.client.tsx";
import type { Bounds } from "../../desk/times/plan-time.ts";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { ShowsChange } from "../comparison/ShowsChange.tsx";
import type { EditorActions } from "../edited-story.ts";
import { type Outcome, type Seen, unlessArrived } from "../story-verbs.ts";
import { useArrivedText } from "../text/useArrivedText.ts";
import { sayLive } from "../useStoryNews.ts";
import { ArrivedText } from "./ArrivedText.tsx";
import styles from "./DialogForm.module.css";
import { beforePlanning, LastLook, type LookedAt, useLastLook } from "./LastLook.client.tsx";

interface CorrectDialogProps {
  lookedAt: LookedAt;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  correct: EditorActions["correctStory"];
  plan: EditorActions["planCorrection"];
  /** When one is planned to go out already. */
  plannedFor: Date | null;
  /** What it is to say, or what one said that was taken back in time. */
  said: PlannedCorrection | null;
  /** What else was planned and will not happen then, in a sentence. */
  cancels: { now: string | null; later: string | null };
  bounds: Omit<Bounds, "now">;
  /** The text as it stands in this window; null if it cannot be read as a whole. */
  current: () => StoryText | null;
  seq: number;
  writersSince: (seq: number) => Promise<Answer<string[]>>;
  /** Closes this and leads to the list of suggestions. */
  onSuggestions: () => void;
  onClose: () => void;
}

const kinds: { value: CorrectionKind; label: string }[] = [
  { value: "correction", label: "Correction: something was wrong" },
  { value: "clarification", label: "Clarification: it could mislead" },
  { value: "typo", label: "Typo: a slip of the pen" },
];
const places: { value: NotePlace; label: string }[] = [
  { value: "top", label: "Above the text" },
  { value: "bottom", label: "Below the text" },
];
const times = [
  { value: "now", label: "Now" },
  { value: "later", label: "At a time: what stands here now goes live then" },
];

/** Puts the text as it stands here before the readers and tells them what was wrong, now or at a time, after the same last look as publishing it. */
export function CorrectDialog(props: CorrectDialogProps) {
  const {
    lookedAt,
    act,
    correct,
    plan,
    plannedFor,
    said: before,
    cancels,
    bounds,
    current,
    seq,
    writersSince,
    onSuggestions,
    onClose,
  } = props;
  const { subject, language } = lookedAt;
  const form = useId();
  const unsent = useUnsent<Record<"kind" | "place" | "note" | "shows", string>>("correct", {
    kind: before?.kind ?? "correction",
    place: before?.place ?? "top",
    note: before?.note ?? "",
    shows: (before?.isPublic ?? true) ? "yes" : "no",
  });
  const { note } = unsent.words;
  const kind = kinds.find(({ value }) => value === unsent.words.kind)?.value ?? "correction";
  const place: NotePlace = unsent.words.place === "bottom" ? "bottom" : "top";
  const isPublic = unsent.words.shows === "yes";
  const [isLater, setLater] = useState(plannedFor !== null);
  const when = useChosenTime(plannedFor, bounds);
  const [missing, setMissing] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refused, setRefused] = useState<Issue[]>([]);
  const look = useLastLook(isLater ? beforePlanning(lookedAt) : lookedAt, refused);
  const arrived = useArrivedText({ current, seq, writersSince });

  async function go(event: FormEvent) {
    event.preventDefault();
    setError(null);
    if (kind !== "typo" && note.trim() === "") return setMissing("Please tell readers what was wrong.");
    setMissing(null);
    const asked = isLater ? askedOf(when.time) : null;
    if (asked) return setError(asked);
    if (busy || !look.isReady || arrived.look()) return;
    setBusy(true);
    const outcome = await (isLater ? planIt() : correctNow());
    setBusy(false);
    if (!outcome) return;
    if (outcome.ok) {
      unsent.forget();
      return onClose();
    }
    setRefused(outcome.issues);
    if (arrived.look()) return;
    setError(outcome.issues.map(({ message }) => message).join(" ") || outcome.message);
  }

  const said = { kind, place, note: note.trim(), isPublic };

  async function correctNow() {
    const outcome = await act(unlessArrived(arrived.look, (seen) => correct({ ...seen, ...said })));
    if (outcome.ok && outcome.value.liveAt === null) sayLive("correct", outcome.value.address);
    return outcome;
  }

  async function planIt() {
    const { time, zone } = when;
    // The field says why.
    if (time.kind !== "at") return null;
    const outcome = await act(
      unlessArrived(arrived.look, (seen) => plan({ ...seen, ...said, at: time.at.toISOString(), zone })),
    );
    if (outcome.ok) toast({ tone: "good", title: "The correction is planned", description: time.words });
    return outcome;
  }

  const verb = isLater ? { does: "Plan", doing: "Planning…" } : { does: "Correct", doing: "Correcting…" };
  return (
    <Dialog
      wide={arrived.difference !== null}
      title="Correct the live story?"
      description="Readers get the text as it stands here, and your note with its date."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {subject.suggestions > 0 ? <Button onClick={onSuggestions}>Look at the suggestions</Button> : null}
          {look.isReady ? (
            <Button type="submit" form={form} tone="primary" busy={busy}>
              {busy
                ? verb.doing
                : `${verb.does}${arrived.difference ? " with what I see now" : look.warns ? " anyway" : ""}`}
            </Button>
          ) : null}
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={go} noValidate>
        <Field label="What it is">
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={kinds}
              onChange={({ target }) => unsent.set({ kind: target.value })}
            />
          )}
        </Field>
        <Field
          label="Note to the readers"
          hint={kind === "typo" ? "May stay empty" : "What was wrong, and what is right. It stays with the story."}
          error={missing}
        >
          {(control) => (
            <TextArea
              {...control}
              lang={language}
              maxLength={2_000}
              value={note}
              onChange={({ target }) => unsent.set({ note: target.value })}
            />
          )}
        </Field>
        <UnsentNotice of={unsent} />
        <Field label="Where the note stands">
          {(control) => (
            <Select
              {...control}
              value={place}
              options={places}
              onChange={({ target }) => unsent.set({ place: target.value })}
            />
          )}
        </Field>
        <Field label="When">
          {(control) => (
            <Select
              {...control}
              value={isLater ? "later" : "now"}
              options={times}
              onChange={({ target }) => {
                setLater(target.value === "later");
                setError(null);
              }}
            />
          )}
        </Field>
        {isLater ? <ChosenTime of={when} error={null} onChange={() => setError(null)} /> : null}
        <ShowsChange
          checked={isPublic}
          hint="Not where the old words must not be read again"
          onChange={(shows) => unsent.set({ shows: shows ? "yes" : "no" })}
        />
      </form>
      <LastLook look={look} />
      <StatusLine tone="warning" bar>
        {isLater ? cancels.later : cancels.now}
      </StatusLine>
      <ArrivedText arrived={arrived} language={language} />
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
