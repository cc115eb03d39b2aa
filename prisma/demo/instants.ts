import { Temporal } from "temporal-polyfill";
import { instantOf, localOf } from "#newsroom/settings/zone";
import type { DemoInstant } from "./shape.ts";

/** The instant meant by a day and a time of day, in the newsroom's zone. */
export const instantIn = (zone: string, now: Date, when: DemoInstant): Date =>
  at("on" in when ? when.on : today(zone, now).subtract({ days: when.daysAgo }).toString(), when.at, zone);

/** The same so many days from now. */
export const instantAhead = (zone: string, now: Date, plan: { planInDays: number; at: string }): Date =>
  at(today(zone, now).add({ days: plan.planInDays }).toString(), plan.at, zone);

const today = (zone: string, now: Date) => Temporal.PlainDate.from(localOf(now, zone).slice(0, 10));

function at(day: string, time: string, zone: string): Date {
  const found = instantOf(`${day}T${time}`, zone);
  if (!found) throw new Error(`“${day} ${time}” is no time.`);
  if (found.kind === "exact") return found.at;
  return found.kind === "missing" ? found.after : found.earlier;
}
