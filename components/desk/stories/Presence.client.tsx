"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { z } from "zod";
import { Faces } from "../../editor/writers/Writers.client.tsx";
import type { Writer } from "../../editor/writers/writers.ts";

const askEveryMs = 8_000;

/** Who has which story open. */
const Here = z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string(), isIdle: z.boolean() })));
type Here = z.infer<typeof Here>;

const HereContext = createContext<Here>({});

interface PresenceProps {
  /** When the page was made. */
  here: Here;
  storyIds: readonly string[];
  children: ReactNode;
}

/** Keeps the faces of who is in a story fresh while the list is looked at. */
export function Presence({ here: first, storyIds, children }: PresenceProps) {
  const [here, setHere] = useState(first);
  const ids = storyIds.join(",");
  useEffect(() => {
    if (ids === "") return;
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetch(`/api/stories/presence?ids=${ids}`, { signal: AbortSignal.timeout(askEveryMs) }).catch(
        () => null,
      );
      const now = answer?.ok ? Here.safeParse(await answer.json().catch(() => null)).data : undefined;
      if (now) setHere(now);
    };
    const timer = setInterval(ask, askEveryMs);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [ids]);
  return <HereContext value={here}>{children}</HereContext>;
}

/** Who has this story open, in its row. */
export function WhoIsHere({ storyId }: { storyId: string }) {
  const people = useContext(HereContext)[storyId] ?? [];
  return <Faces writers={people.map((person): Writer => ({ ...person, isMe: false }))} words="Here" isSmall />;
}
