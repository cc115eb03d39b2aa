import { useCallback, useEffect, useState } from "react";
import type { PutAside } from "#newsroom/stories/document/put-aside";
import type { EditorActions } from "./edited-story.ts";

interface Parts {
  storyId: string;
  /** As the page brought it. */
  loaded: PutAside | null;
  /** How often this window has had to start over. */
  round: number;
  actions: Pick<EditorActions, "readPutAside" | "seePutAside">;
}

/** What this person's windows sent and the text could not keep: as the story is opened, and again whenever the window starts over. */
export function usePutAside({ storyId, loaded, round, actions }: Parts) {
  const [aside, setAside] = useState(loaded);
  useEffect(() => {
    if (round === 0) return;
    let isOver = false;
    void actions.readPutAside(storyId).then(
      (answer) => (answer.ok && !isOver ? setAside(answer.value) : undefined),
      // It is told when the story is opened the next time.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [actions, storyId, round]);

  const dismiss = useCallback(() => {
    if (aside) void actions.seePutAside({ storyId, upTo: aside.at.toISOString() }).catch(() => undefined);
    setAside(null);
  }, [actions, storyId, aside]);

  return { aside, dismiss };
}
