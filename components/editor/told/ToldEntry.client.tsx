"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import type { LogEntry } from "#newsroom/stories/publication/log-queries";
import type { PublicDifference } from "#newsroom/stories/publication/public-difference";
import { exactly } from "../../desk/when.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { ScrolledComparison } from "../comparison/ScrolledComparison.tsx";
import { ShowsChange } from "../comparison/ShowsChange.tsx";
import type { Outcome } from "../story-verbs.ts";
import styles from "./ToldDialog.module.css";

interface ToldEntryProps {
  entry: LogEntry;
  language: string;
  zone: string;
  change: (told: { note: string; isPublic: boolean }) => Promise<Outcome<unknown>>;
  onChanged: () => Promise<void>;
}

const kindWords = { typo: "Typo", clarification: "Clarification", correction: "Correction" };

/** What readers are told of one publication. */
export function ToldEntry({ entry, language, zone, change, onChanged }: ToldEntryProps) {
  const heading = useId();
  const { kind, at, noteWithdrawnAt, difference } = entry;
  const unsent = useUnsent(`told ${entry.revisionId} ${entry.place}`, {
    note: entry.note,
    shows: entry.isPublic ? "yes" : "no",
  });
  const { note } = unsent.words;
  const isPublic = unsent.words.shows === "yes";
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const withdraws = entry.note !== "" && note.trim() === "";

  async function go(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setDone(null);
    setError(null);
    if (note.trim() === entry.note && isPublic === entry.isPublic) return setError("Nothing is changed yet.");
    setBusy(true);
    const outcome = await change({ note: note.trim(), isPublic });
    if (outcome.ok) {
      await onChanged();
      unsent.forget();
    }
    setBusy(false);
    if (outcome.ok) setDone("Readers are told so now.");
    else setError(outcome.issues.map(({ message }) => message).join(" ") || outcome.message);
  }

  return (
    <form className={styles.entry} aria-labelledby={heading} onSubmit={go} noValidate>
      <h3 id={heading}>
        {kind ? kindWords[kind] : "Update"} <span className={styles.when}>{exactly(at, zone)}</span>
      </h3>
      {kind ? (
        <Field
          label="Note to the readers"
          hint={
            noteWithdrawnAt
              ? `Withdrawn ${exactly(noteWithdrawnAt, zone)}`
              : "Leave it empty to withdraw it: its words are kept nowhere"
          }
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
      ) : null}
      <UnsentNotice of={unsent} />
      {difference ? (
        <>
          <ShowsChange checked={isPublic} onChange={(shows) => unsent.set({ shows: shows ? "yes" : "no" })} />
          <Shown difference={difference} language={language} />
        </>
      ) : (
        <p className={styles.when}>Readers are shown no difference.</p>
      )}
      <div className={styles.foot}>
        <Button type="submit" size="small" tone={withdraws ? "danger" : "plain"} busy={busy}>
          {withdraws ? "Withdraw the note" : "Change"}
        </Button>
        <StatusLine tone="good">{done}</StatusLine>
        <StatusLine tone="danger">{error}</StatusLine>
      </div>
    </form>
  );
}

function Shown({ difference, language }: { difference: PublicDifference; language: string }) {
  const [isOpen, setOpen] = useState(false);
  const { lines, passages, words } = difference;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>What changed</summary>
      {isOpen ? (
        <ScrolledComparison
          label="What changed"
          difference={{ lines, body: passages.flat(), columns: [], words, isSameText: false }}
          language={language}
        />
      ) : null}
    </details>
  );
}
