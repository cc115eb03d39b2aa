"use client";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./Account.module.css";

export interface EndSessionActions {
  endSession: (input: { sessionId: string }) => Promise<Answer<unknown>>;
}

interface EndSessionButtonProps {
  data: { sessionId: string; device: string };
  actions: EndSessionActions;
}

/** Signs out another device. No question before it: whoever sits there can sign in again. */
export function EndSessionButton({ data: { sessionId, device }, actions }: EndSessionButtonProps) {
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const end = () =>
    ask(
      () => actions.endSession({ sessionId }),
      () => {
        toast({ tone: "good", title: `Signed out: ${device}` });
        router.refresh();
      },
    );
  return (
    <div>
      <Button size="small" busy={isAsking} onClick={end} aria-label={`Sign out ${device}`}>
        {isAsking ? "Signing out…" : "Sign out"}
      </Button>
      <p role="alert" className={styles.refusal}>
        {refusal?.message}
      </p>
    </div>
  );
}
