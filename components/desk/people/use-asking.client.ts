"use client";
import { useState, useTransition } from "react";
import type { Answer, Refusal } from "#newsroom/kernel/answer";

/** An answer, or what another screen made of one. */
type Heard<Value> = Extract<Answer<Value>, { ok: true }> | Pick<Refusal, "ok" | "message" | "issues">;

const signedOut = "You are signed out. Please sign in in another tab and try once more: what you typed stays here.";
const noAnswer = "The newsroom did not answer. Please try again.";

/** Asks the newsroom for one thing at a time and keeps why it said no. `onConflict`: somebody else changed it meanwhile. */
export function useAsking(onConflict?: () => void) {
  const [refusal, setRefusal] = useState<Pick<Refusal, "message" | "issues"> | null>(null);
  const [isAsking, startAsking] = useTransition();

  const ask = <Value>(question: () => Promise<Heard<Value>>, then: (value: Value) => void) =>
    startAsking(async () => {
      const answer = await question().catch(() => ({ ok: false as const, message: noAnswer, issues: [] }));
      if (!answer.ok) {
        const fault = "fault" in answer ? answer.fault : null;
        setRefusal(fault === "unauthenticated" ? { ...answer, message: signedOut } : answer);
        if (fault === "conflict") onConflict?.();
        return;
      }
      setRefusal(null);
      then(answer.value);
    });

  /** What is wrong at a field, or, for fields that are not on the form, with the whole. */
  const issueAt = (path: string) => refusal?.issues.find((issue) => issue.path === path)?.message ?? null;

  return { ask, isAsking, refusal, issueAt, forget: () => setRefusal(null) };
}
