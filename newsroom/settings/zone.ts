import { Temporal } from "temporal-polyfill";

/** "Bishkek" of "Asia/Bishkek"; "UTC" stays. */
export const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

const time = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(at);
const day = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: zone }).format(at);
const year = (at: Date, zone: string) =>
  new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: zone }).format(at);

/** "18:00 Bishkek · 12:00 UTC"; the UTC day is named where it differs. */
export function bothTimes(at: Date, zone: string): string {
  const utc = `${day(at, "UTC") === day(at, zone) ? "" : `${day(at, "UTC")} `}${time(at, "UTC")} UTC`;
  return zone === "UTC" ? utc : `${time(at, zone)} ${cityOf(zone)} · ${utc}`;
}

/** "24 Nov, 18:00 Bishkek · 12:00 UTC"; with its year in any but the newsroom's year of `now`, which is null for words that are kept. */
export function dayAndBothTimes(at: Date, zone: string, now: Date | null): string {
  const isThisYear = now !== null && year(at, zone) === year(now, zone);
  return `${day(at, zone)}${isThisYear ? "" : ` ${year(at, zone)}`}, ${bothTimes(at, zone)}`;
}

interface Chosen {
  at: Date;
  /** The zone in which `at` was chosen. */
  zone: string;
}

/** " (chosen as 24 Nov, 07:00 New York)", where the newsroom's clock shows another time than the one that was chosen; else nothing. */
export function asChosen({ at, zone: chosenIn }: Chosen, zone: string): string {
  if (localOf(at, chosenIn) === localOf(at, zone)) return "";
  return ` (chosen as ${day(at, chosenIn)}, ${time(at, chosenIn)} ${cityOf(chosenIn)})`;
}

/** "24 Nov, 18:00 Bishkek · 12:00 UTC", with the time that was chosen if the newsroom's zone has changed since. */
export const plannedTimes = (plan: Chosen, zone: string, now: Date | null): string =>
  `${dayAndBothTimes(plan.at, zone, now)}${asChosen(plan, zone)}`;

export type LocalInstant =
  | { kind: "exact"; at: Date }
  /** The clocks jump over this hour. */
  | { kind: "missing"; before: Date; after: Date }
  /** The clocks show this hour twice. */
  | { kind: "doubled"; earlier: Date; later: Date };

/** What instant `local` ("2026-11-24T18:00") means in `zone`; null if it is no local time. */
export function instantOf(local: string, zone: string): LocalInstant | null {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    return null;
  }
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  const [first, second] = [new Date(earlier.epochMilliseconds), new Date(later.epochMilliseconds)];
  if (first.getTime() === second.getTime()) return { kind: "exact", at: first };
  return earlier.toPlainDateTime().equals(plain)
    ? { kind: "doubled", earlier: first, later: second }
    : { kind: "missing", before: first, after: second };
}

/** What a `datetime-local` field shows for `at` in `zone`: "2026-11-24T18:00". */
export const localOf = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
