import { Temporal } from "temporal-polyfill";

const dayIn = (zone: string, now: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/**
 * Has nothing new been published for more than one working day, as days are counted in the newsroom's zone?
 * Friday's value is good through Monday. Public holidays are not known here.
 */
export function isStale(effectiveDate: string, now: Date, zone: string): boolean {
  const today = dayIn(zone, now);
  let workingDays = 0;
  let day = Temporal.PlainDate.from(effectiveDate).add({ days: 1 });
  while (Temporal.PlainDate.compare(day, today) <= 0) {
    if (day.dayOfWeek <= 5) workingDays += 1;
    if (workingDays > 1) return true;
    day = day.add({ days: 1 });
  }
  return false;
}

const furthestAhead = { days: 7 };

/** Banks set a rate for a day ahead, over holidays for some. What lies further ahead is an error and would shut out all that follow. */
export const isTooFarAhead = (effectiveDate: string, now: Date, zone: string): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(effectiveDate), dayIn(zone, now).add(furthestAhead)) > 0;
