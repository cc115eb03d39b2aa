"use client";
import { useCallback, useEffect, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { LogEntry } from "#newsroom/stories/publication/log-queries";
import type { EditorActions } from "../edited-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";
import styles from "./ToldDialog.module.css";
import { ToldEntry } from "./ToldEntry.client.tsx";

interface ToldDialogProps {
  storyId: string;
  language: string;
  zone: string;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  actions: Pick<EditorActions, "readLog" | "changeTold">;
  onClose: () => void;
}

/** What readers were told with each publication after the first, to be said otherwise or not at all. */
export function ToldDialog({ storyId, language, zone, act, actions, onClose }: ToldDialogProps) {
  const [log, setLog] = useState<LogEntry[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { readLog } = actions;
  const read = useCallback(async () => {
    const answer = await readLog(storyId).catch(() => null);
    if (answer?.ok) setLog(answer.value);
    setError(answer?.ok ? null : (answer?.message ?? "The newsroom did not answer."));
  }, [readLog, storyId]);
  useEffect(() => void read(), [read]);

  return (
    <Dialog
      wide
      title="What readers are told"
      description="The notes on the story and the log under it. What you change here readers have at once; the text stays as it is."
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {log?.length === 0 ? <p>Readers were told of no correction and shown no difference.</p> : null}
      {log && log.length > 0 ? (
        <ul className={styles.entries}>
          {log.map((entry) => (
            <li key={entry.revisionId}>
              <ToldEntry
                entry={entry}
                language={language}
                zone={zone}
                change={(told) =>
                  act(({ version }) =>
                    actions.changeTold({ storyId, version, revisionId: entry.revisionId, place: entry.place, ...told }),
                  )
                }
                onChanged={read}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <StatusLine tone="danger">{error}</StatusLine>
    </Dialog>
  );
}
