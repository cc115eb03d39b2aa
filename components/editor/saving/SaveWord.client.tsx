"use client";
import { StatusLine } from "#components/ui/StatusLine";
import { classes } from "../../ui/classes.ts";
import type { ColumnsState } from "../settings/story-columns.ts";
import type { OpenStory } from "./open-story.ts";
import styles from "./SaveWord.module.css";
import { isAlarming, isSafe, saveWord } from "./save-state.ts";
import { useShownSave } from "./useSaving.ts";

interface SaveParts {
  open: OpenStory | null;
  columns: ColumnsState;
}

/** "Saving…", "Saved 14:02". Not read aloud by itself: it changes with every pause in typing. */
export function SaveWord({ open, columns }: SaveParts) {
  const state = useShownSave(open, columns);
  const isPending = columns.pending > 0;
  return (
    <p
      className={classes(styles.word, isAlarming(state) && !isSafe(state) && styles.alarming)}
      data-save={isPending ? "saving" : state.kind}
    >
      {isPending && !isAlarming(state) ? "Saving…" : saveWord(state, new Date())}
    </p>
  );
}

/** What came of the last save by hand, read aloud. */
export function SaveHeard({ open, columns, heard }: SaveParts & { heard: "saved" | "failed" | null }) {
  const state = useShownSave(open, columns);
  return <StatusLine>{heard === "saved" ? saveWord(state, new Date()) : heard && "Not saved"}</StatusLine>;
}
