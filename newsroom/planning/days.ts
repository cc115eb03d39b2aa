import { Temporal } from "temporal-polyfill";

/** A day of the newsroom's calendar: "2026-11-25". */
export type Day = string;

/** The day that it is in `zone` at this instant. */
export const dayOf = (at: Date, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The day behind `?day=`; null for what is none, and for years that no newsroom plans in. */
export function parsedDay(parameter: unknown): Day | null {
  if (typeof parameter !== "string" || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(parameter)) return null;
  try {
    return Temporal.PlainDate.from(parameter, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

export const dayAfter = (day: Day, days = 1): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** The seven days of its week, Monday first. */
export function weekOf(day: Day): Day[] {
  const monday = dayAfter(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
  return Array.from({ length: 7 }, (_, n) => dayAfter(monday, n));
}

/** From its first instant to the first of the day after: 23 or 25 hours where the clocks change. */
export const boundsOf = (day: Day, zone: string): { from: Date; to: Date } => ({
  from: startOf(day, zone),
  to: startOf(dayAfter(day), zone),
});

const startOf = (day: Day, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
