import { dayAndBothTimes, instantOf } from "#newsroom/settings/zone";

/** What the chosen local time means, or why it cannot be. */
export type PlanTime =
  | { kind: "empty" }
  | { kind: "refused"; why: string }
  /** The clock of the newsroom shows this time never or twice: which instant is meant? */
  | { kind: "ask"; why: string; choices: { at: Date; words: string }[] }
  | { kind: "at"; at: Date; words: string };

interface Bounds {
  zone: string;
  now: Date;
  embargoUntil: Date | null;
}

/** Reads what a `datetime-local` field holds, with the instant chosen where the clock is not clear. */
export function planTime(local: string, chosen: Date | null, { zone, now, embargoUntil }: Bounds): PlanTime {
  if (local === "") return { kind: "empty" };
  const meant = instantOf(local, zone);
  if (!meant) return { kind: "refused", why: "This is not a date and time." };
  const [first, second] =
    meant.kind === "exact"
      ? [meant.at]
      : meant.kind === "missing"
        ? [meant.before, meant.after]
        : [meant.earlier, meant.later];
  if (second) {
    const choices = [first, second].map((at) => ({ at, words: dayAndBothTimes(at, zone) }));
    const picked = choices.find(({ at }) => at.getTime() === chosen?.getTime());
    if (!picked) return { kind: "ask", choices, why: meant.kind === "missing" ? missing : doubled };
    return within(picked.at, { zone, now, embargoUntil });
  }
  return within(first, { zone, now, embargoUntil });
}

const missing = "The clocks jump over this time. Which one do you mean?";
const doubled = "The clocks show this time twice. Which one do you mean?";

function within(at: Date, { zone, now, embargoUntil }: Bounds): PlanTime {
  if (at <= now) return { kind: "refused", why: "This time has passed. Please choose a later one." };
  if (embargoUntil && at < embargoUntil)
    return {
      kind: "refused",
      why: `The embargo runs until ${dayAndBothTimes(embargoUntil, zone)}. Please choose a later time.`,
    };
  return { kind: "at", at, words: dayAndBothTimes(at, zone) };
}
