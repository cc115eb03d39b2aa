"use client";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Issue } from "#newsroom/kernel/faults";
import type { CheckKey } from "#newsroom/workflow/checks/kinds";
import type { Findings } from "../checks/useFindings.ts";
import styles from "./LastLook.module.css";
import { type Check, publishChecks } from "./publish-checks.ts";

export interface LookedAt {
  /** What is checked here before the newsroom checks it again. */
  subject: Parameters<typeof publishChecks>[0];
  /** Errors hold the story back, warnings ask. */
  findings: Findings & { onShow: () => void };
  language: string;
}

/** The embargo binds the time that is chosen, not the choosing. */
export const beforePlanning = ({ subject, ...lookedAt }: LookedAt): LookedAt => ({
  ...lookedAt,
  subject: { ...subject, story: { ...subject.story, embargoUntil: null } },
});

/** Told by this window, without waiting for the newsroom. */
const toldHere = new Set<string>(["headline", "text", "section", "suggestions"] satisfies CheckKey[]);
const mostShown = 8;

/** The last look before readers get it, now or by a plan. `refused`: what the newsroom refused it for. */
export function useLastLook({ subject, findings, language }: LookedAt, refused: Issue[]) {
  const checks = publishChecks(subject, refused);
  const [hasLooked, setLooked] = useState<boolean | null>(null);
  const { look, list, onShow } = findings;
  useEffect(() => {
    void look().then(setLooked);
  }, [look]);
  // What this window can tell by itself stands above.
  const found = (list ?? []).filter(({ check }) => !toldHere.has(check));
  const isReady =
    hasLooked !== null &&
    checks.every(({ problem }) => problem === null) &&
    found.every(({ severity }) => severity !== "error");
  const warns = found.some(({ severity }) => severity === "warning");
  return { checks, found, hasLooked, isReady, warns, language, onShow };
}

/** What is still missing, and what is doubtful. */
export function LastLook({ look }: { look: ReturnType<typeof useLastLook> }) {
  const { checks, found, hasLooked, language, onShow } = look;
  const shown = found.slice(0, mostShown);
  return (
    <>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
        {shown.map(({ check, severity, message, at }) => (
          <li key={`${check} ${JSON.stringify(at)}`} className={severity === "error" ? styles.missing : styles.warning}>
            {severity === "error" ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
            <span>
              {message}
              {"quote" in at && at.quote.trim() ? (
                <>
                  {" "}
                  <q lang={language}>{at.quote.slice(0, 60)}</q>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {found.length > 0 ? (
        <Button size="small" tone="quiet" onClick={onShow}>
          {found.length > shown.length ? `Show all ${found.length}` : found.length === 1 ? "Show it" : "Show them"}
        </Button>
      ) : null}
      <StatusLine>{hasLooked === null ? "Looking through the story…" : null}</StatusLine>
      <StatusLine tone="warning">
        {hasLooked === false ? "The newsroom did not answer: what the checks find is not shown here." : null}
      </StatusLine>
    </>
  );
}

const CheckLine = ({ check: { name, problem } }: { check: Check }) => (
  <li className={problem ? styles.missing : styles.there}>
    {problem ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
    <span>{problem ?? name}</span>
  </li>
);
