import { isId } from "../kernel/ids.ts";
import { isStorableText } from "../kernel/text.ts";
import { instantOf } from "../settings/zone.ts";
import { type TrailSearch, theProgramItself } from "./schema.ts";

/** The fields of the search as they stand in the address. */
export interface HistoryFields {
  who: string;
  type: string;
  story: string;
  from: string;
  to: string;
}

type Parameters = Record<string, string | string[] | undefined>;

/** Reads the address; what makes no sense in it is as if it were not there. */
export function historyFieldsOf(parameters: Parameters): HistoryFields {
  const text = (name: string): string => {
    const value = parameters[name];
    return typeof value === "string" && isStorableText(value) ? value.trim().slice(0, 200) : "";
  };
  return {
    who: isId(text("who")) || text("who") === theProgramItself ? text("who") : "",
    type: text("type").slice(0, 60),
    story: text("story"),
    from: isDay(text("from")) ? text("from") : "",
    to: isDay(text("to")) ? text("to") : "",
  };
}

/** What is asked for, the days being those of the newsroom's zone, both included. `story` is an id, an address with one, or words of a headline or slugline. */
export function trailSearchOf({ who, type, story, from, to }: HistoryFields, zone: string): TrailSearch {
  const storyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(story)?.[0].toLowerCase();
  return {
    ...(who && { who }),
    ...(type && { type }),
    ...(storyId ? { storyId } : story && { words: story }),
    ...(from && { from: beginningOf(from, zone) }),
    ...(to && { until: beginningOf(dayAfter(to), zone) }),
  };
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && instantOf(`${text}T12:00`, "UTC") !== null;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Where the clocks jump over midnight, the day begins after the jump. */
function beginningOf(day: string, zone: string): Date {
  const at = instantOf(`${day}T00:00`, zone);
  if (!at) return new Date(`${day}T00:00:00Z`);
  return at.kind === "exact" ? at.at : at.kind === "missing" ? at.after : at.earlier;
}
