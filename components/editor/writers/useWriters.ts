import { useEffect, useState } from "react";
import type { OpenStory } from "../saving/open-story.ts";
import { type Writer, writersIn } from "./writers.ts";

const idleAfterMs = 2 * 60_000;
const signsOfLife = ["pointerdown", "keydown", "wheel", "focus"] as const;

/** Who else has the story open; and tells them whether somebody sits here. */
export function useWriters(open: OpenStory | null, me: string): Writer[] {
  const [writers, setWriters] = useState<Writer[]>([]);

  useEffect(() => {
    if (!open) return;
    const { awareness } = open.sync;
    const look = () => setWriters((before) => unlessSame(before, writersIn(awareness, me)));
    awareness.on("change", look);
    look();
    return () => awareness.off("change", look);
  }, [open, me]);

  useEffect(() => {
    if (!open) return;
    const { awareness } = open.sync;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (isIdle: boolean) => {
      if (awareness.getLocalState()?.isIdle !== isIdle) awareness.setLocalStateField("isIdle", isIdle);
    };
    const live = () => {
      clearTimeout(timer);
      timer = setTimeout(say, idleAfterMs, true);
      say(false);
    };
    live();
    for (const sign of signsOfLife) window.addEventListener(sign, live, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, live, { capture: true });
    };
  }, [open]);

  return writers;
}

const unlessSame = (before: Writer[], now: Writer[]): Writer[] =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now;
