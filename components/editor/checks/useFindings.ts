import { useCallback, useEffect, useRef, useState } from "react";
import type { StoryFindings } from "#newsroom/stories/checks/findings";
import type { EditorActions } from "../edited-story.ts";
import type { OpenStory } from "../saving/open-story.ts";

/** After the last key: who is writing is not interrupted. */
const pauseMs = 1_500;
/** While links outside are visited. */
const againMs = 3_000;
const mostAgain = 5;

interface Parts {
  storyId: string;
  /** Counts up with what is not text. */
  version: number;
  /** Changes with what is said and settled beside the text. */
  openComments: number;
  open: OpenStory | null;
  actions: Pick<EditorActions, "readFindings">;
}

export interface Findings {
  /** Null until the newsroom has looked for the first time. */
  list: StoryFindings["findings"] | null;
  /** Looks at what is written by now; false if nobody answered. */
  look(): Promise<boolean>;
}

/** What the newsroom's checks find in the story, looked at again whenever it has changed and the person pauses. */
export function useFindings({ storyId, version, openComments, open, actions }: Parts): Findings {
  const [list, setList] = useState<Findings["list"]>(null);
  const round = useRef(0);
  const again = useRef(0);
  const next = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const look = useCallback(async (): Promise<boolean> => {
    const mine = ++round.current;
    clearTimeout(next.current);
    await open?.sync.flush();
    const answer = await actions.readFindings(storyId).catch(() => null);
    if (!answer?.ok) return false;
    // A later look brings a newer answer.
    if (mine !== round.current) return true;
    setList(answer.value.findings);
    if (answer.value.isWaiting && again.current++ < mostAgain) next.current = setTimeout(() => void look(), againMs);
    return true;
  }, [open, actions, storyId]);

  const lookSoon = useCallback(() => {
    again.current = 0;
    clearTimeout(next.current);
    next.current = setTimeout(() => void look(), pauseMs);
  }, [look]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: columns and comments are looked at as well
  useEffect(() => {
    if (!open) return;
    lookSoon();
  }, [open, lookSoon, version, openComments]);

  useEffect(() => {
    if (!open) return;
    const { doc } = open;
    doc.on("update", lookSoon);
    return () => {
      doc.off("update", lookSoon);
      clearTimeout(next.current);
    };
  }, [open, lookSoon]);

  return { list, look };
}
