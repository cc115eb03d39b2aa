import type { Refused } from "#newsroom/stories/document/live-protocol";
import { type NotOpenedWhy, notOpenedWords } from "./not-opened.ts";

/** Where the text of this window stands. `saved` means committed in the newsroom's database and nothing less. */
export type SaveState =
  /** There is no text in this window yet, or not yet again. */
  | { kind: "opening" }
  /** Nor can it be had now. `isOnlyHere`: nothing but this page has what was typed here last. */
  | { kind: "notOpened"; why: NotOpenedWhy; isOnlyHere: boolean }
  | { kind: "saved"; at: Date | null }
  | { kind: "saving"; count: number }
  /** No connection; `count` changes of this window wait. */
  | { kind: "offline"; count: number }
  | { kind: "failed"; why: string; whatToDo: string }
  | { kind: "signedOut" }
  /** Somebody else is signed in in this browser now. */
  | { kind: "otherPerson" }
  /** This person may not write in this story any more. */
  | { kind: "barred" }
  /** The window is older than the text. */
  | { kind: "outdated" }
  /** All is saved, but a part is longer than it may be. */
  | { kind: "tooLong"; why: string };

/** What is known of the text of this window. Instants are milliseconds. */
export interface Facts {
  typed: number;
  acknowledged: number;
  savedAt: Date | null;
  /** Since when the oldest change that is not acknowledged waits; null if none does. */
  waitingSince: number | null;
  /** Since when there is no connection; null while there is one. */
  lostSince: number | null;
  /** Since when the newsroom does not let this window in, be there a connection or not; null while it does. */
  outSince: number | null;
  /** What the newsroom said no with, until it says yes. */
  refusal: Refused | null;
  mayWrite: boolean;
  tooLong: string | null;
}

/** A loss that is over before anybody could read of it is none. */
const flickerMs = 1_500;
/** A slow answer is said before ten seconds are over. */
export const overdueMs = 8_000;

const slow: SaveState = {
  kind: "failed",
  why: "the newsroom is slow to answer.",
  whatToDo: "It is sent again by itself; you can go on writing.",
};

export const silent: SaveState = { ...slow, why: "the newsroom does not answer." };

/** How it stands, from what is known. Pure. */
export function saveStateOf(facts: Facts, now: number): SaveState {
  const count = facts.typed - facts.acknowledged;
  switch (facts.refusal?.why) {
    case "signedOut":
    case "otherPerson":
    case "outdated":
    case "barred":
      return { kind: facts.refusal.why };
    case "unfit":
      return {
        kind: "failed",
        why: facts.refusal.words || "the newsroom cannot store this.",
        whatToDo: "Copy your text and reload the page.",
      };
  }
  if (!facts.mayWrite && count > 0) return { kind: "barred" };
  if (facts.lostSince !== null && now - facts.lostSince >= flickerMs) return { kind: "offline", count };
  if (facts.outSince !== null && now - facts.outSince >= overdueMs) return { kind: "offline", count };
  if (facts.waitingSince !== null && now - facts.waitingSince >= overdueMs) return slow;
  if (count > 0) return { kind: "saving", count };
  return facts.tooLong === null ? { kind: "saved", at: facts.savedAt } : { kind: "tooLong", why: facts.tooLong };
}

/** When `saveStateOf` would answer something else though nothing happened; null if never. */
export function nextLook({ waitingSince, lostSince, outSince }: Facts, now: number): number | null {
  const looks = [
    lostSince === null ? null : lostSince + flickerMs,
    waitingSince === null ? null : waitingSince + overdueMs,
    outSince === null ? null : outSince + overdueMs,
  ].filter((at) => at !== null && at > now);
  return looks.length === 0 ? null : Math.min(...(looks as number[]));
}

/** Is each word of this window in the newsroom's database? */
export const isSafe = (state: SaveState): boolean =>
  state.kind === "saved" || state.kind === "tooLong" || (state.kind === "offline" && state.count === 0);

/** Something the writer has to know: shown as a bar, not as a quiet word. */
export const isAlarming = ({ kind }: SaveState): boolean => !["opening", "saved", "saving"].includes(kind);

// Made once: making one takes longer than all else that the word of the save does with each key.
const clockTime = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const calendarDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

/** By the writer's own clock: it says how fresh the copy is. */
const freshness = (at: Date, now: Date): string =>
  (at.toDateString() === now.toDateString() ? clockTime : calendarDay).format(at);

/** The quiet word beside the buttons. */
export function saveWord(state: SaveState, now: Date): string {
  switch (state.kind) {
    case "opening":
      return "Opening…";
    case "notOpened":
      return "Not opened";
    case "saved":
      return state.at ? `Saved ${freshness(state.at, now)}` : "Saved";
    case "saving":
      return "Saving…";
    case "tooLong":
      return "Saved, too long";
    case "offline":
      return state.count === 0 ? "Offline" : "Not saved";
    default:
      return "Not saved";
  }
}

/** What whoever leaves unsaved text is told. */
export const leavingWords = (keptHere: boolean): string =>
  `Your newest changes have not reached the newsroom. ${
    keptHere
      ? "What you typed in the text stays in this browser and is put back when you open the story again."
      : "Nothing else has them for certain: copy what you typed, or stay until it is saved."
  }`;

export interface Alarm {
  why: string;
  whatToDo: string;
  /** Nothing is at stake at the moment. */
  isCalm: boolean;
}

const changes = (count: number): string => (count === 1 ? "1 change" : `${count.toLocaleString("en")} changes`);

/** What the bar says: what happened, and what to do. Null while there is nothing to worry about. */
export function saveAlarm(state: SaveState, keptHere: boolean): Alarm | null {
  const kept = keptHere ? "Your text is kept in this browser." : "Your text is only in this window: keep it open.";
  const loud = (why: string, whatToDo: string): Alarm => ({ why, whatToDo, isCalm: false });
  switch (state.kind) {
    case "offline":
      return state.count === 0
        ? { why: "Working offline.", whatToDo: "Everything so far is saved. You can go on writing.", isCalm: true }
        : loud(
            `${changes(state.count)} not sent, working offline.`,
            `${kept} It will be sent as soon as there is a connection.`,
          );
    case "signedOut":
      return loud("You are signed out.", `${kept} Sign in again here, and go on writing.`);
    case "otherPerson":
      return loud(
        "Somebody else is signed in in this browser.",
        `${kept} It is sent once you are signed in again; nobody else gets it.`,
      );
    case "barred":
      return loud("You may not write in this story any more.", `${kept} Copy what you want to keep elsewhere.`);
    case "outdated":
      return loud(
        "This window is older than the text.",
        keptHere
          ? `${kept} Reload the page to go on writing.`
          : `${kept} Copy it, and reload the page to go on writing.`,
      );
    case "failed":
      return loud(`Not saved: ${state.why}`, `${kept} ${state.whatToDo}`);
    case "tooLong":
      return { why: state.why, whatToDo: "It is saved, but it cannot be published like this.", isCalm: true };
    case "notOpened": {
      const { why, whatToDo } = notOpenedWords[state.why];
      const safe = state.isOnlyHere ? "What you typed last is only in this window: keep it open." : "Nothing is lost.";
      return { why: `Not opened: ${why}`, whatToDo: `${safe} ${whatToDo}`, isCalm: true };
    }
    case "opening":
    case "saved":
    case "saving":
      return null;
  }
}
