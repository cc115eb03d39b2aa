"use client";
import { Button } from "#components/ui/Button";
import styles from "./RecoveredNotice.module.css";
import { ShowWords } from "./ShowWords.client.tsx";

interface WordsNoticeProps {
  /** What happened, in a sentence. */
  said: string;
  title: string;
  description: string;
  /** Empty if none can be had. */
  words: string;
  language: string;
  onDismiss: () => void;
}

/** Words of this person that are not in the text: says why, and gives them back to copy. */
export const WordsNotice = ({ said, onDismiss, ...shown }: WordsNoticeProps) => (
  <div role="status" className={styles.notice}>
    <p>{said}</p>
    <ShowWords {...shown} />
    <Button size="small" tone="quiet" onClick={onDismiss}>
      Good
    </Button>
  </div>
);
