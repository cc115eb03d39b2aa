"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import type { StoryText } from "#newsroom/stories/document/story-text";
import { ShowsChange } from "../comparison/ShowsChange.tsx";
import { type Outcome, type Seen, unlessArrived } from "../story-verbs.ts";
import { useArrivedText } from "../text/useArrivedText.ts";
import { sayLive } from "../useStoryNews.ts";
import { ArrivedText } from "./ArrivedText.tsx";
import { LastLook, type LookedAt, useLastLook } from "./LastLook.client.tsx";
import styles from "./PublishDialog.module.css";

/** `liveAt`: when the undo window ends; null where readers have it already. */
interface Published {
  address: string;
  liveAt: string | null;
}

interface PublishDialogProps {
  lookedAt: LookedAt;
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
  /** What was planned and will not happen then, in a sentence. */
  cancels: string | null;
  /** Closes this and leads to the list of suggestions. */
  onSuggestions: () => void;
  onClose: () => void;
}

/** The last look before readers get it: what is still missing, and where it will stand. */
export function PublishDialog(props: PublishDialogProps) {
  const {
    lookedAt,
    isLive,
    updatesArePublic,
    wasPublished,
    address,
    act,
    publish,
    current,
    seq,
    writersSince,
    cancels,
    onSuggestions,
    onClose,
  } = props;
  const { subject, language } = lookedAt;
  const [isPublic, setPublic] = useState(updatesArePublic);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refused, setRefused] = useState<Issue[]>([]);
  const look = useLastLook(lookedAt, refused);
  const arrived = useArrivedText({ current, seq, writersSince });

  async function go() {
    setError(null);
    if (arrived.look()) return;
    setBusy(true);
    const outcome = await act(unlessArrived(arrived.look, (seen) => publish({ ...seen, ...(isLive && { isPublic }) })));
    setBusy(false);
    if (!outcome.ok) {
      setRefused(outcome.issues);
      if (arrived.look()) return;
      return setError(outcome.message);
    }
    onClose();
    if (outcome.value.liveAt === null) sayLive(isLive ? "update" : "publish", outcome.value.address);
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
          {look.isReady ? (
            <Button tone="primary" busy={busy} onClick={go}>
              {busy
                ? isLive
                  ? "Updating…"
                  : "Publishing…"
                : `${isLive ? "Update" : "Publish"}${arrived.difference ? " what I see now" : look.warns ? " anyway" : ""}`}
            </Button>
          ) : null}
        </>
      }
    >
      <LastLook look={look} />
      <p className={styles.address}>
        <span className={styles.label}>Address</span> <code>{address}</code>
        {wasPublished ? null : <span className={styles.label}> Later changes of it leave a redirect.</span>}
      </p>
      <StatusLine tone="warning" bar>
        {cancels}
      </StatusLine>
      {isLive ? <ShowsChange checked={isPublic} onChange={setPublic} /> : null}
      <ArrivedText arrived={arrived} language={language} />
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
