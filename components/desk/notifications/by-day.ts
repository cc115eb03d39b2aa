import { dayAfter, dayOf } from "#newsroom/planning/days";

const format = (at: Date, zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);

/** "Today", "Yesterday", "Monday 23 November", with the year where it is another one. */
function dayWords(at: Date, now: Date, zone: string): string {
  const day = dayOf(at, zone);
  if (day === dayOf(now, zone)) return "Today";
  if (day === dayAfter(dayOf(now, zone), -1)) return "Yesterday";
  const isThisYear = format(at, zone, { year: "numeric" }) === format(now, zone, { year: "numeric" });
  return format(at, zone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).replace(",", "");
}

/** Rows in their order, in the days of the newsroom's zone. */
export function byDay<Row extends { at: Date }>(
  rows: readonly Row[],
  now: Date,
  zone: string,
): { day: string; rows: Row[] }[] {
  const days: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayWords(row.at, now, zone);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
