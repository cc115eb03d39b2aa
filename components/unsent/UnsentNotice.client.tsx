"use client";
import type { MouseEvent } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import styles from "./UnsentNotice.module.css";
import type { Unsent } from "./useUnsent.ts";

interface UnsentNoticeProps {
  of: Unsent;
  /** What else goes back to how it was. */
  onDiscard?: () => void;
}

/** Says that what stands in a form is from before, so that nobody sends it unawares, and drops it if asked. In a dialog it stands behind the field, which has the focus at first, so that Enter discards nothing. */
export function UnsentNotice({ of: unsent, onDiscard }: UnsentNoticeProps) {
  function discard({ currentTarget }: MouseEvent) {
    const around = currentTarget.parentElement?.parentElement;
    unsent.forget();
    onDiscard?.();
    // The button goes, and the focus with it.
    around?.querySelector<HTMLElement>("textarea, input")?.focus();
  }
  return unsent.isBack ? (
    <div className={styles.notice}>
      <StatusLine tone={unsent.isOverOther ? "warning" : "info"}>
        {unsent.isOverOther
          ? "You typed this before, and it was changed by somebody meanwhile. Discard shows how it stands now."
          : "You typed this before and left it."}
      </StatusLine>
      <Button size="small" onClick={discard}>
        Discard
      </Button>
    </div>
  ) : null;
}
