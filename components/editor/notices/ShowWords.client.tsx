"use client";
import { useId } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { copyWords } from "../copy-text.ts";
import styles from "./RecoveredNotice.module.css";

interface ShowWordsProps {
  title: string;
  description: string;
  /** Empty if none can be had. */
  words: string;
  language?: string;
}

/** The button behind which words are that can be copied. */
export function ShowWords({ title, description, words, language }: ShowWordsProps) {
  const label = useId();
  if (words === "") return null;
  return (
    <Dialog
      title={title}
      description={description}
      trigger={<Button size="small">Show the words</Button>}
      wide
      footer={
        <Button tone="primary" onClick={() => void copyWords(words)}>
          Copy
        </Button>
      }
    >
      <span id={label} hidden>
        Words
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard */}
      <section className={styles.words} tabIndex={0} aria-labelledby={label} lang={language} dir="auto">
        {words}
      </section>
    </Dialog>
  );
}
