"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../../ui/toast-manager.ts";
import styles from "./DemoNotice.module.css";

export interface DemoNoticeActions {
  removeDemo: () => Promise<Answer<unknown>>;
}

/** Offers to take out what the first start put in to look at. */
export function DemoNotice({ actions }: { actions: DemoNoticeActions }) {
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isRemoving, startRemoving] = useTransition();
  const isGone = useRef(false);
  const router = useRouter();

  // The button that had the focus leaves with this notice.
  useEffect(() => () => void (isGone.current && document.getElementById("main")?.focus()), []);

  const remove = () =>
    startRemoving(async () => {
      setError(null);
      const answer = await actions.removeDemo().catch(() => null);
      if (!answer?.ok) {
        setError(answer?.message ?? "The newsroom did not answer. Please try again.");
        return;
      }
      isGone.current = true;
      setOpen(false);
      toast({ tone: "good", title: "The demo stories are gone" });
      router.refresh();
    });

  return (
    <aside aria-label="Demo stories" className={styles.notice}>
      <p>This newsroom shows demo stories, so that there is something to look at.</p>
      <AlertDialog
        title="Remove the demo stories?"
        description="Takes out the stories, tags, sections and people that came with the program, and what hangs on them. What you made yourselves stays."
        trigger={<Button size="small">Remove them</Button>}
        open={isOpen}
        onOpenChange={setOpen}
        confirmLabel={isRemoving ? "Removing…" : "Remove"}
        cancelLabel="Keep"
        tone="danger"
        busy={isRemoving}
        error={error}
        onConfirm={remove}
      />
    </aside>
  );
}
