import { type EventPayload, type EventType, eventTypes } from "../kernel/events.ts";
import { newsroomWords } from "./words/newsroom-words.ts";
import { paperWords } from "./words/paper-words.ts";
import { storyWords } from "./words/story-words.ts";
import { type It, list, type Names, type Value, type Words } from "./words/words.ts";
import { workWords } from "./words/work-words.ts";

/** After the name of who did it: "Aigul" + "moved it from Draft to Edit". A new type does not compile until it has words. */
const words: Record<EventType, Words> = { ...storyWords, ...workWords, ...paperWords, ...newsroomWords };

const isEventType = (type: string): type is EventType => eventTypes.some((known) => known === type);

/** What events of a type are called where one is chosen: "Moved the story". */
export function eventTypeWords(type: EventType): string {
  const did = commonly(type, "the story");
  return `${did.charAt(0).toUpperCase()}${did.slice(1)}`;
}

/** What happened, after the name of who did it. What a newer or older program announced says its type. */
export function eventWords({ type, payload }: { type: string; payload: EventPayload }, names: Names, it: It): string {
  if (!isEventType(type)) return `did something that this version does not know (${type})`;
  return words[type].tells?.(payload, names, it) || commonly(type, it);
}

function commonly(type: EventType, it: It): string {
  const { did } = words[type];
  return typeof did === "string" ? did : did(it);
}

/** The ids of what an event names. */
export function namedIn(payload: EventPayload) {
  const ids = (...values: Value[]) => values.flatMap((value) => (typeof value === "string" ? [value] : list(value)));
  const { from, to, circle, mentions, planId, revisionId, intoId, otherId, toStoryId } = payload;
  return {
    people: ids(from, to, circle, mentions),
    plans: ids(planId),
    revisions: ids(from, revisionId),
    tags: ids(intoId, otherId),
    stories: ids(toStoryId),
  };
}
