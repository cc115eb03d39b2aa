"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { TwoTexts } from "../comparison/TwoTexts.tsx";
import { moment } from "../saving/kept-moment.ts";
import type { Recovered } from "../saving/put-back.ts";
import styles from "./RecoveredNotice.module.css";

interface RecoveredNoticeProps {
  recovered: Recovered;
  language: string;
  onDismiss: () => void;
}

/** Text that an earlier window could not send is back: says so and shows it. */
export function RecoveredNotice({ recovered: { typedAt, texts }, language, onDismiss }: RecoveredNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div role="status" className={styles.notice}>
      <p>Recovered text from {moment(typedAt)} was put back.</p>
      {texts ? (
        <Button size="small" onClick={() => setOpen(true)}>
          Show what
        </Button>
      ) : null}
      <Button size="small" tone="quiet" onClick={onDismiss}>
        Good
      </Button>
      {texts && isOpen ? (
        <Dialog
          title="What was put back"
          description="It was typed in this browser and had not reached the newsroom."
          open
          onOpenChange={setOpen}
          wide
        >
          <TwoTexts
            before={{ title: "Before", text: texts.before }}
            after={{ title: "With the recovered text", text: texts.after }}
            language={language}
          />
        </Dialog>
      ) : null}
    </div>
  );
}
