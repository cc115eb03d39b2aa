import { localeOf } from "./locale.ts";
import type { Paper } from "./paper.ts";

type Clock = Pick<Paper, "zone" | "language">;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make and few: one per language, zone and shape. */
function format(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options });
  formats.set(key, made);
  return made;
}

const day: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" };
const minute: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** "18 May 2025" on the newsroom's calendar. */
export const dayLine = (at: Date, { zone, language }: Clock): string => format(language, zone, day).format(at);

/** "18 May 2025, 18:00" on the newsroom's clock. */
export const dateLine = (at: Date, clock: Clock): string =>
  `${dayLine(at, clock)}, ${format(clock.language, clock.zone, minute).format(at)}`;

/** "24 May" for a calendar date `YYYY-MM-DD`, which belongs to no zone. */
export const shortDay = (date: string, language: string): string =>
  format(language, "UTC", { day: "numeric", month: "long" }).format(new Date(`${date}T00:00:00Z`));

/** "24 May 2026" for a calendar date `YYYY-MM-DD`. */
export const longDay = (date: string, language: string): string =>
  format(language, "UTC", day).format(new Date(`${date}T00:00:00Z`));

const isoParts: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZoneName: "longOffset",
};

/** The instant as `2025-05-18T18:00:00+06:00`, with the newsroom's offset at that moment. */
export function isoInZone(at: Date, zone: string): string {
  const parts = new Map(
    format("en-US", zone, isoParts)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const offset = get("timeZoneName").replace("GMT", "") || "+00:00";
  if (!/^[+-]\d{2}:\d{2}$/.test(offset)) return at.toISOString();
  return `${get("year")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}:${get("second")}${offset}`;
}

/** The city that names the zone: "Bishkek" for `Asia/Bishkek`. */
export const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
