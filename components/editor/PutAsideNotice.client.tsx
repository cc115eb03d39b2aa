"use client";
import { useId, useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import type { PutAside } from "#newsroom/stories/put-aside";
import { copyWords } from "./copy-text.ts";
import styles from "./RecoveredNotice.module.css";

interface PutAsideNoticeProps {
  aside: PutAside;
  language: string;
  onDismiss: () => void;
}

/** Something that this person sent could not stay in the text: says so and gives them the words back. */
export function PutAsideNotice({ aside: { words, isCut }, language, onDismiss }: PutAsideNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  const label = useId();
  return (
    <div role="status" className={styles.notice}>
      <p>
        Something that you sent from here could not be kept in the text, which goes on without it.{" "}
        {words ? "Its words are here to copy." : "No words can be read out of it."}
      </p>
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
          title="What could not be kept"
          description={`It did not fit the way a story is built. Copy what you need, and type or paste it where it belongs.${
            isCut ? " It is long: this is its beginning. The newsroom has kept all of it." : ""
          }`}
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
