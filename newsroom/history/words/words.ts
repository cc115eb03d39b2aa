import type { EventPayload, EventType } from "../../kernel/events.ts";
import { dayAndBothTimes } from "../../settings/zone.ts";

/** What the ids in events are called, as far as it is known still and to be told. */
export interface Names {
  people: ReadonlyMap<string, string>;
  stages: ReadonlyMap<string, string>;
  desks: ReadonlyMap<string, string>;
  revisions: ReadonlyMap<string, string>;
  plans: ReadonlyMap<string, { verb: string; at: Date; failure: string | null }>;
  tags: ReadonlyMap<string, string>;
  stories: ReadonlyMap<string, string>;
  zone: string;
  now: Date;
}

export type Value = EventPayload[string] | undefined;

/** What its subject is called: "it" where everything is about that, else "the story". */
export type It = "it" | "the story" | "the section" | "the tag";

export interface Words {
  /** What all of this type have in common. */
  did: string | ((it: It) => string);
  /** What this one did, with what its payload tells. Never text that somebody wrote with it. */
  tells?: (payload: EventPayload, names: Names, it: It) => string;
}

/** Words for each event of these nouns. */
export type WordsOf<Noun extends string> = Record<Extract<EventType, `${Noun}.${string}`>, Words>;

export const its = (it: It): string => (it === "it" ? "its" : `${it}’s`);

export const spiked = (it: It): string => `put ${it} in the trash`;

export const unspiked = (it: It): string => `took ${it} out of the trash`;

export const removed = (it: It): string => `removed ${it} for good`;

/** Which fields, by their names in the newsroom's tables: in the audit trail, for those who look closely. */
export const inFields = ({ fields }: EventPayload): string =>
  list(fields).length > 0 ? ` (${list(fields).join(", ")})` : "";

export const list = (value: Value): string[] => (Array.isArray(value) ? value : []);

export const listed = (said: string[]): string =>
  said.length < 2 ? (said[0] ?? "nothing") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;

export const text = (value: Value): string => (typeof value === "string" ? value : "");

export const stage = (key: Value, { stages }: Names): string => stages.get(String(key)) ?? String(key);

export const person = (id: Value, { people }: Names): string => people.get(String(id)) ?? "somebody";

export const revision = (id: Value, { revisions }: Names): string => revisions.get(String(id)) ?? "an earlier state";

export function at(instant: Value | Date, { zone, now }: Names): string {
  const meant = instant instanceof Date ? instant : new Date(String(instant));
  return Number.isNaN(meant.getTime()) ? "some time" : dayAndBothTimes(meant, zone, now);
}
