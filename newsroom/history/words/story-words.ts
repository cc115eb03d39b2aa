import type { EventPayload } from "../../kernel/events.ts";
import {
  at,
  its,
  list,
  listed,
  person,
  removed,
  revision,
  spiked,
  stage,
  text,
  unspiked,
  type WordsOf,
} from "./words.ts";

/** What happens to a story at the desk and before the readers. */
export const storyWords: WordsOf<"story"> = {
  "story.created": { did: (it) => `started ${it}` },
  "story.pitched": { did: (it) => `had the idea of ${it}`, tells: (_, __, it) => (it === "it" ? "had the idea" : "") },
  "story.taken": {
    did: (it) => `took ${it} up`,
    tells: ({ to }, names, it) => `took ${it} up: it stands at ${stage(to, names)}`,
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
  "story.retracted": {
    did: (it) => `retracted ${it}: readers see a notice in its place`,
    tells: ({ notice }, _, it) => (notice === "changed" ? `changed the notice that readers see in place of ${it}` : ""),
  },
  "story.readdressed": {
    did: (it) => `changed ${its(it)} address`,
    tells: ({ was, slug }, _, it) =>
      was && slug ? `changed ${its(it)} address from ${text(was)} to ${text(slug)}` : "",
  },
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
};

const withItsPlans = ({ plansCancelled }: EventPayload): string =>
  Number(plansCancelled ?? 0) > 0 ? " and cancelled its plans" : "";

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
