"use client";
import { moment } from "../saving/kept-moment.ts";
import type { KeptWords } from "../saving/kept-words.ts";
import { KeptWordsShown } from "./KeptWordsShown.client.tsx";
import styles from "./RecoveredNotice.module.css";

interface LeftNoticeProps {
  kept: KeptWords;
  language: string;
  onDiscarded: () => void;
}

/** Text of an earlier window that cannot be put back: says why, and gives its words back to copy. */
export const LeftNotice = ({ kept, language, onDiscarded }: LeftNoticeProps) => (
  <div role="status" className={styles.notice}>
    <p>
      {kept.refusal !== null
        ? `The newsroom did not take what you typed here at ${moment(kept.typedAt)}, and the text goes on without it. ${kept.refusal}`
        : `What you typed here at ${moment(kept.typedAt)} had not reached the newsroom, and cannot be put back into the text as it is now.`}{" "}
      {kept.words ? "Its words are here to copy." : "No words can be read out of it."}
    </p>
    <KeptWordsShown kept={kept} language={language} onDiscarded={onDiscarded} />
  </div>
);
