"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { useAsking } from "../people/use-asking.client.ts";
import { storiesWords } from "./bulk-words.ts";

export interface BulkProgressActions {
  undoBulk(input: { bulkId: string; id: string }): Promise<Answer<{ bulkId: string }>>;
}

interface BulkProgressProps {
  data: {
    id: string;
    counts: Record<"waiting" | "done" | "unchanged" | "refused", number>;
    isFinished: boolean;
    canUndo: boolean;
  };
  actions: BulkProgressActions;
}

const lookEveryMs = 1_000;

/** How far it is, looked at anew each second until it is done; then the way back. */
export function BulkProgress({ data: { id, counts, isFinished, canUndo }, actions }: BulkProgressProps) {
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  useEffect(() => {
    if (isFinished) return;
    const timer = setInterval(() => router.refresh(), lookEveryMs);
    return () => clearInterval(timer);
  }, [isFinished, router]);

  const { waiting, done, unchanged, refused } = counts;
  const all = waiting + done + unchanged + refused;
  const said = isFinished
    ? [
        `${storiesWords(done)} changed.`,
        ...(unchanged > 0 ? [`${storiesWords(unchanged)} so already.`] : []),
        ...(refused > 0 ? [`${storiesWords(refused)} refused.`] : []),
      ].join(" ")
    : `${all - waiting} of ${storiesWords(all)} looked at …`;
  return (
    <>
      <StatusLine bar tone={isFinished ? (refused > 0 ? "warning" : "good") : "info"}>
        {said}
      </StatusLine>
      {canUndo ? (
        <div>
          <Button
            busy={isAsking}
            onClick={() =>
              ask(
                () => actions.undoBulk({ bulkId: id, id: uuidv7() }),
                ({ bulkId }) => router.push(`/desk/bulk/${bulkId}`),
              )
            }
          >
            Undo {storiesWords(done)}
          </Button>
          <StatusLine tone={refusal ? "danger" : "plain"}>
            {refusal?.message ?? "A story that somebody changed since stays as it is."}
          </StatusLine>
        </div>
      ) : null}
    </>
  );
}
