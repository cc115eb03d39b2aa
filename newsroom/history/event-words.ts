import { places } from "../fronts/places.ts";
import { type EventPayload, type EventType, eventTypes } from "../kernel/events.ts";
import { dayAndBothTimes } from "../settings/zone.ts";

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

/** What its subject is called: "it" where everything is about that, else "the story". */
type It = "it" | "the story" | "the section" | "the tag";

interface Words {
  /** What all of this type have in common. */
  did: string | ((it: It) => string);
  /** What this one did, with what its payload tells. Never text that somebody wrote with it. */
  tells?: (payload: EventPayload, names: Names, it: It) => string;
}

/** After the name of who did it: "Aigul" + "moved it from Draft to Edit". A new type does not compile until it has words. */
const words: Record<EventType, Words> = {
  "story.created": { did: (it) => `started ${it}` },
  "story.pitched": { did: (it) => `had the idea of ${it}`, tells: (_, __, it) => (it === "it" ? "had the idea" : "") },
  "story.taken": {
    did: (it) => `took ${it} up`,
    tells: ({ to }, names, it) => `took ${it} up: it stands at ${stage(to, names)}`,
  },
  "assignment.given": {
    did: (it) => `gave an assignment for ${it}`,
    tells: ({ to, kind }, names, it) => `asked ${person(to, names)} to file ${filed(kind)} for ${it}`,
  },
  "assignment.changed": {
    did: (it) => `changed an assignment for ${it}`,
    tells: ({ to, kind }, names, it) => `changed what ${person(to, names)} is to file for ${it}: ${filed(kind)}`,
  },
  "assignment.filed": {
    did: (it) => `filed for ${it}`,
    tells: ({ kind }, _, it) => `filed ${filed(kind)} for ${it}`,
  },
  "assignment.withdrawn": {
    did: (it) => `withdrew an assignment for ${it}`,
    tells: ({ to, kind }, names, it) => `asks ${person(to, names)} no more to file ${filed(kind)} for ${it}`,
  },
  "story.changed": {
    did: (it) => `changed ${it}`,
    tells: ({ fields }) => `changed ${listed(list(fields).map((field) => fieldWords[field] ?? field))}`,
  },
  "story.submitted": {
    did: (it) => `handed ${it} in`,
    tells: ({ to }, names, it) => `handed ${it} in to ${stage(to, names)}`,
  },
  "story.stage_moved": {
    did: (it) => `moved ${it}`,
    tells: ({ from, to, workflow }, names, it) =>
      workflow
        ? `took the stage ${stage(from, names)} away: ${it} stands at ${stage(to, names)} now`
        : `moved ${it} from ${stage(from, names)} to ${stage(to, names)}`,
  },
  "story.returned": {
    did: (it) => `returned ${it}`,
    tells: ({ from, to }, names, it) => `returned ${it} from ${stage(from, names)} to ${stage(to, names)}`,
  },
  "story.assigned": {
    did: (it) => `assigned ${it}`,
    tells: ({ from, to }, names, it) =>
      to
        ? `assigned ${it} to ${person(to, names)}`
        : `took ${it} from ${person(from, names)}: it is assigned to nobody`,
  },
  "story.directed": {
    did: (it) => `set ${its(it)} priority, due time or desk`,
    tells: ({ priority, dueAt, deskId }, names, it) =>
      [
        priority && `set ${its(it)} priority to ${String(priority)}`,
        dueAt && `set ${it} due ${at(dueAt, names)}`,
        dueAt === null && `took ${its(it)} due time away`,
        deskId && `gave ${it} to ${names.desks.get(String(deskId)) ?? "a desk that is gone"}`,
        deskId === null && `took ${it} from its desk`,
      ]
        .filter(Boolean)
        .join(", "),
  },
  "story.referred": { did: (it) => `referred ${it} to legal` },
  "story.cleared": {
    did: (it) => `noted what legal says of ${it}`,
    tells: ({ as }, _, it) =>
      as === "cleared" ? `noted that legal cleared ${it}` : `noted that legal is not needed for ${it}`,
  },
  "story.held": { did: (it) => `put ${it} on hold` },
  "story.released": { did: (it) => `released ${it} from hold` },
  "story.confided": {
    did: (it) => `said who may know of ${it}`,
    tells: ({ confidential, circle }, names, it) => {
      if (!confidential) return `made ${it} known to everybody at the desk`;
      const people = list(circle).map((id) => person(id, names));
      return people.length === 0 ? `made ${it} confidential` : `made ${it} confidential, known to ${listed(people)}`;
    },
  },
  "story.published": {
    did: (it) => `published ${it}`,
    tells: ({ isAgain }, _, it) => (isAgain ? `published ${it} again, as readers had it` : ""),
  },
  "story.updated": { did: (it) => `published an update of ${it}` },
  "story.corrected": {
    did: (it) => `published a correction of ${it}`,
    tells: ({ kind }, _, it) => `published a ${String(kind ?? "correction")} of ${it}`,
  },
  "story.told_changed": {
    did: (it) => `changed what readers are told of ${it}`,
    tells: ({ note, difference }, _, it) =>
      [
        note === "changed" && `changed a note to readers on ${it}`,
        note === "withdrawn" && `withdrew a note to readers on ${it}`,
        difference === "hidden" && `hid from readers what a publication of ${it} changed`,
        difference === "shown" && `showed readers what a publication of ${it} changed`,
      ]
        .filter(Boolean)
        .join(" and "),
  },
  "story.retracted": { did: (it) => `retracted ${it}: readers see a notice in its place` },
  "story.readdressed": { did: (it) => `changed ${its(it)} address` },
  "story.unpublished": { did: (it) => `unpublished ${it}` },
  "story.killed": {
    did: (it) => `killed ${it}`,
    tells: ({ how }, _, it) => `killed ${it}${how === "legal" ? " by a legal order" : ""}`,
  },
  "story.embargoed": {
    did: (it) => `put ${it} under embargo`,
    tells: ({ until }, names, it) => `put ${it} under embargo until ${at(until, names)}`,
  },
  "story.embargo_lapsed": { did: (it) => `ended ${its(it)} embargo` },
  "story.conflict_kept": { did: "sent a text that came too late: it is kept as a revision" },
  "story.text_quarantined": {
    did: (it) => `put aside changes of ${its(it)} text that did not fit`,
    tells: ({ updates }, _, it) =>
      `put aside ${Number(updates) === 1 ? "a change" : `${Number(updates)} changes`} of ${its(it)} text that did not fit`,
  },
  "story.restored": {
    did: (it) => `restored ${it} to an earlier state`,
    tells: ({ from }, names, it) => `restored ${it} to ${revision(from, names)}`,
  },
  "story.spiked": { did: spiked, tells: (payload, _, it) => `${spiked(it)}${withItsPlans(payload)}` },
  "story.unspiked": { did: unspiked },
  "story.removed": { did: removed },
  "comment.started": {
    did: (it) => `commented on ${it}`,
    tells: ({ mentions }, names, it) => `commented on ${it}${called(mentions, names)}`,
  },
  "comment.replied": {
    did: "replied to a comment",
    tells: ({ mentions }, names) => `replied to a comment${called(mentions, names)}`,
  },
  "comment.edited": { did: "edited a comment" },
  "comment.removed": { did: "removed a comment" },
  "comment.resolved": { did: "resolved a comment" },
  "comment.reopened": { did: "reopened a comment" },
  "revision.named": {
    did: (it) => `named a state of ${it}`,
    tells: ({ revisionId }, names, it) => `named a state of ${it}: ${revision(revisionId, names)}`,
  },
  "share.made": {
    did: (it) => `made a link to ${it} for somebody outside`,
    tells: ({ until }, names, it) => `made a link to ${it} for somebody outside, until ${at(until, names)}`,
  },
  "share.revoked": { did: (it) => `shut a link to ${it} for somebody outside` },
  "plan.made": {
    did: (it) => `made a plan for ${it}`,
    tells: ({ verb, at: when }, names, it) => `planned to ${planWords(verb)} ${it} ${at(when, names)}`,
  },
  "plan.cancelled": {
    did: (it) => `cancelled a plan for ${it}`,
    tells: ({ planId, because }, names, it) => `cancelled ${plan(planId, names, it)}${doing(because, it)}`,
  },
  "plan.failed": {
    did: (it) => `could not carry out a plan for ${it}`,
    tells: ({ planId }, names, it) => `could not carry out ${plan(planId, names, it)}`,
  },
  "plan.overdue": {
    did: (it) => `found a plan for ${it} overdue`,
    tells: ({ planId }, names, it) => `found ${plan(planId, names, it)} overdue`,
  },
  "proof.missing": { did: (it) => `found no proof that readers have the newest state of ${it}` },
  "proof.unlooked": { did: (it) => `found that nobody had looked whether readers have the newest state of ${it}` },
  "redirect.added": { did: "added a redirect" },
  "redirect.removed": { did: "removed a redirect" },
  "picture.added": { did: "added a picture" },
  "picture.described": {
    did: "described a picture",
    tells: (payload) => `described a picture${inFields(payload)}`,
  },
  "picture.removed": { did: "removed a picture" },
  "picture.restored": { did: "took a picture back into the library" },
  "front.arranged": { did: "arranged the front" },
  "slot.filled": {
    did: (it) => `put ${it} on the front`,
    tells: ({ position }, _, it) => `put ${it} on the front as ${placeAt(position)}`,
  },
  "slot.emptied": {
    did: (it) => `took ${it} off the front`,
    tells: ({ position }, _, it) => `took ${it} off the front, where it was ${placeAt(position)}`,
  },
  "picture.discarded": { did: "removed a picture for good" },
  "section.created": { did: "made the section" },
  "section.renamed": { did: "renamed the section" },
  "section.removed": { did: removed("the section") },
  "section.spiked": { did: spiked("the section") },
  "section.unspiked": { did: unspiked("the section") },
  "tag.created": { did: "made the tag" },
  "tag.renamed": { did: "renamed the tag", tells: (payload) => `renamed the tag${inFields(payload)}` },
  "tag.merged": { did: "merged a tag into another" },
  "tag.merge_undone": { did: "undid a merge of tags" },
  "tag.removed": { did: removed("the tag") },
  "tag.spiked": { did: spiked("the tag") },
  "tag.unspiked": { did: unspiked("the tag") },
  "profile.created": { did: "made the profile" },
  "profile.changed": { did: "changed the profile", tells: (payload) => `changed the profile${inFields(payload)}` },
  "profile.removed": { did: "removed the profile" },
  "workflow.changed": { did: "changed the stages" },
  "desk.created": { did: "made a desk" },
  "desk.renamed": { did: "renamed a desk" },
  "desk.removed": { did: "removed a desk" },
  "staff.added": { did: "added somebody", tells: ({ role }) => `added somebody as ${String(role)}` },
  "staff.role_changed": {
    did: "changed somebody’s role",
    tells: ({ from, to }) => `changed somebody’s role from ${String(from)} to ${String(to)}`,
  },
  "staff.deactivated": { did: "deactivated somebody" },
  "staff.reactivated": { did: "let somebody in again" },
  "staff.password_set": { did: "set a password" },
  "staff.password_link_made": { did: "made a link to set a password" },
  "staff.signed_in": { did: "signed in" },
  "staff.sign_in_failed": { did: "refused a sign-in" },
  "staff.signed_out": { did: "signed out" },
  "settings.changed": { did: "changed the settings", tells: (payload) => `changed the settings${inFields(payload)}` },
  "rates.changed": { did: "changed rates" },
  "rate.held": { did: "held back a rate" },
  "rate.refused": { did: "refused a rate" },
  "house_rule.added": { did: "added a house rule" },
  "house_rule.changed": {
    did: "changed a house rule",
    tells: (payload) => `changed a house rule${inFields(payload)}`,
  },
  "house_rule.removed": { did: "removed a house rule" },
  "check.set": { did: "set a check before publishing" },
  "demo.removed": { did: "took out the demo" },
  "bulk.started": {
    did: "started a bulk action",
    tells: ({ verb, rows }) => `started a bulk action (${String(verb)}, ${String(rows)} stories)`,
  },
  "audit.exported": {
    did: "exported the audit trail",
    tells: ({ rows }) => `exported the audit trail (${String(rows)} rows)`,
  },
};

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

const placeAt = (position: Value): string => places[Number(position)]?.name.toLowerCase() ?? "one of its stories";

const its = (it: It): string => (it === "it" ? "its" : `${it}’s`);

function spiked(it: It): string {
  return `put ${it} in the trash`;
}

function unspiked(it: It): string {
  return `took ${it} out of the trash`;
}

function removed(it: It): string {
  return `removed ${it} for good`;
}

const withItsPlans = ({ plansCancelled }: EventPayload): string =>
  Number(plansCancelled ?? 0) > 0 ? " and cancelled its plans" : "";

const filed = (kind: Value): string => (typeof kind === "string" && kind !== "other" ? kind : "something");

const fieldWords: Record<string, string> = {
  sectionId: "the section",
  tagIds: "the tags",
  byline: "the byline",
  dateline: "the dateline",
  leadImage: "the lead image",
  slug: "the address",
  slugline: "the slugline",
  brief: "the brief",
  language: "the language",
  confidential: "who may know of it",
};

/** Which fields, by their names in the newsroom's tables: in the audit trail, for those who look closely. */
const inFields = ({ fields }: EventPayload): string => (list(fields).length > 0 ? ` (${list(fields).join(", ")})` : "");

const list = (value: Value): string[] => (Array.isArray(value) ? value : []);

const listed = (said: string[]): string =>
  said.length < 2 ? (said[0] ?? "nothing") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;

const stage = (key: Value, { stages }: Names): string => stages.get(String(key)) ?? String(key);

const person = (id: Value, { people }: Names): string => people.get(String(id)) ?? "somebody";

const revision = (id: Value, { revisions }: Names): string => revisions.get(String(id)) ?? "an earlier state";

function at(instant: Value | Date, { zone, now }: Names): string {
  const meant = instant instanceof Date ? instant : new Date(String(instant));
  return Number.isNaN(meant.getTime()) ? "some time" : dayAndBothTimes(meant, zone, now);
}

const called = (mentions: Value, names: Names): string => {
  const people = list(mentions).map((id) => person(id, names));
  return people.length === 0 ? "" : ` and called ${listed(people)}`;
};

const doing = (because: Value, it: It): string =>
  ({
    published: ` by publishing ${it}`,
    withdrawn: ` by taking ${it} down`,
    spiked: ` by putting ${it} in the trash`,
    replaced: " by planning anew",
    unplanned: `, since no plan will publish ${it}`,
  })[String(because)] ?? "";

function plan(id: Value, names: Names, it: It): string {
  const known = names.plans.get(String(id));
  return known ? `the plan to ${planWords(known.verb)} ${it} ${at(known.at, names)}` : `a plan for ${it}`;
}

const planWords = (verb: Value): string =>
  ({ publish: "publish", update: "update", correct: "correct", withdraw: "withdraw" })[String(verb)] ?? "publish";
