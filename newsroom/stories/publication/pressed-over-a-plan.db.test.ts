import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { ownNotifications } from "../../notifications/queries.ts";
import { cancelPlan } from "../commands/cancel-plan.ts";
import { correctFromDesk } from "../commands/correct-from-desk.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { planWithdrawal } from "../commands/plan-withdrawal.ts";
import { publishFromDesk } from "../commands/publish-from-desk.ts";
import { publishStory } from "../commands/publish-story.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, typed, writeColumns } from "../testing.ts";
import { publicationAlarms } from "./alarm-queries.ts";
import { carryOutDuePlans, nextPlanAt } from "./due-plans.ts";
import { openPlan } from "./plans.ts";
import { overduePlans, reportOverduePlans } from "./watch-plans.ts";

let planner: StaffActor;
let presser: StaffActor;
beforeAll(async () => {
  await aNewsroom();
});
beforeEach(async () => {
  await windowOf(10);
  await deskDb().plan.updateMany({ where: openPlan, data: { cancelledAt: new Date() } });
  planner = await aPerson("editor", "Aigul");
  presser = await aPerson("editor", "Timur");
});

const windowOf = (undoWindowSeconds: number) =>
  deskDb().newsroom.update({ where: { id: 1 }, data: { undoWindowSeconds } });
const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const inSeconds = (seconds: number) => ({ at: later(seconds).toISOString(), zone: "UTC" });

/** Planned a while ago for five seconds from now, and typed in since. */
async function planned(headline: string, { isLive = false } = {}) {
  const draft = await aStory({ headline });
  if (isLive) draft.version = (await publishStory(planner, draft, { now: later(-600) })).version;
  const { version, planId } = await planPublication(planner, { ...draft, ...inSeconds(5) }, { now: later(-60) });
  const { seq } = await typed(draft.storyId, "The newest words.");
  return { storyId: draft.storyId, version, seq, planId };
}
const press = async (headline: string) => {
  const { planId, ...story } = await planned(headline);
  const { version } = await publishFromDesk(presser, story, { now });
  const { goingLive } = await deskStory(presser, story.storyId);
  return { ...story, version, planId, pressId: goingLive?.id ?? "" };
};
const readersHave = async (storyId: string) => {
  const story = await publishedStory((await deskStory(presser, storyId)).slug);
  return story && plainText(story.body);
};
const told = async (person: StaffActor) =>
  (await ownNotifications(person)).notifications.map(({ kind, words }) => [kind, words]);

describe("a plan whose time comes while a newer press counts down", () => {
  it("is passed by: readers get what was pressed last, and the plan is over", async () => {
    const { storyId, planId } = await press("Pressed just before its plan");
    expect(await carryOutDuePlans(later(9.999))).toBe(0);
    expect(await readersHave(storyId)).toBeNull();
    expect(await carryOutDuePlans(later(10))).toBe(1);
    expect(await readersHave(storyId)).toContain("The newest words.");
    expect(await carryOutDuePlans(later(60))).toBe(0);
    const events = await deskDb().event.findMany({ where: { subject: storyId, type: "plan.cancelled" } });
    expect(events).toMatchObject([{ payload: { planId, because: "published", plannedBy: presser.id } }]);
    expect(await told(planner)).toEqual([["plan", "Timur cancelled your plan for"]]);
  });

  it("takes no correction from readers, nor what is said with it", async () => {
    const { planId: _, ...story } = await planned("A correction is not lost", { isLive: true });
    const said = { kind: "correction", note: "It was the Naryn.", place: "top", isPublic: true } as const;
    await correctFromDesk(presser, { ...story, ...said }, { now });
    expect(await carryOutDuePlans(later(5))).toBe(0);
    expect(await carryOutDuePlans(later(10))).toBe(1);
    const { slug } = await deskStory(presser, story.storyId);
    expect(await publishedStory(slug)).toMatchObject({ notes: [{ note: "It was the Naryn." }] });
  });

  it("is neither awaited nor overdue, and alarms nobody", async () => {
    await windowOf(60);
    const { storyId, planId, pressId } = await press("Nobody waits for it");
    expect(await nextPlanAt()).toEqual(later(60));
    expect(await overduePlans(later(59))).toEqual([]);
    expect(await publicationAlarms(planner, later(59))).toEqual([]);
    await reportOverduePlans(later(59));
    expect(await deskDb().event.count({ where: { subject: storyId, type: "plan.overdue" } })).toBe(0);
    await cancelPlan(presser, { planId: pressId }, { now: later(59) });
    expect(await nextPlanAt()).toEqual(later(5));
    expect(await overduePlans(later(59))).toMatchObject([{ id: planId }]);
    expect(await publicationAlarms(planner, later(59))).toMatchObject([{ storyId, kind: "plan overdue" }]);
  });

  it("has its turn at once after Undo", async () => {
    const { storyId, pressId } = await press("Undone after its time");
    await cancelPlan(presser, { planId: pressId }, { now: later(8) });
    expect(await carryOutDuePlans(later(8))).toBe(1);
    expect(await readersHave(storyId)).toBe("Lorries wait.");
  });

  it("is passed by, too, where it waits for its next try", async () => {
    const { planId, ...story } = await planned("Tried again in the window");
    await deskDb().plan.update({ where: { id: planId }, data: { at: later(-10), tries: 4, nextTryAt: later(5) } });
    await publishFromDesk(presser, story, { now });
    expect(await carryOutDuePlans(later(5))).toBe(0);
    expect(await carryOutDuePlans(later(10))).toBe(1);
    expect(await readersHave(story.storyId)).toContain("The newest words.");
  });

  it("is pressed by somebody at the very moment: one of both goes out, and the newest words stay", async () => {
    for (let round = 0; round < 5; round++) {
      const { planId: _, ...story } = await planned(`At the very moment ${round}`);
      const [, pressed] = await Promise.allSettled([
        carryOutDuePlans(later(5)),
        publishFromDesk(presser, story, { now: later(5) }),
      ]);
      await carryOutDuePlans(later(15));
      // Who came too late was refused on the version, not thrown away.
      const words = await readersHave(story.storyId);
      if (pressed.status === "fulfilled") expect(words).toContain("The newest words.");
      else expect([words, pressed.reason.fault]).toEqual(["Lorries wait.", "conflict"]);
    }
  });
});

describe("a withdrawal that is due before the countdown ends", () => {
  it("refuses the press, and cannot be planned into it", async () => {
    const draft = await aStory({ headline: "Gone before it comes" });
    const { version } = await publishStory(planner, draft);
    const end = await planWithdrawal(planner, { storyId: draft.storyId, version, ...inSeconds(10) }, { now });
    const publish = (at: Date) => publishFromDesk(presser, { ...draft, version: end.version }, { now: at });
    await expect(publish(now)).rejects.toMatchObject({ message: /cannot be published after that/ });

    const fresh = await press("Withdrawn in the window");
    const withdrawn = planWithdrawal(planner, { ...fresh, ...inSeconds(9) }, { now });
    await expect(withdrawn).rejects.toMatchObject({ message: /cannot be withdrawn before that/ });
  });

  it("ends a press that broke and is tried again; its presser is told, since nobody saw it", async () => {
    const draft = await aStory({ headline: "Broken, then withdrawn" });
    const live = await publishStory(planner, draft, { now: later(-60) });
    const end = await planWithdrawal(planner, { ...draft, version: live.version, ...inSeconds(12) }, { now });
    const { revisionId } = await publishFromDesk(presser, { ...draft, version: end.version }, { now });
    await writeColumns(revisionId, {});
    expect(await carryOutDuePlans(later(11.5))).toBe(0);
    expect(await carryOutDuePlans(later(12))).toBe(1);
    expect(await carryOutDuePlans(later(60))).toBe(0);
    expect(await told(presser)).toEqual([["plan", "Aigul cancelled your plan for"]]);
  });
});
