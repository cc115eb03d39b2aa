import { at, type It, list, listed, type Names, person, revision, type Value, type WordsOf } from "./words.ts";

/** What is said, filed and planned around a story. */
export const workWords: WordsOf<"assignment" | "comment" | "revision" | "share" | "plan" | "proof"> = {
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
};

const filed = (kind: Value): string => (typeof kind === "string" && kind !== "other" ? kind : "something");

const called = (mentions: Value, names: Names): string => {
  const people = list(mentions).map((id) => person(id, names));
  return people.length === 0 ? "" : ` and called ${listed(people)}`;
};

const doing = (because: Value, it: It): string =>
  ({
    published: ` by publishing ${it}`,
    withdrawn: ` by taking ${it} down`,
    overtaken: `, since ${it} was to be taken down by then`,
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
