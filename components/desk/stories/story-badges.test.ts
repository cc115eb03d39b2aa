import { describe, expect, it } from "vitest";
import { storyBadges } from "./story-badges.ts";
import { aRow } from "./testing.ts";

const now = new Date("2026-11-23T08:00:00Z");
const zone = "Asia/Bishkek";
const draft = aRow();
const labels = (story: Partial<typeof draft>) =>
  storyBadges({ ...draft, ...story }, now, zone).map((badge) => badge.label);
const live = { state: "live", since: new Date("2026-11-22T06:00:00Z") } as const;
const at = new Date("2026-11-24T12:00:00Z");

describe("the badges of a story", () => {
  it("call an idea one, and say neither where the stage says it", () => {
    const idea = { ...draft, stage: { key: "idea", name: "Idea", meaning: "idea" as const } };
    expect(labels(idea)).toEqual(["Idea"]);
    expect(storyBadges(idea, now, zone, true)).toEqual([]);
  });

  it("say that readers have never seen it", () => {
    expect(labels({})).toEqual(["Draft"]);
  });

  it("tell a live story from one whose draft went on", () => {
    expect(labels({ publication: live })).toEqual(["Live"]);
    expect(labels({ publication: live, hasUnpublishedChanges: true })).toEqual(["Live · edited"]);
  });

  it("do not call live what an embargo hides from readers", () => {
    const hidden = { publication: live, embargoUntil: at };
    const until = "Embargo until 24 Nov, 18:00 Bishkek · 12:00 UTC";
    expect(labels(hidden)).toEqual(["Hidden", until]);
    expect(labels({ ...hidden, hasUnpublishedChanges: true })).toEqual(["Hidden · edited", until]);
  });

  it("show a plan in both times, in place of the draft", () => {
    expect(labels({ plan: { verb: "publish", at, zone, failure: null } })).toEqual([
      "Planned 24 Nov, 18:00 Bishkek · 12:00 UTC",
    ]);
    // The newsroom has moved since.
    expect(labels({ plan: { verb: "publish", at, zone: "America/New_York", failure: null } })).toEqual([
      "Planned 24 Nov, 18:00 Bishkek · 12:00 UTC (chosen as 24 Nov, 07:00 New York)",
    ]);
    expect(labels({ plan: { verb: "publish", at, zone: "Asia/Almaty", failure: null } })).toEqual([
      expect.stringContaining("Planned 24 Nov, 18:00 Bishkek"),
    ]);
    expect(labels({ plan: { verb: "publish", at, zone, failure: "On hold." } })).toEqual(["Plan failed"]);
    expect(labels({ goingLive: { verb: "publish", at, zone, failure: null } })).toEqual(["Going live"]);
    expect(labels({ publication: live, withdrawal: { verb: "withdraw", at, zone, failure: null } })).toEqual([
      "Live",
      "Withdrawal planned 24 Nov, 18:00 Bishkek · 12:00 UTC",
    ]);
  });

  it.each([
    ["unpublished", "Withdrawn"],
    ["killed", "Killed"],
    ["legal", "Killed · legal"],
  ] as const)("name a withdrawal by its how: %s", (how, label) => {
    expect(labels({ publication: { state: "withdrawn", at: now, how, reason: "Duplicate" } })).toEqual([label]);
  });

  it("say what is urgent, what went back and what waits for legal, and are quiet about the rest", () => {
    expect(labels({ priority: "urgent", returned: { reason: "Who says so?", by: "Timur", at } })).toEqual([
      "Draft",
      "Urgent",
      "Returned",
    ]);
    expect(labels({ legal: { status: "required", by: "Timur" } })).toEqual(["Draft", "With legal"]);
    expect(labels({ legal: { status: "cleared", by: "Timur" }, priority: "low" })).toEqual(["Draft", "Low"]);
  });

  it("name what stands against publication, and no embargo that is over", () => {
    expect(labels({ heldBecause: "Waiting for the lawyer", embargoUntil: at, confidential: true })).toEqual([
      "Draft",
      "On hold",
      "Embargo until 24 Nov, 18:00 Bishkek · 12:00 UTC",
      "Confidential",
    ]);
    expect(labels({ embargoUntil: now })).toEqual(["Draft"]);
  });
});
