import type { Answer, Refusal } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import type { DocumentSync } from "./saving/document-sync.ts";
import type { StoryColumns } from "./settings/story-columns.ts";

/** What the person saw: no verb goes out on anything older. */
export interface Seen {
  storyId: string;
  version: number;
  seq: number;
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; message: string; issues: Issue[] };

const no = (message: string, issues: Issue[] = []): { ok: false; message: string; issues: Issue[] } => ({
  ok: false,
  message,
  issues,
});

interface Window {
  sync: Pick<DocumentSync, "flush">;
  columns: Pick<StoryColumns, "settled" | "state" | "refresh">;
}

/** Carries out a verb of the story on what is seen here: saves first, sends what was seen, and shows what came of it. */
export async function perform<Value>(
  { sync, columns }: Window,
  verb: (seen: Seen) => Promise<Answer<Value>>,
): Promise<Outcome<Value>> {
  const flushed = await sync.flush();
  if (!flushed.ok || !(await columns.settled()))
    return no("The newest changes are not saved yet. Please try again when they are.");
  const { story, issues } = columns.state();
  if (Object.keys(issues).length > 0) return no("Please look at the marked fields first.");
  const answer = await verb({ storyId: story.id, version: story.version, seq: flushed.seq }).catch(() => null);
  const isKnown = await columns.refresh();
  if (answer?.ok) return { ok: true, value: answer.value };
  if (!answer)
    return no(`The newsroom did not answer.${isKnown ? " Please look at the state above and try again." : ""}`);
  return no(wordsOf(answer), answer.issues);
}

const textHasComeIn: Refusal = {
  ok: false,
  fault: "conflict",
  message: "Text has come in since you looked. Please read it first.",
  issues: [],
  detail: {},
  requestId: "",
};

/** The verb, unless text came in while it waited for its turn and for the newest words to be saved: `seen` counts that as well. */
export const unlessArrived =
  <Value>(hasArrived: () => boolean, verb: (seen: Seen) => Promise<Answer<Value>>) =>
  (seen: Seen): Promise<Answer<Value>> =>
    hasArrived() ? Promise.resolve(textHasComeIn) : verb(seen);

/** Verbs of one window follow each other: a second one goes out on what the first has made of the story. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(verb: () => Promise<Value>): Promise<Value> => {
    const next = last.then(verb);
    last = next.catch(() => {});
    return next;
  };
}

const wordsOf = ({ fault, message }: Refusal): string =>
  fault === "unauthenticated"
    ? "You are signed out. Please sign in again above the text, and try once more: what you typed is kept."
    : message;
