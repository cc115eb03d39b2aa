import { type AssignmentKind, isOverdue, type StoryAssignment } from "#newsroom/planning/assignments";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import type { Tone } from "../../ui/Badge.tsx";

export const kindWords: Record<AssignmentKind, string> = {
  words: "Words",
  pictures: "Pictures",
  video: "Video",
  graphics: "Graphics",
  translation: "Translation",
  other: "Something else",
};

type Told = Pick<StoryAssignment, "dueAt" | "filedAt" | "withdrawnAt">;

/** How it stands, in a word or two; what was filed today says its time only. */
export function stateOf(assignment: Told, now: Date, zone: string): { tone: Tone; words: string } {
  const { filedAt } = assignment;
  if (filedAt) return { tone: "good", words: `Filed ${filedTime(filedAt, now, zone)}` };
  return isOverdue(assignment, now) ? { tone: "danger", words: "Overdue" } : { tone: "plain", words: "Open" };
}

function filedTime(at: Date, now: Date, zone: string): string {
  const format = (instant: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(instant);
  const date = (instant: Date) => format(instant, { dateStyle: "short" });
  const time = format(at, { hour: "2-digit", minute: "2-digit" });
  return date(at) === date(now) ? time : `${format(at, { day: "numeric", month: "short" })}, ${time}`;
}

export const dueWords = (dueAt: Date, now: Date, zone: string): string => `Due ${dayAndBothTimes(dueAt, zone, now)}`;

/** For who cannot see which row a button stands in: "pictures from Nargiz". */
export const whatFromWhom = ({ kind, person }: Pick<StoryAssignment, "kind" | "person">): string =>
  `${kindWords[kind].toLowerCase()} from ${person.name}`;
