"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { classes } from "../../ui/classes.ts";
import { copyText } from "../copy-text.ts";
import { SignInAgain } from "../SignInAgain.client.tsx";
import type { ColumnsState } from "../settings/story-columns.ts";
import type { OpenStory } from "./open-story.ts";
import styles from "./SaveBar.module.css";
import { type SaveState, saveAlarm } from "./save-state.ts";
import { useShownSave } from "./useSaving.ts";

interface SaveBarProps {
  open: OpenStory | null;
  /** How it stands while it is not open. */
  unopened: SaveState;
  columns: ColumnsState;
  me: { id: string; name: string };
  onTry: () => void;
}

/** Where asking again may help. */
const triedAgain = new Set(["offline", "failed", "silent", "failing", "gone"]);

/** Red, and heard at once: the newest words are not safe yet. Calm where nothing is at stake. */
export function SaveBar({ open, unopened, columns, me, onTry }: SaveBarProps) {
  const state = useShownSave(open, unopened, columns);
  const alarm = saveAlarm(state, open?.keptHere() ?? false);
  const kind = state.kind === "notOpened" ? state.why : state.kind;
  const [isSigningIn, setSigningIn] = useState(false);
  return (
    <>
      <div role="alert" className={styles.place}>
        {alarm ? (
          <div className={classes(styles.bar, alarm.isCalm && styles.calm)}>
            <p className={styles.words}>
              <strong>{alarm.why}</strong> {alarm.whatToDo}
            </p>
            <div className={styles.buttons}>
              {kind === "signedOut" || kind === "otherPerson" ? (
                <Button tone="primary" size="small" onClick={() => setSigningIn(true)}>
                  Sign in again
                </Button>
              ) : null}
              {kind === "outdated" || kind === "unreadable" ? (
                <Button tone="primary" size="small" onClick={() => location.reload()}>
                  Reload
                </Button>
              ) : null}
              {alarm.isCalm ? null : (
                <Button size="small" onClick={() => open && void copyText(open.doc)}>
                  Copy my text
                </Button>
              )}
              {triedAgain.has(kind) ? (
                <Button size="small" onClick={onTry}>
                  Try now
                </Button>
              ) : null}
            </div>
          </div>
        ) : null}
      </div>
      {isSigningIn ? (
        <SignInAgain
          me={me}
          onClose={() => setSigningIn(false)}
          onBack={() => {
            setSigningIn(false);
            onTry();
          }}
        />
      ) : null}
    </>
  );
}
