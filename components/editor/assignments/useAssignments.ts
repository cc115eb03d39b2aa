import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "#newsroom/kernel/answer";
import type { StoryAssignments } from "#newsroom/planning/assignments";
import type { OpenStory } from "../saving/open-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";
import type { AssignmentActions } from "./assignment-actions.ts";

interface Parts {
  storyId: string;
  loaded: StoryAssignments;
  now: Date;
  open: OpenStory | null;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  actions: AssignmentActions;
}

/** What is overdue says so without a reload. */
const lookEveryMs = 30_000;

/** Who is to file what for the story, here and in the newsroom. */
export function useAssignments({ storyId, loaded, open, act, actions, ...parts }: Parts) {
  const [assignments, setAssignments] = useState(loaded);
  const [now, setNow] = useState(parts.now);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    const round = ++asked.current;
    const answer = await actions.readAssignments(storyId).catch(() => null);
    // A later question brings a newer answer.
    if (!answer?.ok || round !== asked.current) return;
    setAssignments(answer.value);
    setNow(new Date());
  }, [actions, storyId]);

  useEffect(() => open?.sync.hearStory(() => void refresh()), [open, refresh]);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), lookEveryMs);
    return () => clearInterval(timer);
  }, []);

  /** Saves what is written first, and shows what came of it. */
  async function perform(verb: () => Promise<Answer<unknown>>): Promise<Outcome<unknown>> {
    const outcome = await act(verb);
    await refresh();
    return outcome;
  }

  return { storyId, assignments, now, perform, actions };
}

export type Assignments = ReturnType<typeof useAssignments>;
