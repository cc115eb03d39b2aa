"use client";
import { CircleAlert, CircleCheck, MessageSquareWarning } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import type { StoryText } from "#newsroom/stories/story-text";
import { toast } from "../ui/toast-manager.ts";
import styles from "./PublishDialog.module.css";
import { type Check, publishChecks } from "./publish-checks.ts";
import { ScrolledComparison } from "./ScrolledComparison.tsx";
import type { Outcome, Seen } from "./story-verbs.ts";
import { useArrivedText } from "./useArrivedText.ts";

interface PublishDialogProps {
  /** What is checked here before the newsroom checks it again. */
  subject: Parameters<typeof publishChecks>[0];
  isLive: boolean;
  /** Of an update: readers are shown what it changed, unless the publisher says otherwise here. */
  updatesArePublic: boolean;
  wasPublished: boolean;
  address: string;
  act: (verb: (seen: Seen) => Promise<Answer<{ address: string }>>) => Promise<Outcome<{ address: string }>>;
  publish: (input: Seen & { isPublic?: boolean }) => Promise<Answer<{ address: string }>>;
  /** The text as it stands in this window; null if it cannot be read as a whole. */
  current: () => StoryText | null;
  /** How far the newsroom's text is known here. */
  seq: number;
  /** Who stored text after so many updates. */
  writersSince: (seq: number) => Promise<Answer<string[]>>;
  language: string;
  /** What is said and not settled warns, and does not hold the story back. */
  comments: { open: number; onShow: () => void };
  /** Closes this and leads to the list of suggestions. */
  onSuggestions: () => void;
  onClose: () => void;
}

/** The last look before readers get it: what is still missing, and where it will stand. */
export function PublishDialog(props: PublishDialogProps) {
  const {
    subject,
    isLive,
    updatesArePublic,
    wasPublished,
    address,
    act,
    publish,
    current,
    seq,
    writersSince,
    language,
    comments,
    onSuggestions,
    onClose,
  } = props;
  const [isPublic, setPublic] = useState(updatesArePublic);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refused, setRefused] = useState<Issue[]>([]);
  const checks = publishChecks(subject, refused);
  const arrived = useArrivedText({ current, seq, writersSince });
  const isReady = checks.every(({ problem }) => problem === null);

  async function go() {
    setError(null);
    if (arrived.look()) return;
    setBusy(true);
    const outcome = await act((seen) => publish({ ...seen, ...(isLive && { isPublic }) }));
    setBusy(false);
    if (!outcome.ok) {
      setRefused(outcome.issues);
      if (arrived.look()) return;
      return setError(outcome.message);
    }
    onClose();
    toast({
      tone: "good",
      title: isLive ? "The live story is updated" : "The story is live",
      description: outcome.value.address,
      action: { label: "Read it", onPress: () => window.open(outcome.value.address, "_blank", "noreferrer") },
    });
  }

  return (
    <Dialog
      wide={arrived.difference !== null}
      title={isLive ? "Update the live story?" : "Publish this story?"}
      description={isLive ? "Readers get the text as it stands here." : "Everybody can read it at once."}
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {subject.suggestions > 0 ? <Button onClick={onSuggestions}>Look at the suggestions</Button> : null}
          {isReady ? (
            <Button tone="primary" busy={busy} onClick={go}>
              {busy
                ? isLive
                  ? "Updating…"
                  : "Publishing…"
                : `${isLive ? "Update" : "Publish"}${arrived.difference ? " what I see now" : ""}`}
            </Button>
          ) : null}
        </>
      }
    >
      <ul className={styles.checks}>
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
        {comments.open > 0 ? (
          <li className={styles.warning}>
            <MessageSquareWarning aria-hidden />
            <span>
              {comments.open === 1 ? "1 comment is not resolved." : `${comments.open} comments are not resolved.`}
            </span>
            <Button size="small" tone="quiet" onClick={comments.onShow}>
              Show {comments.open === 1 ? "it" : "them"}
            </Button>
          </li>
        ) : null}
      </ul>
      <p className={styles.address}>
        <span className={styles.label}>Address</span> <code>{address}</code>
        {wasPublished ? null : <span className={styles.label}> Later changes of it leave a redirect.</span>}
      </p>
      {isLive ? (
        <Checkbox
          label="Show readers what changed"
          hint="In the log under the story"
          checked={isPublic}
          onChange={({ target }) => setPublic(target.checked)}
        />
      ) : null}
      <StatusLine tone="warning" bar>
        {arrived.difference
          ? `Text has come in since you looked${arrived.by.length > 0 ? `, by ${arrived.by.join(", ")}` : ""}. Please read it first.`
          : null}
      </StatusLine>
      {arrived.difference ? (
        <ScrolledComparison label="What has come in" difference={arrived.difference} language={language} />
      ) : null}
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}

const CheckLine = ({ check: { name, problem } }: { check: Check }) => (
  <li className={problem ? styles.missing : styles.there}>
    {problem ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
    <span>{problem ?? name}</span>
  </li>
);
