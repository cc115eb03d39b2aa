import { useCallback, useEffect, useRef, useState } from "react";
import { proofState, provedForMs } from "#newsroom/stories/proofs/proofs";
import { toast } from "../ui/toast-manager.ts";
import type { EditedStory } from "./edited-story.ts";
import type { OpenStory } from "./saving/open-story.ts";
import type { StoryColumns } from "./settings/story-columns.ts";

const lookEveryMs = 1_500;

/** Keeps what is shown of the story's publication true while it changes by itself: plans, the undo window, the proof. Answers the newsroom's clock. */
export function useStoryNews(open: OpenStory | null, columns: StoryColumns, story: EditedStory, serverNow: Date) {
  // The newsroom's clock may not be this browser's.
  const [ahead] = useState(() => serverNow.getTime() - Date.now());
  const clock = useCallback(() => Date.now() + ahead, [ahead]);

  useEffect(() => open?.sync.hearStory(() => void columns.refresh()), [open, columns]);

  const { goingLive, proof, withdrawal, plan } = story;
  useEffect(() => {
    const isMoving = () => {
      const now = clock();
      const isDue = [goingLive, plan, withdrawal].some((next) => next && !next.failure && next.at.getTime() <= now);
      if (isDue || proof === null) return isDue;
      return now - proof.changedAt.getTime() <= provedForMs && proofState(proof, new Date(now)).state !== "proved";
    };
    const timer = setInterval(() => void (isMoving() && columns.refresh()), lookEveryMs);
    return () => clearInterval(timer);
  }, [columns, clock, goingLive, plan, withdrawal, proof]);

  return clock;
}

/** Says it once when the undo window has ended here and readers got the story. */
export function useSayLive(story: EditedStory, address: string) {
  const seen = useRef(story);
  useEffect(() => {
    const { goingLive, publishedAt } = seen.current;
    seen.current = story;
    // Taken back, it was not published anew.
    const isNew = story.publishedAt?.getTime() !== publishedAt?.getTime();
    if (!goingLive || story.goingLive || story.publication.state !== "live" || !isNew) return;
    if (goingLive.verb !== "withdraw") sayLive(goingLive.verb, address);
  }, [story, address]);
}

const liveTitles = {
  publish: "The story is live",
  update: "The live story is updated",
  correct: "The live story is corrected",
};

export const sayLive = (verb: keyof typeof liveTitles, address: string) =>
  toast({
    tone: "good",
    title: liveTitles[verb],
    description: address,
    action: { label: "Read it", onPress: () => window.open(address, "_blank", "noreferrer") },
  });
