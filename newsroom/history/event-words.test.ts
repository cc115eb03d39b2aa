import { describe, expect, it } from "vitest";
import { type EventPayload, type EventType, eventTypes } from "../kernel/events.ts";
import { eventTypeWords, eventWords, namedIn } from "./event-words.ts";
import type { Names } from "./words/words.ts";

const names: Names = {
  people: new Map([
    ["a", "Aigul"],
    ["t", "Timur"],
  ]),
  stages: new Map([
    ["draft", "Entwurf"],
    ["edit", "Redaktion"],
  ]),
  desks: new Map([["d", "Night desk"]]),
  revisions: new Map([["r", "“Before the lawyers”"]]),
  plans: new Map([["p", { verb: "withdraw", at: new Date("2026-11-24T12:00:00Z"), failure: "On hold." }]]),
  tags: new Map([["o", "Osh"]]),
  stories: new Map([["s", "The pass is open"]]),
  zone: "Asia/Bishkek",
  now: new Date("2026-11-25T12:00:00Z"),
};
const noon = "2026-11-24T12:00:00Z";
const both = "24 Nov, 18:00 Bishkek · 12:00 UTC";

/** The events whose subject is a story. */
type StoryEventType = Extract<
  EventType,
  `${"story" | "plan" | "comment" | "revision" | "share" | "assignment"}.${string}`
>;

// A record: an event that has no sentence here does not compile.
const sentences: Record<StoryEventType, [EventPayload, string][]> = {
  "story.created": [[{}, "started it"]],
  "story.pitched": [[{}, "had the idea"]],
  "story.taken": [[{ from: "idea", to: "draft" }, "took it up: it stands at Entwurf"]],
  "assignment.given": [
    [{ to: "a", kind: "pictures" }, "asked Aigul to file pictures for it"],
    [{ to: "gone", kind: "other" }, "asked somebody to file something for it"],
  ],
  "assignment.changed": [[{ to: "t", kind: "video" }, "changed what Timur is to file for it: video"]],
  "assignment.filed": [[{ kind: "words" }, "filed words for it"]],
  "assignment.withdrawn": [[{ to: "a", kind: "words" }, "asks Aigul no more to file words for it"]],
  "story.changed": [
    [{ fields: ["sectionId"] }, "changed the section"],
    [{ fields: ["tagIds", "byline", "slug"] }, "changed the tags, the byline and the address"],
    [{ fields: ["somethingNew"] }, "changed somethingNew"],
  ],
  "story.submitted": [[{ from: "draft", to: "edit" }, "handed it in to Redaktion"]],
  "story.stage_moved": [
    [{ from: "draft", to: "edit" }, "moved it from Entwurf to Redaktion"],
    [{ from: "copy", to: "edit" }, "moved it from copy to Redaktion"],
    [{ from: "copy", to: "edit", workflow: true }, "took the stage copy away: it stands at Redaktion now"],
  ],
  "story.returned": [[{ from: "edit", to: "draft", noteId: "n" }, "returned it from Redaktion to Entwurf"]],
  "story.assigned": [
    [{ from: null, to: "a" }, "assigned it to Aigul"],
    [{ from: "a", to: null }, "took it from Aigul: it is assigned to nobody"],
    [{ from: null, to: "gone" }, "assigned it to somebody"],
  ],
  "story.directed": [
    [{ priority: "urgent" }, "set its priority to urgent"],
    [{ dueAt: noon, deskId: "d" }, `set it due ${both}, gave it to Night desk`],
    [{ dueAt: null, deskId: null }, "took its due time away, took it from its desk"],
    [{ deskId: "gone" }, "gave it to a desk that is gone"],
  ],
  "story.referred": [[{ noteId: null }, "referred it to legal"]],
  "story.cleared": [
    [{ as: "cleared" }, "noted that legal cleared it"],
    [{ as: "notNeeded" }, "noted that legal is not needed for it"],
  ],
  "story.held": [[{ noteId: "n" }, "put it on hold"]],
  "story.released": [[{ noteId: null }, "released it from hold"]],
  "story.confided": [
    [{ confidential: true, circle: ["a", "t"] }, "made it confidential, known to Aigul and Timur"],
    [{ confidential: true, circle: [] }, "made it confidential"],
    [{ confidential: false, circle: [] }, "made it known to everybody at the desk"],
  ],
  "story.published": [
    [{}, "published it"],
    [{ isAgain: true }, "published it again, as readers had it"],
  ],
  "story.updated": [[{}, "published an update of it"]],
  "story.corrected": [[{ kind: "clarification" }, "published a clarification of it"]],
  "story.told_changed": [
    [{ note: "changed" }, "changed a note to readers on it"],
    [
      { note: "withdrawn", difference: "hidden" },
      "withdrew a note to readers on it and hid from readers what a publication of it changed",
    ],
    [{ difference: "shown" }, "showed readers what a publication of it changed"],
    [{}, "changed what readers are told of it"],
  ],
  "story.retracted": [
    [{}, "retracted it: readers see a notice in its place"],
    [{ notice: "changed" }, "changed the notice that readers see in place of it"],
  ],
  "story.readdressed": [
    [{ was: "old", slug: "new", addresses: ["en/old", "en/new"] }, "changed its address from old to new"],
    [{ addresses: ["en/old", "en/new"] }, "changed its address"],
  ],
  "comment.edited": [[{}, "edited a comment"]],
  "comment.removed": [[{}, "removed a comment"]],
  "share.made": [[{ until: noon }, `made a link to it for somebody outside, until ${both}`]],
  "share.revoked": [[{}, "shut a link to it for somebody outside"]],
  "story.spiked": [
    [{}, "put it in the trash"],
    [{ plansCancelled: 2 }, "put it in the trash and cancelled its plans"],
  ],
  "story.unspiked": [[{}, "took it out of the trash"]],
  "story.removed": [[{}, "removed it for good"]],
  "story.unpublished": [[{ how: "unpublished" }, "unpublished it"]],
  "story.killed": [
    [{ how: "killed" }, "killed it"],
    [{ how: "legal" }, "killed it by a legal order"],
  ],
  "story.embargoed": [[{ until: noon }, `put it under embargo until ${both}`]],
  "story.embargo_lapsed": [[{}, "ended its embargo"]],
  "story.conflict_kept": [[{ revisionId: "r" }, "sent a text that came too late: it is kept as a revision"]],
  "story.text_quarantined": [
    [{ updates: 1 }, "put aside a change of its text that did not fit"],
    [{ updates: 3 }, "put aside 3 changes of its text that did not fit"],
  ],
  "story.restored": [
    [{ revisionId: "x", from: "r" }, "restored it to “Before the lawyers”"],
    [{ revisionId: "x", from: "gone" }, "restored it to an earlier state"],
  ],
  "comment.started": [
    [{ mentions: [] }, "commented on it"],
    [{ mentions: ["a", "t"] }, "commented on it and called Aigul and Timur"],
  ],
  "comment.replied": [[{ mentions: ["a"] }, "replied to a comment and called Aigul"]],
  "comment.resolved": [[{}, "resolved a comment"]],
  "comment.reopened": [[{}, "reopened a comment"]],
  "revision.named": [[{ revisionId: "r" }, "named a state of it: “Before the lawyers”"]],
  "plan.made": [[{ planId: "p", verb: "publish", at: noon }, `planned to publish it ${both}`]],
  "plan.cancelled": [
    [{ planId: "p" }, `cancelled the plan to withdraw it ${both}`],
    [{ planId: "gone" }, "cancelled a plan for it"],
    [{ planId: "gone", because: "published" }, "cancelled a plan for it by publishing it"],
    [{ planId: "gone", because: "withdrawn" }, "cancelled a plan for it by taking it down"],
    [{ planId: "gone", because: "overtaken" }, "cancelled a plan for it, since it was to be taken down by then"],
    [{ planId: "gone", because: "spiked" }, "cancelled a plan for it by putting it in the trash"],
    [{ planId: "gone", because: "replaced" }, "cancelled a plan for it by planning anew"],
    [{ planId: "p", because: "unplanned" }, `cancelled the plan to withdraw it ${both}, since no plan will publish it`],
  ],
  "plan.failed": [
    [{ planId: "p" }, `could not carry out the plan to withdraw it ${both}`],
    [{ planId: "gone" }, "could not carry out a plan for it"],
  ],
  "plan.overdue": [
    [{ planId: "p" }, `found the plan to withdraw it ${both} overdue`],
    [{ planId: "gone" }, "found a plan for it overdue"],
  ],
};

describe("what happened to a story", () => {
  for (const [type, cases] of Object.entries(sentences))
    it.each(cases)(`${type} %j: %s`, (payload, words) =>
      expect(eventWords({ type, payload }, names, "it")).toBe(words),
    );

  it("names people, plans, revisions, tags and stories by ids, wherever they stand", () => {
    const named = { from: "a", to: null, circle: ["t"], mentions: ["u"], planId: "p", revisionId: "r" };
    expect(namedIn({ ...named, intoId: "o", otherId: "q", toStoryId: "s" })).toEqual({
      people: ["a", "t", "u"],
      plans: ["p"],
      revisions: ["a", "r"],
      tags: ["o", "q"],
      stories: ["s"],
    });
  });
});

describe("what happened, in the audit trail", () => {
  it.each<[EventType, EventPayload, string]>([
    ["story.stage_moved", { from: "draft", to: "edit" }, "moved the story from Entwurf to Redaktion"],
    ["story.assigned", { from: "a", to: "t" }, "assigned the story to Timur"],
    ["story.embargo_lapsed", {}, "ended the story’s embargo"],
    ["story.spiked", { plansCancelled: 1 }, "put the story in the trash and cancelled its plans"],
    ["tag.renamed", { slug: "osh", was: "och", fields: ["name", "slug"] }, "renamed the tag (name, slug)"],
    ["tag.renamed", { slug: "osh", was: "osh", fields: ["description"] }, "changed the tag (description)"],
    ["tag.renamed", { slug: "osh" }, "changed the tag"],
    ["tag.removed", { slug: "osh" }, "removed the tag osh for good"],
    ["tag.merged", { slug: "och", into: "osh", intoId: "o" }, "merged the tag into “Osh”"],
    ["tag.merged", { slug: "och", into: "osh", intoId: "gone" }, "merged the tag into “osh”"],
    ["tag.merge_undone", { into: "osh", intoId: "o" }, "took the tag out of “Osh” again"],
    ["tag.kept_apart", { otherId: "o" }, "said that the tag is another thing than “Osh”"],
    ["tag.kept_apart", { otherId: "gone" }, "said that the tag is another thing than one that is gone"],
    ["section.removed", { slug: "sport" }, "removed the section sport for good"],
    ["profile.removed", { slug: "aida" }, "removed the profile aida"],
    ["redirect.added", { from: "/old", to: "/tags/osh" }, "added a redirect from /old to /tags/osh"],
    ["redirect.removed", { from: "/old", toStoryId: "s" }, "removed a redirect from /old to “The pass is open”"],
    ["redirect.added", { from: "/old", toStoryId: "not told" }, "added a redirect from /old to a story"],
    [
      "workflow.changed",
      { added: ["copy"], renamed: [], removed: ["legal"] },
      "changed the stages (added copy; removed legal)",
    ],
    ["rates.changed", { currencies: ["USD", "EUR"] }, "changed rates (USD, EUR)"],
    ["rate.held", { currency: "USD" }, "held back a rate (USD)"],
    ["rate.refused", { currencies: ["USD"] }, "refused a rate (USD)"],
    ["house_rule.removed", { severity: "error", language: null }, "removed a house rule (error, any language)"],
    ["check.set", { check: "headline", severity: "warning" }, "made the check “Headline” a warning"],
    ["check.set", { check: "altText", severity: "off" }, "switched the check “Alt text of pictures” off"],
    ["check.set", { check: "newer", severity: "error" }, "made the check “newer” an error"],
    ["staff.added", { role: "editor" }, "added somebody as editor"],
    ["staff.role_changed", { from: "author", to: "editor" }, "changed somebody’s role from author to editor"],
    ["bulk.started", { verb: "spike", rows: 3 }, "started a bulk action (spike, 3 stories)"],
    ["audit.exported", { rows: 12 }, "exported the audit trail (12 rows)"],
  ])("%s %j: %s", (type, payload, words) => expect(eventWords({ type, payload }, names, "the story")).toBe(words));

  it.each(eventTypes)("%s has words, of its own among all types", (type) => {
    const words = eventTypeWords(type);
    expect(words).toMatch(/^[A-Z][a-z]/);
    expect(eventTypes.filter((other) => eventTypeWords(other) === words)).toEqual([type]);
    expect(eventWords({ type, payload: {} }, names, "it")).not.toBe("");
  });

  it("is not hidden where a newer program did it", () =>
    expect(eventWords({ type: "story.teleported", payload: {} }, names, "it")).toBe(
      "did something that this version does not know (story.teleported)",
    ));
});
