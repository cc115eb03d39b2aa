/** A calendar day is the same wherever one reads it: it is formatted as noon of that day in UTC. */
const format = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(new Date(`${day}T12:00:00Z`));

/** "Wednesday, 25 November 2026" */
export const dayWords = (day: string): string =>
  `${format(day, { weekday: "long" })}, ${format(day, { day: "numeric", month: "long", year: "numeric" })}`;

/** "Wed 25 Nov" */
export const shortDayWords = (day: string): string =>
  `${format(day, { weekday: "short" })} ${format(day, { day: "numeric", month: "short" })}`;

/** "23–29 November 2026", "30 November – 6 December 2026", "28 December 2026 – 3 January 2027" */
export function weekWords(first: string, last: string): string {
  const parts = (day: string) => [format(day, { year: "numeric" }), format(day, { month: "long" })];
  const [[year, month], [lastYear, lastMonth]] = [parts(first), parts(last)];
  const from = format(first, { day: "numeric" });
  const to = `${format(last, { day: "numeric" })} ${lastMonth} ${lastYear}`;
  if (year !== lastYear) return `${from} ${month} ${year} – ${to}`;
  return month === lastMonth ? `${from}–${to}` : `${from} ${month} – ${to}`;
}
