import type { StoryText } from "#newsroom/stories/story-text";

/** The newsroom held text that this window had not seen; what was sent is kept there as a revision. */
export interface TextConflict {
  seq: number;
  /** What this window lacks, as a Yjs update. */
  lacks: Uint8Array;
  theirs: StoryText;
  mine: StoryText;
  revisionId: string | null;
}

/** Where the text of this window stands. `saved` means committed in the newsroom's database and nothing less. */
export type SaveState =
  | { kind: "saved"; at: Date | null }
  | { kind: "unsent"; count: number }
  | { kind: "saving"; count: number }
  | { kind: "offline" }
  | { kind: "failed"; why: string; whatToDo: string }
  | { kind: "signedOut" }
  | { kind: "conflict"; conflict: TextConflict };

/** Something the writer has to know: shown as a bar, not as a quiet word. */
export const isAlarming = (state: SaveState): boolean => !["saved", "unsent", "saving"].includes(state.kind);

/** By the writer's own clock: it says how fresh the copy is. */
const freshness = (at: Date, now: Date): string =>
  at.toDateString() === now.toDateString()
    ? at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    : at.toLocaleDateString("en-GB", { day: "numeric", month: "short" });

/** The quiet word beside the buttons. */
export function saveWord(state: SaveState, now: Date): string {
  switch (state.kind) {
    case "saved":
      return state.at ? `Saved ${freshness(state.at, now)}` : "Saved";
    case "unsent":
    case "saving":
      return "Saving…";
    case "conflict":
      return "Two texts";
    default:
      return "Not saved";
  }
}

/** What the bar says: what happened, and what to do. Null while there is nothing to worry about. */
export function saveAlarm(state: SaveState, keptHere: boolean): { why: string; whatToDo: string } | null {
  const kept = keptHere ? "Your text is kept in this browser." : "Your text is only in this window: keep it open.";
  switch (state.kind) {
    case "offline":
      return {
        why: "Not saved: there is no connection.",
        whatToDo: `${kept} It will be sent as soon as you are online.`,
      };
    case "signedOut":
      return { why: "You are signed out.", whatToDo: `${kept} Sign in in a new tab, then go on here.` };
    case "failed":
      return { why: `Not saved: ${state.why}`, whatToDo: `${kept} ${state.whatToDo}` };
    case "conflict":
      return {
        why: "Somebody else changed this text at the same time.",
        whatToDo: "Both texts are kept. Look at them and choose how to go on.",
      };
    case "saved":
    case "unsent":
    case "saving":
      return null;
  }
}
