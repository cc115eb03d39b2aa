import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { cancelPlan } from "../commands/cancel-plan.ts";
import { correctFromDesk } from "../commands/correct-from-desk.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishFromDesk } from "../commands/publish-from-desk.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
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
beforeEach(async () => {
  await windowOf(10);
  // What one test left to count down is not due in the next.
  await deskDb().plan.updateMany({ where: openPlan, data: { cancelledAt: new Date() } });
});

const windowOf = (undoWindowSeconds: number) =>
  deskDb().newsroom.update({ where: { id: 1 }, data: { undoWindowSeconds } });

const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const inAnHour = { at: later(3600).toISOString(), zone: "Asia/Bishkek" };

async function pressed(headline: string) {
  const draft = await aStory({ headline });
  const { version } = await publishFromDesk(editor, draft, { now });
  const { goingLive, slug } = await deskStory(editor, draft.storyId);
  return { ...draft, version, slug, planId: goingLive?.id ?? "" };
}

describe("Publish at the desk", () => {
  it("waits for the undo window, then readers get what the publisher saw, and the desk has no changes", async () => {
    const { storyId, slug } = await pressed("Snow on the Too-Ashuu");
    expect(await carryOutDuePlans(later(9.999))).toBe(0);
    expect(await publishedStory(slug)).toBeNull();
    expect(await carryOutDuePlans(later(10), () => later(10.2))).toBe(1);
    expect(await publishedStory(slug)).toMatchObject({ publishedAt: later(10.2) });
    const shown = await deskStory(editor, storyId);
    expect(shown).toMatchObject({ publication: { state: "live" }, hasUnpublishedChanges: false, goingLive: null });
    const event = await deskDb().event.findFirstOrThrow({ where: { subject: storyId, type: "story.published" } });
    expect(event).toMatchObject({ actorName: "the clock", payload: { plannedBy: editor.id } });
    expect((await deskDb().revision.findFirstOrThrow({ where: { storyId } })).kind).toBe("published");
  });

  it("does not send out what is typed while it counts down", async () => {
    const { storyId, slug } = await pressed("Typed in the window");
    await typed(storyId, "Not for readers yet.");
    await carryOutDuePlans(later(10));
    const story = await publishedStory(slug);
    expect(story && plainText(story.body)).toBe("Lorries wait.");
    expect(await deskStory(editor, storyId)).toMatchObject({ hasUnpublishedChanges: true });
  });

  it("is taken back by Undo, once, and not when it is too late", async () => {
    const undone = await pressed("Undone in time");
    await cancelPlan(editor, { planId: undone.planId });
    await expect(cancelPlan(editor, { planId: undone.planId })).rejects.toMatchObject({ fault: "conflict" });
    const late = await pressed("Undone too late");
    expect(await carryOutDuePlans(later(60))).toBe(1);
    await expect(cancelPlan(editor, { planId: late.planId })).rejects.toMatchObject({
      message: "It is too late: this has gone live.",
    });
    expect(await publishedStory(undone.slug)).toBeNull();
  });

  it("leaves what was planned for later where it was when it is taken back", async () => {
    const draft = await aStory({ headline: "Planned, then hurried" });
    const planned = await planPublication(editor, { ...draft, ...inAnHour });
    const { version } = await publishFromDesk(editor, { ...draft, version: planned.version }, { now });
    const { plan, goingLive } = await deskStory(editor, draft.storyId);
    expect(plan?.id).toBe(planned.planId);
    await cancelPlan(editor, { planId: goingLive?.id ?? "" });
    expect((await deskStory(editor, draft.storyId)).plan?.id).toBe(planned.planId);
    await publishFromDesk(editor, { ...draft, version: version + 1 }, { now });
    await carryOutDuePlans(later(10));
    expect((await deskStory(editor, draft.storyId)).plan).toBeNull();
  });

  it("begins anew with a newer Publish; a stale one and a plan in between get a clear answer", async () => {
    const { storyId, seq, version, planId } = await pressed("Published twice");
    await expect(publishFromDesk(editor, { storyId, seq, version: version - 1 })).rejects.toMatchObject({
      fault: "conflict",
    });
    await expect(planPublication(editor, { storyId, seq, version, ...inAnHour })).rejects.toMatchObject({
      message: "This story is about to go live. Please undo that first, or wait the moment.",
    });
    await publishFromDesk(editor, { storyId, seq, version }, { now: later(5) });
    const { goingLive } = await deskStory(editor, storyId);
    expect(goingLive).toMatchObject({ at: later(15) });
    expect(goingLive?.id).not.toBe(planId);
    expect(await carryOutDuePlans(later(10))).toBe(0);
    expect(await carryOutDuePlans(later(15))).toBe(1);
  });

  it("pressed by two at once happens once: the other is told", async () => {
    const draft = await aStory({ headline: "Two editors, one button" });
    const both = await Promise.allSettled([publishFromDesk(editor, draft), publishFromDesk(editor, draft)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await deskDb().plan.count({ where: { storyId: draft.storyId } })).toBe(1);
  });

  it("needs no window where it is off, nor from a program", async () => {
    const program = await aStory({ headline: "From a program" });
    await publishStory(editor, program);
    await windowOf(0);
    const draft = await aStory({ headline: "Off" });
    expect(await publishFromDesk(editor, draft)).toMatchObject({ liveAt: null });
    for (const { storyId } of [program, draft])
      expect(await deskStory(editor, storyId)).toMatchObject({ publication: { state: "live" } });
  });

  it("is over when the story is withdrawn, and refused by those who may not and under an embargo", async () => {
    const { storyId, seq, version, slug } = await pressed("Live, then updated");
    await carryOutDuePlans(later(10));
    const update = await publishFromDesk(editor, { storyId, seq, version: version + 1 }, { now: later(20) });
    expect((await deskStory(editor, storyId)).goingLive?.verb).toBe("update");
    await unpublishStory(editor, { storyId, version: update.version });
    await carryOutDuePlans(later(60));
    expect(await publishedStory(slug)).toBeNull();

    const draft = await aStory({ headline: "Not yet" });
    await expect(publishFromDesk(await aPerson("author"), draft)).rejects.toMatchObject({ fault: "forbidden" });
    const { version: promised } = await setEmbargo(editor, {
      storyId: draft.storyId,
      version: draft.version,
      until: later(3600).toISOString(),
    });
    await expect(publishFromDesk(editor, { ...draft, version: promised })).rejects.toMatchObject({ fault: "conflict" });
  });
});

describe("Correct at the desk", () => {
  const told = { kind: "correction", note: "It was the Naryn.", place: "top", isPublic: true } as const;

  async function wrong(headline: string) {
    const draft = await aStory({ headline });
    const { version } = await publishStory(editor, draft, { now: later(-60) });
    const { seq } = await typed(draft.storyId, "It is the Naryn.");
    const { slug } = await deskStory(editor, draft.storyId);
    return { storyId: draft.storyId, version, seq, slug };
  }
  async function corrected(headline: string) {
    const { slug, ...story } = await wrong(headline);
    const { version, liveAt } = await correctFromDesk(editor, { ...story, ...told }, { now });
    const { goingLive } = await deskStory(editor, story.storyId);
    return { ...story, version, liveAt, slug, planId: goingLive?.id ?? "" };
  }

  it("waits for the undo window, then readers get the text and its note together, once", async () => {
    const { storyId, slug, liveAt } = await corrected("The wrong river");
    expect(liveAt).toBe(later(10).toISOString());
    await typed(storyId, "Typed while it counts down.");
    expect(await carryOutDuePlans(later(9.999))).toBe(0);
    expect(await publishedStory(slug)).toMatchObject({ notes: [] });
    expect(await carryOutDuePlans(later(10))).toBe(1);
    const story = await publishedStory(slug);
    expect(story).toMatchObject({ notes: [{ note: "It was the Naryn." }], changes: [{ kind: "correction" }] });
    expect(story && plainText(story.body)).not.toContain("Typed while");
    const events = await deskDb().event.findMany({ where: { subject: storyId, type: "story.corrected" } });
    expect(events).toMatchObject([{ payload: { plannedBy: editor.id } }]);
    expect(await deskStory(editor, storyId)).toMatchObject({ goingLive: null, correction: null });
  });

  it("is taken back by Undo, and its note is there for the next time until something is published", async () => {
    const { storyId, version, seq, slug, planId } = await corrected("Taken back");
    await cancelPlan(editor, { planId });
    expect(await carryOutDuePlans(later(60))).toBe(0);
    expect(await publishedStory(slug)).toMatchObject({ notes: [], changes: [] });
    expect(await deskStory(editor, storyId)).toMatchObject({ goingLive: null, correction: told });
    await publishStory(editor, { storyId, version: version + 1, seq });
    expect((await deskStory(editor, storyId)).correction).toBeNull();
  });

  it("gives way to a newer press, whatever that is", async () => {
    const first = await corrected("First a correction");
    await publishFromDesk(editor, first, { now: later(5) });
    expect(await carryOutDuePlans(later(15))).toBe(1);
    expect(await publishedStory(first.slug)).toMatchObject({ notes: [] });

    const other = await wrong("First an update");
    const { version } = await publishFromDesk(editor, other, { now });
    await correctFromDesk(editor, { ...other, ...told, version }, { now: later(5) });
    expect(await deskDb().plan.count({ where: { storyId: other.storyId, cancelledAt: null } })).toBe(1);
    expect(await carryOutDuePlans(later(15))).toBe(1);
    expect(await publishedStory(other.slug)).toMatchObject({ notes: [{ note: "It was the Naryn." }] });
  });

  it("needs no window where it is off, and is refused of what is not live, without a note, and to those who may not", async () => {
    const { slug, ...story } = await wrong("Off for corrections");
    const input = { ...story, ...told };
    await expect(correctFromDesk(editor, { ...input, note: " " })).rejects.toMatchObject({ fault: "invalid" });
    await expect(correctFromDesk(await aPerson("author"), input)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(correctFromDesk(editor, { ...(await aStory()), ...told })).rejects.toMatchObject({
      fault: "conflict",
    });
    await windowOf(0);
    expect(await correctFromDesk(editor, input)).toMatchObject({ liveAt: null });
    expect(await publishedStory(slug)).toMatchObject({ notes: [{ note: "It was the Naryn." }] });
  });
});
