"use client";
import { Button } from "#components/ui/Button";
import type { SaveState } from "../saving/save-state.ts";
import styles from "./NotShown.module.css";

/** In the place of the text. `state` is null for one that is open and holds something of a newer editor: better not touched than harmed. */
export function NotShown({ state }: { state: SaveState | null }) {
  if (state?.kind === "opening") return null;
  // What is wrong and what to do about it stands in the bar above.
  if (state?.kind === "notOpened" && state.why !== "unreadable")
    return <p className={styles.place}>The text stands here as soon as it can be opened.</p>;
  return (
    <div className={styles.place}>
      <p>
        This window cannot open the text: it may hold something that only a newer editor knows. Nothing is lost. Reload
        the page to go on.
      </p>
      <Button onClick={() => location.reload()}>Reload</Button>
    </div>
  );
}
