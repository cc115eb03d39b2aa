"use client";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/Button";
import { Checkbox } from "#components/ui/Checkbox";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import type { StoryText } from "#newsroom/stories/story-text";
import type { CheckKey } from "#newsroom/workflow/checks/kinds";
import type { Findings } from "./checks/useFindings.ts";
import styles from "./PublishDialog.module.css";
import { type Check, publishChecks } from "./publish-checks.ts";
import { ScrolledComparison } from "./ScrolledComparison.tsx";
import type { Outcome, Seen } from "./story-verbs.ts";
import { useArrivedText } from "./useArrivedText.ts";
import { sayLive } from "./useStoryNews.ts";

/** `liveAt`: when the undo window ends; null where readers have it already. */
interface Published {
  address: string;
  liveAt: string | null;
}

interface PublishDialogProps {
  /** What is checked here before the newsroom checks it again. */
  subject: Parameters<typeof publishChecks>[0];
  isLive: boolean;
  /** Of an update: readers are shown what it changed, unless the publisher says otherwise here. */
  updatesArePublic: boolean;
  wasPublished: boolean;
  address: string;
  act: (verb: (seen: Seen) => Promise<Answer<Published>>) => Promise<Outcome<Published>>;
  publish: (input: Seen & { isPublic?: boolean }) => Promise<Answer<Published>>;
  /** The text as it stands in this window; null if it cannot be read as a whole. */
  current: () => StoryText | null;
  /** How far the newsroom's text is known here. */
  seq: number;
  /** Who stored text after so many updates. */
  writersSince: (seq: number) => Promise<Answer<string[]>>;
  language: string;
  /** Errors hold the story back, warnings ask. */
  findings: Findings & { onShow: () => void };
  /** Closes this and leads to the list of suggestions. */
  onSuggestions: () => void;
  onClose: () => void;
}

/** Told by this window, without waiting for the newsroom. */
const toldHere = new Set<string>(["headline", "text", "section", "suggestions"] satisfies CheckKey[]);
const mostShown = 8;

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
    findings,
    onSuggestions,
    onClose,
  } = props;
  const [isPublic, setPublic] = useState(updatesArePublic);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refused, setRefused] = useState<Issue[]>([]);
  const checks = publishChecks(subject, refused);
  const arrived = useArrivedText({ current, seq, writersSince });
  const [hasLooked, setLooked] = useState<boolean | null>(null);
  const { look } = findings;
  useEffect(() => {
    void look().then(setLooked);
  }, [look]);
  // What this window can tell by itself stands above.
  const found = (findings.list ?? []).filter(({ check }) => !toldHere.has(check));
  const shown = found.slice(0, mostShown);
  const warns = found.some(({ severity }) => severity === "warning");
  const isReady =
    hasLooked !== null &&
    checks.every(({ problem }) => problem === null) &&
    found.every(({ severity }) => severity !== "error");

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
    if (outcome.value.liveAt === null) sayLive(!isLive, outcome.value.address);
  }

  return (
    <Dialog
      wide={arrived.difference !== null}
      title={isLive ? "Update the live story?" : "Publish this story?"}
      description={isLive ? "Readers get the text as it stands here." : "Everybody can read it then."}
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
                : `${isLive ? "Update" : "Publish"}${arrived.difference ? " what I see now" : warns ? " anyway" : ""}`}
            </Button>
          ) : null}
        </>
      }
    >
      <ul className={styles.checks}>
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
        {shown.map(({ check, severity, message, at }) => (
          <li key={`${check} ${JSON.stringify(at)}`} className={severity === "error" ? styles.missing : styles.warning}>
            {severity === "error" ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
            <span>
              {message}
              {"quote" in at && at.quote.trim() ? (
                <>
                  {" "}
                  <q lang={language}>{at.quote.slice(0, 60)}</q>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {found.length > 0 ? (
        <Button size="small" tone="quiet" onClick={findings.onShow}>
          {found.length > shown.length ? `Show all ${found.length}` : found.length === 1 ? "Show it" : "Show them"}
        </Button>
      ) : null}
      <StatusLine>{hasLooked === null ? "Looking through the story…" : null}</StatusLine>
      <StatusLine tone="warning">
        {hasLooked === false ? "The newsroom did not answer: what the checks find is not shown here." : null}
      </StatusLine>
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
