"use client";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { classes } from "../ui/classes.ts";
import styles from "./SaveBar.module.css";
import { type SaveState, saveAlarm } from "./save-state.ts";

interface SaveBarProps {
  state: SaveState;
  /** Does the browser keep what is not sent? */
  keptHere: boolean;
  onTry: () => void;
  onCompare: () => void;
  onCopy: () => void;
}

/** Red, and heard at once: the newest words are not safe yet. */
export function SaveBar({ state, keptHere, onTry, onCompare, onCopy }: SaveBarProps) {
  const alarm = saveAlarm(state, keptHere);
  return (
    <div role="alert" className={styles.place}>
      {alarm ? (
        <div className={classes(styles.bar, state.kind === "conflict" && styles.calm)}>
          <p className={styles.words}>
            <strong>{alarm.why}</strong> {alarm.whatToDo}
          </p>
          <div className={styles.buttons}>
            {state.kind === "signedOut" ? (
              <ButtonLink href="/sign-in" target="_blank" size="small">
                Sign in (new tab)
              </ButtonLink>
            ) : null}
            {state.kind === "conflict" ? (
              <Button tone="primary" size="small" onClick={onCompare}>
                Look at both texts
              </Button>
            ) : (
              <>
                <Button size="small" onClick={onCopy}>
                  Copy my text
                </Button>
                <Button size="small" onClick={onTry}>
                  Try now
                </Button>
              </>
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}
