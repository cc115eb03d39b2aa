import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { cancelPlan } from "../commands/cancel-plan.ts";
import { correctStory } from "../commands/correct-story.ts";
import { holdStory } from "../commands/hold-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { planCorrection } from "../commands/plan-correction.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, typed } from "../testing.ts";
import { carryOutDuePlans } from "./due-plans.ts";
import { openPlan } from "./plans.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});
// What one test planned is not due in the next.
beforeEach(() => deskDb().plan.updateMany({ where: openPlan, data: { cancelledAt: new Date() } }));

const at = new Date(Date.now() + 3_600_000);
const inAnHour = { at: at.toISOString(), zone: "Asia/Bishkek" };
const told = { kind: "correction" as const, note: "It was the Naryn.", place: "bottom" as const, isPublic: true };

/** Live, with words at the desk that readers have not seen. */
async function wrong(headline: string) {
  const draft = await aStory({ headline });
  const { version, address } = await publishStory(editor, draft);
  const { seq } = await typed(draft.storyId, "It is the Naryn.");
  return { storyId: draft.storyId, version, seq, slug: address.replace(/.*\/stories\//, "") };
}

async function planned(headline: string, how: Partial<Parameters<typeof planCorrection>[1]> = {}) {
  const { slug, ...story } = await wrong(headline);
  const plan = await planCorrection(editor, { ...story, ...told, ...inAnHour, ...how });
  return { ...story, ...plan, slug };
}

const eventsOf = async (storyId: string) =>
  (await deskDb().event.findMany({ where: { subject: storyId }, orderBy: { position: "asc" } })).map(
    ({ type }) => type,
  );
const failureOf = async (planId: string) =>
  (await deskDb().plan.findUniqueOrThrow({ where: { id: planId } })).failure ?? "";

describe("a planned correction", () => {
  it("goes out at its instant and not before, once, as it was planned, and readers are told", async () => {
    const { storyId, slug } = await planned("The wrong river");
    await typed(storyId, "Typed after the plan was made.");
    expect(await deskStory(editor, storyId)).toMatchObject({ plan: { verb: "correct", at }, correction: told });
    expect(await carryOutDuePlans(new Date(at.getTime() - 1))).toBe(0);
    expect(await publishedStory(slug)).toMatchObject({ notes: [], changes: [] });
    const carried = await Promise.all([1, 2, 3].map(() => carryOutDuePlans(at)));
    expect(carried.toSorted()).toEqual([0, 0, 1]);
    const story = await publishedStory(slug);
    expect(story).toMatchObject({
      updatedAt: at,
      notes: [{ kind: "correction", note: "It was the Naryn.", place: "bottom", at }],
      changes: [{ kind: "correction", difference: { words: { added: 4, removed: 0 } } }],
    });
    expect(story && plainText(story.body)).not.toContain("Typed after");
    expect(await deskStory(editor, storyId)).toMatchObject({
      plan: null,
      correction: null,
      hasUnpublishedChanges: true,
    });
    expect((await eventsOf(storyId)).filter((type) => type === "story.corrected")).toHaveLength(1);
  });

  it("of a typo, without a difference, says nothing and leaves the date that readers see", async () => {
    const { slug } = await planned("A slip", { kind: "typo", note: "", isPublic: false });
    await carryOutDuePlans(at);
    const story = await publishedStory(slug);
    expect(story).toMatchObject({ updatedAt: null, notes: [], changes: [] });
    expect(story && plainText(story.body)).toContain("It is the Naryn.");
  });

  it("says nothing of its note in its events", async () => {
    const { storyId } = await planned("Quiet note", { note: "Secretive words" });
    const events = await deskDb().event.findMany({ where: { subject: storyId } });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain("Secretive");
  });

  it("is taken back by hand, and by a kill", async () => {
    const cancelled = await planned("Cancelled in time");
    await cancelPlan(editor, { planId: cancelled.planId });
    expect(await deskStory(editor, cancelled.storyId)).toMatchObject({ plan: null, correction: null });
    const killed = await planned("Killed before");
    await killStory(editor, { storyId: killed.storyId, version: killed.version, reason: "False." });
    expect(await carryOutDuePlans(at)).toBe(0);
    expect(await publishedStory(cancelled.slug)).toMatchObject({ notes: [], changes: [] });
    expect(await eventsOf(cancelled.storyId)).not.toContain("story.corrected");
  });

  it("planned anew says what the newer plan says", async () => {
    const { storyId, version, seq, slug } = await planned("Planned twice");
    await planCorrection(editor, { storyId, version, seq, ...told, ...inAnHour, note: "It was the Chu." });
    expect((await deskStory(editor, storyId)).correction?.note).toBe("It was the Chu.");
    expect(await carryOutDuePlans(at)).toBe(1);
    expect((await publishedStory(slug))?.notes.map(({ note }) => note)).toEqual(["It was the Chu."]);
  });

  it("takes the place of a planned update; no planned update takes its place", async () => {
    const { storyId, version, seq, slug } = await wrong("First an update");
    const update = await planPublication(editor, { storyId, version, seq, ...inAnHour });
    const plan = await planCorrection(editor, { storyId, version: update.version, seq, ...told, ...inAnHour });
    expect((await deskStory(editor, storyId)).plan?.id).toBe(plan.planId);
    await expect(planPublication(editor, { storyId, version: plan.version, seq, ...inAnHour })).rejects.toMatchObject({
      fault: "conflict",
      message: expect.stringContaining("A correction of this story is planned"),
    });
    expect(await carryOutDuePlans(at)).toBe(1);
    expect(await publishedStory(slug)).toMatchObject({ notes: [{ note: "It was the Naryn." }] });
  });

  it.each([
    ["an update", publishStory, {}],
    ["a correction", correctStory, told],
  ] as const)("is over when %s is published by hand: older words do not come back", async (_what, verb, how) => {
    const { storyId, version, seq, slug } = await planned(`By hand before, ${_what}`);
    const newest = await typed(storyId, "Newer words.");
    expect(newest.seq).toBe(seq + 1);
    await verb(editor, { storyId, version, seq: newest.seq, ...told, ...how });
    expect((await deskStory(editor, storyId)).plan).toBeNull();
    expect(await carryOutDuePlans(at)).toBe(0);
    const story = await publishedStory(slug);
    expect(story && plainText(story.body)).toContain("Newer words.");
  });

  it("is refused in the past, before an embargo ends, on an older version or text, and of what is not live", async () => {
    const { storyId, version, seq } = await wrong("Too early");
    const plan = (how: object) => planCorrection(editor, { storyId, version, seq, ...told, ...inAnHour, ...how });
    await expect(plan({ at: new Date(Date.now() - 1_000).toISOString() })).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "at" }],
    });
    await expect(plan({ note: " " })).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "note" }] });
    await expect(plan({ version: version - 1 })).rejects.toMatchObject({ fault: "conflict" });
    await expect(plan({ seq: seq - 1 })).rejects.toMatchObject({ fault: "conflict" });
    const until = new Date(at.getTime() + 1).toISOString();
    const embargoed = await setEmbargo(editor, { storyId, version, until });
    await expect(plan({ version: embargoed.version })).rejects.toMatchObject({
      message: expect.stringContaining("under embargo"),
    });
    await plan({ version: embargoed.version, at: until });
    const draft = await aStory();
    await expect(planCorrection(editor, { ...draft, ...told, ...inAnHour })).rejects.toMatchObject({
      fault: "conflict",
      message: expect.stringContaining("not live"),
    });
  });

  it("is for those who may correct and plan", async () => {
    const { storyId, version, seq } = await wrong("Not by everybody");
    const input = { storyId, version, seq, ...told, ...inAnHour };
    await expect(planCorrection(await aPerson("author"), input)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(planCorrection(await aPerson("contributor"), input)).rejects.toMatchObject({ fault: "notFound" });
    await planCorrection(await aPerson("admin"), input);
  });

  it("that may not go out at its instant waits for a person, and readers keep what they have", async () => {
    const { storyId, version, planId, slug } = await planned("On hold by then");
    await holdStory(editor, { storyId, version, reason: "The source calls back." });
    expect(await carryOutDuePlans(at)).toBe(0);
    expect(await failureOf(planId)).toContain("The source calls back.");
    expect(await publishedStory(slug)).toMatchObject({ notes: [], changes: [] });
    expect(await deskStory(editor, storyId)).toMatchObject({
      plan: { verb: "correct", failure: expect.stringContaining("The source calls back.") },
      correction: told,
    });
  });

  it("never goes out without what readers were to be told: the rows keep it, and the instant looks again", async () => {
    const { storyId, planId, slug } = await planned("Its note is gone");
    const { revisionId } = await deskDb().plan.findUniqueOrThrow({ where: { id: planId } });
    const where = { revisionId: revisionId ?? "" };
    await expect(deskDb().publishedChange.update({ where, data: { note: null, place: null } })).rejects.toThrow(
      "PublishedChange_says_what_was_wrong",
    );
    await deskDb().publishedChange.delete({ where });
    expect(await carryOutDuePlans(at)).toBe(0);
    expect(await failureOf(planId)).toContain("What readers were to be told");
    const story = await publishedStory(slug);
    expect(story && plainText(story.body)).not.toContain("It is the Naryn.");
    expect(await eventsOf(storyId)).not.toContain("story.updated");
  });
});
