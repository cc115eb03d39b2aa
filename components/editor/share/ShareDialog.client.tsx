"use client";
import { type FormEvent, useCallback, useEffect, useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { canRevoke, type ShareRow, usualShare } from "#newsroom/stories/shares/shares";
import { LinkToGive } from "../../desk/LinkToGive.client.tsx";
import { exactly } from "../../desk/when.ts";
import { UnsentField } from "../../unsent/UnsentField.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import type { EditorActions } from "../edited-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";
import styles from "./ShareDialog.module.css";
import { shareState } from "./share-words.ts";

interface Given {
  path: string;
  endsAt: Date;
  recipient: string;
}

interface ShareDialogProps {
  storyId: string;
  zone: string;
  /** Outsiders get nothing before its end. */
  embargoUntil: Date | null;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  actions: Pick<EditorActions, "shareStory" | "readShares" | "revokeShare">;
  onClose: () => void;
}

const days = [1, 3, usualShare, 14, 30];

/** Makes links that show the draft to somebody outside, and shuts them. */
export function ShareDialog({ storyId, zone, embargoUntil, act, actions, onClose }: ShareDialogProps) {
  const form = useId();
  const [wanted, setWanted] = useState({ days: usualShare, mayComment: false, follows: false });
  const unsent = useUnsent("share", { recipient: "" });
  const { recipient } = unsent.words;
  const [shares, setShares] = useState<ShareRow[] | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<{ recipient: string | null; whole: string | null }>({
    recipient: null,
    whole: null,
  });
  const set = (changes: Partial<typeof wanted>) => setWanted({ ...wanted, ...changes });

  const { readShares } = actions;
  const read = useCallback(async () => {
    const answer = await readShares(storyId).catch(() => null);
    if (answer?.ok) setShares(answer.value);
  }, [readShares, storyId]);
  useEffect(() => void read(), [read]);

  async function make(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await act((seen) => actions.shareStory({ ...seen, ...wanted, recipient }));
    setBusy(false);
    if (!outcome.ok) {
      const atField = outcome.issues.find(({ path }) => path === "recipient")?.message ?? null;
      return setError({ recipient: atField, whole: atField ? null : outcome.message });
    }
    setError({ recipient: null, whole: null });
    setGiven({ ...outcome.value, recipient });
    unsent.forget();
    void read();
  }

  async function revoke(shareId: string) {
    const answer = await actions.revokeShare({ shareId }).catch(() => null);
    if (!answer?.ok) return setError({ recipient: null, whole: answer?.message ?? "The newsroom did not answer." });
    void read();
  }

  const now = new Date();
  return (
    <Dialog
      title="Show it to somebody outside"
      description="A link for one person: a source, a lawyer. It opens without an account, for a time, with their name across the page."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            Make a link
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={make} className={styles.form} noValidate>
        <UnsentField
          of={unsent}
          value={recipient}
          onType={(typed) => unsent.set({ recipient: typed })}
          label="For whom"
          error={error.recipient}
          maxLength={80}
        />
        <Field label="It works for">
          {(control) => (
            <Select
              {...control}
              options={days.map((count) => ({ value: String(count), label: count === 1 ? "1 day" : `${count} days` }))}
              value={String(wanted.days)}
              onChange={({ target }) => set({ days: Number(target.value) })}
            />
          )}
        </Field>
        <Checkbox
          label="They may comment"
          hint="Comments stand beside the text, under their name"
          checked={wanted.mayComment}
          onChange={({ target }) => set({ mayComment: target.checked })}
        />
        <Checkbox
          label="Shows later changes too"
          hint="Otherwise the text as it stands now, which is kept among the revisions"
          checked={wanted.follows}
          onChange={({ target }) => set({ follows: target.checked })}
        />
        <StatusLine tone="warning">
          {embargoUntil && embargoUntil > now
            ? `The story is under embargo: the link shows nothing before ${exactly(embargoUntil, zone)}.`
            : null}
        </StatusLine>
        <StatusLine tone="danger">{error.whole}</StatusLine>
      </form>
      {given ? (
        <LinkToGive
          url={`${window.location.origin}${given.path}`}
          name={given.recipient}
          works={`Works until ${exactly(given.endsAt, zone)}`}
          opens="read the story"
        />
      ) : null}
      {shares && shares.length > 0 ? (
        <section aria-labelledby={`${form}-links`} className={styles.links}>
          <h3 id={`${form}-links`}>Links to this story</h3>
          <ul>
            {shares.map((share) => (
              <li key={share.id}>
                <ShareLine share={share} zone={zone} now={now} onRevoke={() => void revoke(share.id)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  );
}

interface ShareLineProps {
  share: ShareRow;
  zone: string;
  now: Date;
  onRevoke: () => void;
}

function ShareLine({ share, zone, now, onRevoke }: ShareLineProps) {
  const { recipient, opens, lastOpenedAt } = share;
  const use = lastOpenedAt
    ? `opened ${opens === 1 ? "once" : `${opens} times`}, last ${exactly(lastOpenedAt, zone)}`
    : "not opened yet";
  return (
    <div className={styles.share}>
      <p>
        <strong>{recipient}</strong> <span className={styles.quiet}>{shareState(share, now, zone)}</span>
        <br />
        <span className={styles.quiet}>{use}</span>
      </p>
      {canRevoke(share, now) ? (
        <Button size="small" onClick={onRevoke} aria-label={`Revoke the link for ${recipient}`}>
          Revoke
        </Button>
      ) : null}
    </div>
  );
}
