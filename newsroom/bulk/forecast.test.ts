import { expect, it } from "vitest";
import type { Role, StaffActor } from "../kernel/actor.ts";
import type { Stage } from "../workflow/stages.ts";
import { type Forecast, forecast, type StoryAhead } from "./forecast.ts";
import type { BulkTask } from "./schema.ts";

const [me, other] = ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"];
const as = (role: Role): StaffActor => ({ kind: "staff", id: me, name: "A", role, sessionId: other });
const mine: StoryAhead = {
  ...{
    createdById: me,
    assigneeId: null,
    circle: [],
    assignments: [],
    confidential: false,
    spikedAt: null,
    firstPublishedAt: null,
    publication: "unpublished",
  },
  ...{ stage: "draft", sectionId: "s", tagIds: ["t"], plans: 0 },
};
const live: StoryAhead = { ...mine, publication: "live", firstPublishedAt: new Date() };
const theirs: StoryAhead = { ...mine, createdById: other };

const stages: Stage[] = [
  { key: "draft", name: "Draft", meaning: "writing", movesTo: ["copy"] },
  { key: "copy", name: "Copy", meaning: "desk", movesTo: [] },
  { key: "ready", name: "Ready", meaning: "ready", movesTo: [] },
];

const cases: [string, Role, StoryAhead, BulkTask, Forecast["outcome"] | RegExp][] = [
  ["a move", "editor", mine, { verb: "move", argument: "copy" }, "done"],
  ["a move to where it is", "editor", mine, { verb: "move", argument: "draft" }, "unchanged"],
  ["a move that the workflow does not know", "editor", mine, { verb: "move", argument: "ready" }, /From Draft .* Copy/],
  ["an author's move", "author", mine, { verb: "move", argument: "copy" }, /Only editors/],
  ["one's own section", "author", mine, { verb: "section", argument: "x" }, "done"],
  ["the same section", "author", mine, { verb: "section", argument: "s" }, "unchanged"],
  ["another's section", "author", theirs, { verb: "section", argument: "x" }, /may not change/],
  ["a tag more", "author", mine, { verb: "addTag", argument: "u" }, "done"],
  ["a tag that it has", "author", mine, { verb: "addTag", argument: "t" }, "unchanged"],
  [
    "a tag too many",
    "editor",
    { ...mine, tagIds: Array.from({ length: 40 }, (_, n) => `${n}`) },
    { verb: "addTag", argument: "u" },
    /40 tags/,
  ],
  ["a tag less", "author", mine, { verb: "removeTag", argument: "t" }, "done"],
  ["a tag that it has not", "author", mine, { verb: "removeTag", argument: "u" }, "unchanged"],
  ["a spike", "author", mine, { verb: "spike", argument: "Twice" }, "done"],
  ["a spike of what is live", "editor", live, { verb: "spike", argument: "Twice" }, /unpublish it first/],
  ["a spike of another's", "author", theirs, { verb: "spike", argument: "Twice" }, /may not spike/],
  ["an unpublish", "author", live, { verb: "unpublish", argument: null }, "done"],
  ["an unpublish of a draft", "editor", mine, { verb: "unpublish", argument: null }, /not live/],
  ["a contributor's unpublish", "contributor", live, { verb: "unpublish", argument: null }, /may not unpublish/],
];

it.each(cases)("%s by %s", (_, role, story, task, expected) => {
  const told = forecast(as(role), story, task, { rule: { authorsPublishOwn: true }, stages });
  if (typeof expected === "string") expect(told.outcome).toBe(expected);
  else expect(told).toMatchObject({ outcome: "refused", words: expect.stringMatching(expected) });
});
