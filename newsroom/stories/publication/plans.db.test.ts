import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { cancelPlan } from "../commands/cancel-plan.ts";
import { changeStory } from "../commands/change-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { deskStories } from "../story-lists.ts";
import { aNewsroom, aPerson, aStory, theProgram, typed, writeColumns } from "../testing.ts";
import { publicationAlarms } from "./alarm-queries.ts";
import { carryOutDuePlans, nextPlanAt } from "./due-plans.ts";
import { notePlanFailure } from "./failed-plans.ts";
import { openPlan } from "./plans.ts";
import { overduePlans, reportOverduePlans } from "./watch-plans.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const inAnHour = () => new Date(Date.now() + 3_600_000);
const planned = async (headline: string, at = inAnHour()) => {
  const draft = await aStory({ headline });
  const plan = await planPublication(editor, { ...draft, at: at.toISOString(), zone: "Asia/Bishkek" });
  return { ...draft, ...plan, at, slug: (await deskStory(editor, draft.storyId)).slug };
};

describe("a planned publication", () => {
  it("goes live at its instant and not before, with the text as it was planned", async () => {
    const { storyId, slug, at } = await planned("Ice breaks on Song-Kul");
    await typed(storyId, "Typed after the plan was made.");
    expect(await carryOutDuePlans(new Date(at.getTime() - 1))).toBe(0);
    expect(await publishedStory(slug)).toBeNull();
    expect(await carryOutDuePlans(at)).toBe(1);
    const story = await publishedStory(slug);
    expect(story && plainText(story.body)).toBe("Lorries wait.");
    expect(await deskStory(editor, storyId)).toMatchObject({ plan: null, hasUnpublishedChanges: true });
    expect(await carryOutDuePlans(at)).toBe(0);
  });

  it("happens once, with as many hands as there are", async () => {
    const at = inAnHour();
    const stories = await Promise.all(Array.from({ length: 12 }, (_, n) => planned(`Due together ${n}`, at)));
    const live = await Promise.all([1, 2, 3, 4].map(() => carryOutDuePlans(at)));
    let sum = live.reduce((one, other) => one + other, 0);
    while (sum < stories.length) {
      const more = await carryOutDuePlans(at);
      expect(more).toBeGreaterThan(0);
      sum += more;
    }
    expect(sum).toBe(12);
    const events = await deskDb().event.groupBy({
      by: ["subject"],
      where: { type: "story.published", subject: { in: stories.map(({ storyId }) => storyId) } },
      _count: true,
    });
    expect(events.map(({ _count }) => _count)).toEqual(Array.from({ length: 12 }, () => 1));
  });

  it("that cannot be carried out does not hold up the others, and is shown", async () => {
    const at = inAnHour();
    const [held, fine] = [await planned("On hold by then", at), await planned("Not on hold", at)];
    await deskDb().story.update({ where: { id: held.storyId }, data: { heldBecause: "a call from the lawyer" } });
    expect(await carryOutDuePlans(at)).toBe(1);
    expect(await publishedStory(fine.slug)).not.toBeNull();
    expect(await publishedStory(held.slug)).toBeNull();
    expect(await deskDb().plan.findUniqueOrThrow({ where: { id: held.planId } })).toMatchObject({
      failedAt: at,
      doneAt: null,
      failure: expect.stringContaining("a call from the lawyer"),
    });
    // The desk shows it until somebody decides anew.
    const shown = await deskStory(editor, held.storyId);
    expect(shown.plan).toMatchObject({ id: held.planId, failure: expect.stringContaining("a call from the lawyer") });
    await cancelPlan(editor, { planId: held.planId });
    expect((await deskStory(editor, held.storyId)).plan).toBeNull();
    expect(await deskDb().event.count({ where: { subject: held.storyId, type: "plan.failed" } })).toBe(1);
  });

  it("that broke is tried again, later each time, and given up in the end; the next story is not held up", async () => {
    const at = inAnHour();
    const broken = await planned("Its revision is broken", at);
    const { revisionId } = await deskDb().plan.findUniqueOrThrow({ where: { id: broken.planId } });
    await writeColumns(revisionId, {});
    const fine = await planned("Nothing is wrong with it", at);
    const tries: number[] = [];
    for (let ms = 0; ms <= 60_000; ms += 500) {
      const now = new Date(at.getTime() + ms);
      const live = await carryOutDuePlans(now);
      expect(live).toBe(ms === 0 ? 1 : 0);
      const plan = await deskDb().plan.findUniqueOrThrow({ where: { id: broken.planId } });
      if (plan.tries > tries.length) tries.push(ms);
    }
    expect(await publishedStory(fine.slug)).not.toBeNull();
    expect(tries).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000]);
    expect((await deskStory(editor, broken.storyId)).plan?.failure).toBe("Something broke while publishing.");
  });

  it("that was cancelled before its failure was noted has not failed, and nobody is alarmed", async () => {
    const { planId, storyId } = await planned("Cancelled in between");
    await cancelPlan(editor, { planId });
    await notePlanFailure(theProgram, { planId, words: "On hold.", isFinal: true });
    expect(await deskDb().plan.findUniqueOrThrow({ where: { id: planId } })).toMatchObject({
      failedAt: null,
      failure: null,
      tries: 0,
    });
    expect(await deskDb().event.count({ where: { subject: storyId, type: "plan.failed" } })).toBe(0);
  });

  it("is reported as overdue once it is five seconds late", async () => {
    const at = inAnHour();
    const { planId } = await planned("Nobody carries it out", at);
    const late = async (ms: number) => (await overduePlans(new Date(at.getTime() + ms))).map(({ id }) => id);
    expect(await late(5_000)).not.toContain(planId);
    expect(await late(5_001)).toContain(planId);
    expect(await nextPlanAt()).toEqual(
      (await deskDb().plan.aggregate({ where: openPlan, _min: { at: true } }))._min.at,
    );
    await carryOutDuePlans(new Date(at.getTime() + 60_000));
    expect(await late(70_000)).not.toContain(planId);
  });

  it("that nobody tries is told once, to who planned it and to the editors; one that is tried again in a moment is not", async () => {
    const at = inAnHour();
    const [untried, retried] = [await planned("Nobody tries it", at), await planned("It is tried again", at)];
    const late = (seconds: number) => new Date(at.getTime() + seconds * 1000);
    await deskDb().plan.update({ where: { id: retried.planId }, data: { tries: 4, nextTryAt: late(15) } });
    const told = async () => {
      const cause = { startsWith: "plan.overdue:" };
      const rows = await deskDb().notification.findMany({ where: { staffId: editor.id, kind: "trouble", cause } });
      return rows.map(({ storyId }) => storyId);
    };
    await reportOverduePlans(late(14));
    expect(await told()).toEqual([]);
    await Promise.all([reportOverduePlans(late(16)), reportOverduePlans(late(16))]);
    await reportOverduePlans(late(26));
    expect(await told()).toEqual([untried.storyId]);
    expect(await deskDb().event.count({ where: { type: "plan.overdue" } })).toBe(1);
    await carryOutDuePlans(late(30));
  });

  it("carried out late says when it really went live", async () => {
    const { slug, at } = await planned("The program was down");
    const really = new Date(at.getTime() + 3_600_000);
    await carryOutDuePlans(really);
    expect(await publishedStory(slug)).toMatchObject({ publishedAt: really });
  });

  it("stands in the list of what is planned: what failed first, then what is due next", async () => {
    const search = `Agenda${Date.now()}`;
    const [soon, later] = [inAnHour(), new Date(Date.now() + 7_200_000)];
    const third = await planned(`${search} third`, later);
    const second = await planned(`${search} second`, soon);
    const first = await planned(`${search} first`, new Date(Date.now() + 60_000));
    await deskDb().plan.update({ where: { id: first.planId }, data: { failedAt: new Date(), failure: "On hold." } });
    const listed = (cursor?: string) =>
      deskStories(editor, { publication: "planned", search, limit: 2, ...(cursor && { cursor }) });
    const { stories, next } = await listed();
    expect(stories.map(({ id }) => id)).toEqual([first.storyId, second.storyId]);
    const rest = await listed(next ?? "");
    expect(rest.stories.map(({ id }) => id)).toEqual([third.storyId]);
    expect(rest.next).toBeNull();
    const alarms = await publicationAlarms(editor, new Date(Date.now() + 120_000));
    expect(alarms.filter(({ storyId }) => storyId === first.storyId)).toMatchObject([
      { kind: "plan failed", verb: "publish", why: "On hold." },
    ]);
    expect(await publicationAlarms(await aPerson("author"), new Date(Date.now() + 120_000))).toEqual([]);
    for (const { planId } of [first, second, third]) await cancelPlan(editor, { planId });
  });

  it("is replaced by a newer one, and cancelled by hand, by publishing now and by a kill", async () => {
    const first = await planned("Planned twice");
    const second = await planPublication(editor, {
      storyId: first.storyId,
      version: first.version,
      seq: 0,
      at: inAnHour().toISOString(),
      zone: "UTC",
    });
    expect((await deskStory(editor, first.storyId)).plan?.id).toBe(second.planId);
    await expect(cancelPlan(editor, { planId: first.planId })).rejects.toMatchObject({ fault: "conflict" });
    const { version } = await cancelPlan(editor, { planId: second.planId });
    expect((await deskStory(editor, first.storyId)).plan).toBeNull();

    const third = await planPublication(editor, {
      storyId: first.storyId,
      version,
      seq: 0,
      at: inAnHour().toISOString(),
      zone: "UTC",
    });
    const live = await publishStory(editor, { storyId: first.storyId, version: third.version, seq: 0 });
    expect((await deskStory(editor, first.storyId)).plan).toBeNull();

    const update = await planPublication(editor, {
      storyId: first.storyId,
      version: live.version,
      seq: 0,
      at: inAnHour().toISOString(),
      zone: "UTC",
    });
    expect((await deskStory(editor, first.storyId)).plan?.verb).toBe("update");
    await killStory(editor, { storyId: first.storyId, version: update.version, reason: "False." });
    expect(await carryOutDuePlans(new Date(Date.now() + 7_200_000))).toBe(0);
  });

  it("is refused in the past, before the embargo ends, and by those who may not", async () => {
    const draft = await aStory({ headline: "Too early" });
    const plan = (at: Date, actor = editor, version = draft.version) =>
      planPublication(actor, { ...draft, version, at: at.toISOString(), zone: "Asia/Bishkek" });
    await expect(plan(new Date(Date.now() - 1_000))).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "at" }],
    });
    await expect(plan(inAnHour(), await aPerson("author"))).rejects.toMatchObject({ fault: "forbidden" });
    const until = new Date(Date.now() + 7_200_000);
    const { version } = await setEmbargo(editor, { storyId: draft.storyId, version: 1, until: until.toISOString() });
    await expect(plan(inAnHour(), editor, version)).rejects.toMatchObject({ fault: "conflict" });
    const made = await plan(until, editor, version);
    await expect(
      setEmbargo(editor, {
        storyId: draft.storyId,
        version: made.version,
        until: new Date(until.getTime() + 1).toISOString(),
      }),
    ).rejects.toMatchObject({ fault: "conflict" });
  });

  it("has its address from then on: nobody changes it under the plan", async () => {
    const { storyId, version, at, slug, planId } = await planned("The address is promised");
    for (const changes of [{ slug: "another-address" }, { language: "ky" }])
      await expect(changeStory(editor, { storyId, version, changes })).rejects.toMatchObject({ fault: "invalid" });
    await changeStory(editor, { storyId, version, changes: { slug } });
    await cancelPlan(editor, { planId });
    await changeStory(editor, { storyId, version: version + 2, changes: { slug: "free-again" } });
    expect(await carryOutDuePlans(at)).toBe(0);
  });

  it("keeps its columns as they stood", async () => {
    const { storyId, version, at, slug } = await planned("Columns are pinned");
    await changeStory(editor, { storyId, version, changes: { dateline: "Osh" } });
    await carryOutDuePlans(at);
    expect((await publishedStory(slug))?.dateline).toBeNull();
  });
});
