"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../../ui/toast-manager.ts";
import { editorPath } from "../stories/story-row.ts";

export interface NewStoryActions {
  newStory: (id: string) => Promise<Answer<{ id: string }>>;
}

/** Makes an empty story and opens it. */
export function NewStory({ actions }: { actions: NewStoryActions }) {
  const [isMaking, startMaking] = useTransition();
  const router = useRouter();

  const make = () =>
    startMaking(async () => {
      const answer = await actions.newStory(uuidv7()).catch(() => null);
      if (answer?.ok) router.push(editorPath(answer.value.id));
      else
        toast({
          tone: "danger",
          title: "The story could not be made",
          description: answer?.message ?? "The newsroom did not answer. Please try again.",
        });
    });

  return (
    <Button tone="primary" busy={isMaking} onClick={make} data-shortcut="new-story" aria-keyshortcuts="n">
      <Plus aria-hidden />
      {isMaking ? "Opening…" : "New story"}
    </Button>
  );
}
