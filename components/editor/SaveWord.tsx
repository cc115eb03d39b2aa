import { classes } from "../ui/classes.ts";
import styles from "./SaveWord.module.css";
import { isAlarming, isSafe, type SaveState, saveWord } from "./save-state.ts";

/** "Saving…", "Saved 14:02". Not read aloud by itself: it changes with every pause in typing. */
export const SaveWord = ({ state, pending }: { state: SaveState; pending: boolean }) => (
  <p
    className={classes(styles.word, isAlarming(state) && !isSafe(state) && styles.alarming)}
    data-save={pending ? "saving" : state.kind}
  >
    {pending && !isAlarming(state) ? "Saving…" : saveWord(state, new Date())}
  </p>
);
