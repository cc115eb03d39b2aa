import type { AssignmentKind } from "./assignments.ts";

/**
 * What can wait for somebody, the most pressing first where nothing is due: a return to rewrite, a comment to answer, something to file, a story
 * that legal looks at, one to edit, to publish, to write on, an idea to take up.
 */
export const nextActionKinds = ["rewrite", "answer", "file", "clear", "edit", "publish", "write", "take"] as const;
export type NextActionKind = (typeof nextActionKinds)[number];

/** Something at the desk that waits for one person. */
export interface NextAction {
  kind: NextActionKind;
  story: { id: string; headline: string; slugline: string | null; language: string };
  /** By when it is to be done. */
  dueAt: Date | null;
  isUrgent: boolean;
  /** Since when it waits. */
  since: Date;
  /** What somebody said of it: the reason of a return, the words of a comment, the brief of an assignment. */
  said: { by: string | null; words: string } | null;
  /** Of an answer. */
  threadId?: string;
  /** Of an idea that is to be taken up: what was seen of it. */
  version?: number;
  /** Of what is to be filed. */
  assignment?: { id: string; version: number; what: AssignmentKind };
}

const hour = 3_600_000;
/** What is due this soon comes before what only waits. */
const soon = 3 * hour;

/** Overdue, urgent or due soon first, in this order; then by kind; among those what is due first, then what waits longest. */
export function inOrder(actions: readonly NextAction[], now: Date): NextAction[] {
  const press = ({ dueAt, isUrgent }: NextAction): number => {
    if (dueAt && dueAt < now) return 0;
    if (isUrgent) return 1;
    return dueAt && dueAt.getTime() < now.getTime() + soon ? 2 : 3;
  };
  const place = (action: NextAction) => [
    press(action),
    press(action) === 3 ? nextActionKinds.indexOf(action.kind) : 0,
    action.dueAt?.getTime() ?? Number.POSITIVE_INFINITY,
    nextActionKinds.indexOf(action.kind),
    action.since.getTime(),
  ];
  return actions.toSorted((one, other) => {
    const [mine, theirs] = [place(one), place(other)];
    const at = mine.findIndex((part, n) => part !== theirs[n]);
    return at < 0 ? 0 : (mine[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1;
  });
}

/** One line a story: what is the most pressing of it. Comments and what is to be filed are lines of their own. */
export function onePerStory(actions: readonly NextAction[]): NextAction[] {
  const seen = new Set<string>();
  return actions.filter(({ kind, story, threadId, assignment }) => {
    const key = kind === "answer" ? `thread ${threadId}` : kind === "file" ? `assignment ${assignment?.id}` : story.id;
    return seen.size < seen.add(key).size;
  });
}
