import { dayAndBothTimes, instantOf } from "#newsroom/settings/zone";

/** The clock of the newsroom shows a time never or twice: which instant is meant? */
export interface WhichInstant {
  why: string;
  choices: { at: Date; words: string }[];
}

/** What the chosen local time means, or why it cannot be. */
export type PlanTime =
  | { kind: "empty" }
  | { kind: "refused"; why: string; which: WhichInstant | null }
  | { kind: "ask"; which: WhichInstant }
  | { kind: "at"; at: Date; words: string; which: WhichInstant | null };

export interface Bounds {
  zone: string;
  now: Date;
  embargoUntil?: Date | null;
  /** Of the story's own publication: a withdrawal comes after it. */
  after?: Date | null;
  /** Of the story's withdrawal: it is published before that. */
  before?: Date | null;
}

/** Reads what a `datetime-local` field holds, with the instant chosen where the clock is not clear. */
export function planTime(local: string, chosen: Date | null, bounds: Bounds): PlanTime {
  if (local === "") return { kind: "empty" };
  const meant = instantOf(local, bounds.zone);
  if (!meant) return { kind: "refused", why: "This is not a date and time.", which: null };
  if (meant.kind === "exact") return within(meant.at, null, bounds);
  const instants = meant.kind === "missing" ? [meant.before, meant.after] : [meant.earlier, meant.later];
  const which = {
    why:
      meant.kind === "missing"
        ? "The clocks jump over this time. Which one do you mean?"
        : "The clocks show this time twice. Which one do you mean?",
    choices: instants.map((at) => ({ at, words: dayAndBothTimes(at, bounds.zone, bounds.now) })),
  };
  const picked = instants.find((at) => at.getTime() === chosen?.getTime());
  return picked ? within(picked, which, bounds) : { kind: "ask", which };
}

function within(at: Date, which: WhichInstant | null, bounds: Bounds): PlanTime {
  const { zone, now } = bounds;
  const why = reasonAgainst(at, bounds);
  if (why) return { kind: "refused", why, which };
  return { kind: "at", at, words: dayAndBothTimes(at, zone, now), which };
}

function reasonAgainst(at: Date, { zone, now, embargoUntil, after, before }: Bounds): string | null {
  const words = (instant: Date) => dayAndBothTimes(instant, zone, now);
  if (at <= now) return "This time has passed. Please choose a later one.";
  if (embargoUntil && at < embargoUntil)
    return `The embargo runs until ${words(embargoUntil)}. Please choose a later time.`;
  if (after && at <= after) return `The story is to be published ${words(after)}. Please choose a later time.`;
  if (before && at >= before) return `The story is to be withdrawn ${words(before)}. Please choose an earlier time.`;
  return null;
}
