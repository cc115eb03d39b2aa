import type { EventPayload, EventType } from "../kernel/events.ts";
import { dayAndBothTimes } from "../settings/zone.ts";

/** The events whose subject is a story. */
export type StoryEventType = Extract<
  EventType,
  `${"story" | "plan" | "comment" | "revision" | "share" | "assignment"}.${string}`
>;

/** What the ids in events are called, as far as it is known still. */
export interface Names {
  people: ReadonlyMap<string, string>;
  stages: ReadonlyMap<string, string>;
  desks: ReadonlyMap<string, string>;
  revisions: ReadonlyMap<string, string>;
  plans: ReadonlyMap<string, { verb: string; at: Date; failure: string | null }>;
  zone: string;
  now: Date;
}

type Value = EventPayload[string] | undefined;
type Words = (payload: EventPayload, names: Names) => string;

/**
 * What each event about a story says, to go after who did it: "Aigul" + "moved it from Draft to Edit". A new event about stories does not
 * compile until it has words here.
 */
const wordsOf: Record<StoryEventType, Words> = {
  "story.created": () => "started it",
  "story.pitched": () => "had the idea",
  "story.taken": ({ to }, names) => `took it up: it stands at ${stage(to, names)}`,
  "story.changed": ({ fields }) => `changed ${listed(list(fields).map((field) => fieldWords[field] ?? field))}`,
  "story.submitted": ({ to }, names) => `handed it in to ${stage(to, names)}`,
  "story.stage_moved": ({ from, to, workflow }, names) =>
    workflow
      ? `took the stage ${stage(from, names)} away: it stands at ${stage(to, names)} now`
      : `moved it from ${stage(from, names)} to ${stage(to, names)}`,
  "story.returned": ({ from, to }, names) => `returned it from ${stage(from, names)} to ${stage(to, names)}`,
  "story.assigned": ({ from, to }, names) =>
    to ? `assigned it to ${person(to, names)}` : `took it from ${person(from, names)}: it is assigned to nobody`,
  "story.directed": ({ priority, dueAt, deskId }, names) =>
    [
      priority && `set its priority to ${String(priority)}`,
      dueAt && `set it due ${at(dueAt, names)}`,
      dueAt === null && "took its due time away",
      deskId && `gave it to ${names.desks.get(String(deskId)) ?? "a desk that is gone"}`,
      deskId === null && "took it from its desk",
    ]
      .filter(Boolean)
      .join(", "),
  "story.referred": () => "referred it to legal",
  "story.cleared": ({ as }) => (as === "cleared" ? "noted that legal cleared it" : "noted that legal is not needed"),
  "story.held": () => "put it on hold",
  "story.released": () => "released it from hold",
  "story.confided": ({ confidential, circle }, names) => {
    if (!confidential) return "made it known to everybody at the desk";
    const people = list(circle).map((id) => person(id, names));
    return people.length === 0 ? "made it confidential" : `made it confidential, known to ${listed(people)}`;
  },
  "story.published": () => "published it",
  "story.updated": () => "published an update",
  "story.corrected": ({ kind }) => `published a ${String(kind ?? "correction")}`,
  "story.retracted": () => "retracted it: readers see a notice in its place",
  "story.readdressed": () => "changed its address",
  "story.spiked": () => "put it in the trash",
  "story.unspiked": () => "took it out of the trash",
  "story.removed": () => "removed it for good",
  "story.unpublished": () => "unpublished it",
  "story.killed": ({ how }) => (how === "legal" ? "killed it by a legal order" : "killed it"),
  "story.embargoed": ({ until }, names) => `put it under embargo until ${at(until, names)}`,
  "story.embargo_lapsed": () => "ended its embargo",
  "story.conflict_kept": () => "sent a text that came too late: it is kept as a revision",
  "story.text_quarantined": ({ updates }) =>
    `put aside ${Number(updates) === 1 ? "a change" : `${Number(updates)} changes`} of the text that did not fit`,
  "story.restored": ({ from }, names) => `restored ${revision(from, names)}`,
  "comment.started": ({ mentions }, names) => `commented${called(mentions, names)}`,
  "comment.replied": ({ mentions }, names) => `replied to a comment${called(mentions, names)}`,
  "comment.edited": () => "edited a comment",
  "comment.removed": () => "removed a comment",
  "share.made": ({ until }, names) => `made a link for somebody outside, until ${at(until, names)}`,
  "share.revoked": () => "shut a link for somebody outside",
  "assignment.given": ({ to, kind }, names) => `asked ${person(to, names)} to file ${filedWords(kind)}`,
  "assignment.changed": ({ to, kind }, names) => `changed what ${person(to, names)} is to file: ${filedWords(kind)}`,
  "assignment.filed": ({ kind }) => `filed ${filedWords(kind)}`,
  "assignment.withdrawn": ({ to, kind }, names) => `asks ${person(to, names)} no more to file ${filedWords(kind)}`,
  "comment.resolved": () => "resolved a comment",
  "comment.reopened": () => "reopened a comment",
  "revision.named": ({ revisionId }, names) => `named a state: ${revision(revisionId, names)}`,
  "plan.made": ({ verb, at: when }, names) => `planned to ${planWords(verb)} it ${at(when, names)}`,
  "plan.cancelled": ({ planId }, names) => {
    const plan = names.plans.get(String(planId));
    return plan ? `cancelled the plan to ${planWords(plan.verb)} it ${at(plan.at, names)}` : "cancelled a plan";
  },
  "plan.failed": ({ planId }, names) => {
    const plan = names.plans.get(String(planId));
    return `could not carry out the plan${plan ? ` to ${planWords(plan.verb)} it ${at(plan.at, names)}` : ""}`;
  },
};

const filedWords = (kind: Value): string => (typeof kind === "string" && kind !== "other" ? kind : "something");

const fieldWords: Record<string, string> = {
  sectionId: "the section",
  tagIds: "the tags",
  byline: "the byline",
  dateline: "the dateline",
  slug: "the address",
  slugline: "the slugline",
  brief: "the brief",
  language: "the language",
  confidential: "who may know of it",
};

/** What an event about a story says, after who did it. One of a newer program, whose words are not known here, says its name. */
export const storyWords = (type: string, payload: EventPayload, names: Names): string =>
  isStoryEvent(type) ? wordsOf[type](payload, names) : `did something that this version does not know (${type})`;

const isStoryEvent = (type: string): type is StoryEventType => Object.hasOwn(wordsOf, type);

/** The ids of people, plans and revisions that an event names. */
export function namedIn(payload: EventPayload): { people: string[]; plans: string[]; revisions: string[] } {
  const ids = (...values: Value[]) => values.flatMap((value) => (typeof value === "string" ? [value] : list(value)));
  const { from, to, circle, mentions, planId, revisionId } = payload;
  return {
    people: ids(from, to, circle, mentions),
    plans: ids(planId),
    revisions: ids(from, revisionId),
  };
}

const list = (value: Value): string[] => (Array.isArray(value) ? value : []);

const listed = (words: string[]): string =>
  words.length < 2 ? (words[0] ?? "nothing") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const stage = (key: Value, { stages }: Names): string => stages.get(String(key)) ?? String(key);

const person = (id: Value, { people }: Names): string => people.get(String(id)) ?? "somebody";

const revision = (id: Value, { revisions }: Names): string => revisions.get(String(id)) ?? "an earlier state";

const at = (instant: Value | Date, { zone, now }: Names): string =>
  dayAndBothTimes(instant instanceof Date ? instant : new Date(String(instant)), zone, now);

const called = (mentions: Value, names: Names): string => {
  const people = list(mentions).map((id) => person(id, names));
  return people.length === 0 ? "" : ` and called ${listed(people)}`;
};

const planWords = (verb: Value): string =>
  ({ publish: "publish", update: "update", correct: "correct", withdraw: "withdraw" })[String(verb)] ?? "publish";
