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

interface Bounds {
  zone: string;
  now: Date;
  embargoUntil: Date | null;
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

function within(at: Date, which: WhichInstant | null, { zone, now, embargoUntil }: Bounds): PlanTime {
  if (at <= now) return { kind: "refused", why: "This time has passed. Please choose a later one.", which };
  if (embargoUntil && at < embargoUntil)
    return {
      kind: "refused",
      why: `The embargo runs until ${dayAndBothTimes(embargoUntil, zone, now)}. Please choose a later time.`,
      which,
    };
  return { kind: "at", at, words: dayAndBothTimes(at, zone, now), which };
}
