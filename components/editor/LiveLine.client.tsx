"use client";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { ProofState } from "#newsroom/stories/proofs/proofs";
import { proofWords } from "../desk/proof-words.ts";
import { countdownWords, secondsLeft } from "./countdown-words.ts";
import type { EditedStory } from "./edited-story.ts";
import styles from "./LiveLine.module.css";

interface LiveLineProps {
  story: Pick<EditedStory, "goingLive" | "proof" | "can">;
  /** The newsroom's clock, which may differ from this browser's. */
  clock: () => number;
  zone: string;
  onUndo: () => void;
}

const tones = {
  checking: "plain",
  waiting: "plain",
  proved: "good",
  unlooked: "warning",
  missing: "danger",
} as const satisfies Record<ProofState["state"], unknown>;

/** From Publish to readers: what is left of the undo window, then whether readers really have it. */
export function LiveLine({ story: { goingLive, proof, can }, clock, zone, onUndo }: LiveLineProps) {
  const now = useSeconds(clock, goingLive !== null || proof !== null);
  const counts = goingLive !== null && goingLive.failure === null;
  const shown = proof && !counts && now !== null ? proofWords(proof, new Date(now), zone) : null;
  return (
    <div className={styles.line}>
      {counts && now !== null ? (
        <span role="timer" className={styles.count}>
          {countdownWords(goingLive, secondsLeft(goingLive, now))}
        </span>
      ) : null}
      {goingLive && can.plan ? (
        <Button size="small" onClick={onUndo} aria-label={counts ? "Undo publishing" : "Dismiss what failed"}>
          {counts ? "Undo" : "Dismiss"}
        </Button>
      ) : null}
      <StatusLine tone={shown ? tones[shown.state] : "plain"}>
        {goingLive?.failure ? `Not published: ${goingLive.failure}` : shown?.words}
      </StatusLine>
    </div>
  );
}

/** The newsroom's time, anew each second while something depends on it; null until this browser has one. */
function useSeconds(clock: () => number, runs: boolean): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (!runs) return;
    const tick = () => setNow(clock());
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [clock, runs]);
  return now;
}
