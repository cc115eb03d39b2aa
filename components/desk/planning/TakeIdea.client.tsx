"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/Button";
import { toast } from "../../ui/toast-manager.ts";
import { editorPath } from "../stories/story-row.ts";
import type { PlanningActions } from "./planning-actions.ts";

interface TakeIdeaProps {
  story: { id: string; version: number; name: string };
  actions: Pick<PlanningActions, "takeIdea">;
}

/** Takes an idea up and opens the empty page. */
export function TakeIdea({ story: { id, version, name }, actions }: TakeIdeaProps) {
  const [isTaking, startTaking] = useTransition();
  const router = useRouter();
  const take = () =>
    startTaking(async () => {
      const answer = await actions.takeIdea({ storyId: id, version }).catch(() => null);
      if (answer?.ok) return router.push(editorPath(id));
      toast({
        tone: "danger",
        title: "The idea was not taken up",
        description: answer?.message ?? "The newsroom did not answer. Please try again.",
      });
      router.refresh();
    });
  return (
    <Button size="small" busy={isTaking} onClick={take} aria-label={`Start writing ${name}`}>
      Start writing
    </Button>
  );
}
