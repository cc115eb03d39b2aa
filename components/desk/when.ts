import { cityOf } from "#newsroom/settings/zone";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const format = (at: Date, zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);

/** Short words for how long ago: "just now", "5 min ago", "3 h ago", "2 days ago", then the day itself. */
export function ago(at: Date, now: Date, zone: string): string {
  const past = now.getTime() - at.getTime();
  if (past < minute) return "just now";
  if (past < hour) return `${Math.floor(past / minute)} min ago`;
  if (past < day) return `${Math.floor(past / hour)} h ago`;
  if (past < 2 * day) return "1 day ago";
  if (past < 7 * day) return `${Math.floor(past / day)} days ago`;
  const isThisYear = format(at, zone, { year: "numeric" }) === format(now, zone, { year: "numeric" });
  return format(at, zone, { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) });
}

/** "23 Nov 2026, 14:02 Bishkek" */
export const exactly = (at: Date, zone: string): string =>
  `${format(at, zone, { day: "numeric", month: "short", year: "numeric" })}, ${format(at, zone, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })} ${cityOf(zone)}`;

/** "14:02:07" */
export const clockTime = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: zone }).format(at);
