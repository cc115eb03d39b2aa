import { plannedTimes } from "#newsroom/settings/zone";
import type { EditedPlan, EditedStory } from "./edited-story.ts";

/** What one is about to do to a story that is planned for. */
type Doing = "publish" | "correct" | "plan a correction" | "take down";

type Planned = Pick<EditedStory, "plan" | "goingLive" | "withdrawal">;

/** The plans that this will cancel, each with its time and whose it is: a sentence; null where there are none. */
export function cancelledWords(doing: Doing, story: Planned, now: Date, zone: string): string | null {
  const cancelled = cancelledBy(doing, story);
  if (cancelled.length === 0) return null;
  const plans = cancelled.map((plan) => planWords(plan, now, zone));
  const isUntold = doing === "publish" && cancelled.some(({ verb }) => verb === "correct");
  const correction = isUntold ? " Readers are not told what was wrong." : "";
  return `This cancels ${plans.join(", and ")}.${correction}`;
}

function cancelledBy(doing: Doing, { plan, goingLive, withdrawal }: Planned): EditedPlan[] {
  const isGone = doing === "take down";
  // Pressing again begins what counts down anew; a correction's note would be lost by an update.
  const untold = doing === "publish" && goingLive?.verb === "correct";
  // A planned correction that is planned anew is the same one, changed.
  const publishing = doing === "plan a correction" && plan?.verb === "correct" ? null : plan;
  return [publishing, isGone || untold ? goingLive : null, isGone ? withdrawal : null].filter((one) => one !== null);
}

const verbs = {
  publish: "the publication",
  update: "the update",
  correct: "the correction",
  withdraw: "the withdrawal",
} as const satisfies Record<EditedPlan["verb"], string>;

const planWords = (plan: EditedPlan, now: Date, zone: string): string =>
  `${verbs[plan.verb]} that ${plan.by ?? "the program"} planned for ${plannedTimes(plan, zone, now)}`;
