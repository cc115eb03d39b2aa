"use client";
import { StatusLine } from "#components/ui/StatusLine";
import { classes } from "../../ui/classes.ts";
import type { ColumnsState } from "../settings/story-columns.ts";
import type { OpenStory } from "./open-story.ts";
import styles from "./SaveWord.module.css";
import { isAlarming, isSafe, type SaveState, saveWord } from "./save-state.ts";
import { useShownSave } from "./useSaving.ts";

interface SaveParts {
  open: OpenStory | null;
  /** How it stands while it is not open. */
  unopened: SaveState;
  columns: ColumnsState;
}

/** "Saving…", "Saved 14:02". Not read aloud by itself: it changes with every pause in typing. */
export function SaveWord({ open, unopened, columns }: SaveParts) {
  const state = useShownSave(open, unopened, columns);
  const isPending = columns.pending > 0;
  return (
    <p className={classes(styles.word, isLoud(state) && styles.alarming)} data-save={isPending ? "saving" : state.kind}>
      {isPending && !isAlarming(state) ? "Saving…" : saveWord(state, new Date())}
    </p>
  );
}

/** Words are at stake, or may be. */
const isLoud = (state: SaveState): boolean =>
  isAlarming(state) && !isSafe(state) && (state.kind !== "notOpened" || state.isOnlyHere);

/** What came of the last save by hand, read aloud. */
export function SaveHeard({ open, unopened, columns, heard }: SaveParts & { heard: "saved" | "failed" | null }) {
  const state = useShownSave(open, unopened, columns);
  return <StatusLine>{heard === "saved" ? saveWord(state, new Date()) : heard && "Not saved"}</StatusLine>;
}
