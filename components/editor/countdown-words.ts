import type { EditedPlan } from "./edited-story.ts";

/** Whole seconds until readers get it: 0 once it is due. */
export const secondsLeft = (plan: Pick<EditedPlan, "at">, now: number): number =>
  Math.max(Math.ceil((plan.at.getTime() - now) / 1000), 0);

/** "Goes live in 8 s", "Readers get the update in 8 s", and once it is due: "Going live…". */
export function countdownWords({ verb }: Pick<EditedPlan, "verb">, seconds: number): string {
  if (verb === "publish") return seconds > 0 ? `Goes live in ${seconds} s` : "Going live…";
  if (verb === "correct") return seconds > 0 ? `Readers get the correction in ${seconds} s` : "Correcting…";
  return seconds > 0 ? `Readers get the update in ${seconds} s` : "Updating…";
}
