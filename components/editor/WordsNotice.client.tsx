"use client";
import { useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { copyWords } from "./copy-text.ts";
import styles from "./RecoveredNotice.module.css";

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
export function WordsNotice({ said, title, description, words, language, onDismiss }: WordsNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  const label = useId();
  return (
    <div role="status" className={styles.notice}>
      <p>{said}</p>
      {words ? (
        <Button size="small" onClick={() => setOpen(true)}>
          Show the words
        </Button>
      ) : null}
      <Button size="small" tone="quiet" onClick={onDismiss}>
        Good
      </Button>
      {words && isOpen ? (
        <Dialog
          title={title}
          description={description}
          open
          onOpenChange={setOpen}
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
      ) : null}
    </div>
  );
}
