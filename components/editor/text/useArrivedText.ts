import { useState } from "react";
import type { Answer } from "#newsroom/kernel/answer";
import type { StoryText } from "#newsroom/stories/document/story-text";
import { type StoryDifference, storyDifference } from "#newsroom/stories/revisions/story-difference";

export interface Arrived {
  /** How the text now differs from what was seen before; null while nothing has come in. */
  difference: StoryDifference | null;
  by: string[];
  /** True if text has come in since the last look: it is shown now, and counts as seen from here on. */
  look(): boolean;
}

export interface Looking {
  current(): StoryText | null;
  seq: number;
  writersSince(seq: number): Promise<Answer<string[]>>;
}

/** What others wrote in the story while a dialog over it stands open, in which nobody can type. */
export function useArrivedText({ current, seq, writersSince }: Looking): Arrived {
  const [seen, setSeen] = useState(current);
  const [since] = useState(seq);
  const [difference, setDifference] = useState<StoryDifference | null>(null);
  const [by, setBy] = useState<string[]>([]);
  return {
    difference,
    by,
    look() {
      const now = current();
      const next = seen && now && storyDifference({ text: seen }, { text: now });
      if (!next || next.isSameText) return false;
      setSeen(now);
      setDifference(next);
      void writersSince(since).then(
        (answer) => answer.ok && setBy(answer.value),
        () => {},
      );
      return true;
    },
  };
}
