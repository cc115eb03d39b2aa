"use client";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./NotificationsScreen.module.css";
import { sayUnseenChanged } from "./unseen-changed.ts";

export interface SeeAllActions {
  seeNotifications: (input: { upTo: string }) => Promise<Answer<unknown>>;
}

/** Marks as seen what was there when the page was made, not what came since. */
export function SeeAll({ upTo, actions }: { upTo: Date; actions: SeeAllActions }) {
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const see = () =>
    ask(
      () => actions.seeNotifications({ upTo: upTo.toISOString() }),
      () => {
        toast({ tone: "good", title: "All are marked as seen" });
        sayUnseenChanged();
        // The button goes: who came by keyboard goes on from the page.
        document.getElementById("main")?.focus();
        router.refresh();
      },
    );
  return (
    <div>
      <Button size="small" busy={isAsking} onClick={see}>
        Mark all as seen
      </Button>
      <p role="alert" className={styles.refusal}>
        {refusal?.message}
      </p>
    </div>
  );
}
