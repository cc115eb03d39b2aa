import type { SaveState } from "./save-state.ts";
import type { WriteAnswer } from "./write-queue.ts";

export interface Setback {
  state: SaveState;
  /** When to try again; null: once the text has changed. */
  retryMs: number | null;
}

const signInRetryMs = 20_000;
const barredRetryMs = 60_000;
const backoffMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const sentAgain = "It is sent again by itself; you can go on writing.";

export const slow: SaveState = {
  kind: "failed",
  why: "the newsroom is slow to answer.",
  whatToDo: "It is still on its way; you can go on writing.",
};
export const silent: SaveState = { kind: "failed", why: "the newsroom does not answer.", whatToDo: sentAgain };
export const outdated: Setback = {
  state: { kind: "failed", why: "this window is older than the newsroom.", whatToDo: "Reload the page to go on." },
  retryMs: null,
};

/** How a write that was not stored is told, and when it goes again; `failures` counts those before it in a row. */
export function setbackOf(
  answer: Exclude<WriteAnswer, { kind: "stored" | "conflict" }>,
  failures: number,
  isOnline: boolean,
): Setback {
  const soon = backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0;
  switch (answer.kind) {
    case "signedOut":
      return { state: { kind: "signedOut" }, retryMs: signInRetryMs };
    case "refused":
      return { state: { kind: "failed", why: answer.why, whatToDo: "Change it and it is sent again." }, retryMs: null };
    case "barred":
      return {
        state: { kind: "failed", why: answer.why, whatToDo: "Copy what you want to keep elsewhere." },
        retryMs: barredRetryMs,
      };
    case "broken":
      return { state: { kind: "failed", why: answer.why, whatToDo: sentAgain }, retryMs: answer.retryAfterMs ?? soon };
    case "unreachable":
      return { state: isOnline ? silent : { kind: "offline" }, retryMs: soon };
  }
}
