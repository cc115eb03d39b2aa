import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { ownNotifications } from "../../notifications/queries.ts";
import { cancelPlan } from "../commands/cancel-plan.ts";
import { confideStory } from "../commands/confide-story.ts";
import { correctStory } from "../commands/correct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { planWithdrawal } from "../commands/plan-withdrawal.ts";
import { publishFromDesk } from "../commands/publish-from-desk.ts";
import { publishStory } from "../commands/publish-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { spikeStory } from "../commands/spike-story.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory } from "../testing.ts";
import { carryOutDuePlans } from "./due-plans.ts";
import { openPlan } from "./plans.ts";

let planner: StaffActor;
let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
});
beforeEach(async () => {
  await deskDb().plan.updateMany({ where: openPlan, data: { cancelledAt: new Date() } });
  planner = await aPerson("editor", "Aigul");
  editor = await aPerson("editor", "Timur");
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const zone = "Asia/Bishkek";

/** A live story whose update, and whose withdrawal after it, Aigul has planned. */
async function aPlannedUpdate(headline: string) {
  const draft = await aStory({ headline });
  const { version } = await publishStory(editor, draft);
  const update = await planPublication(planner, { ...draft, version, at: inHours(1), zone });
  const end = await planWithdrawal(planner, { ...draft, version: update.version, at: inHours(2), zone });
  return { ...draft, version: end.version, updateId: update.planId, withdrawalId: end.planId };
}

const cancelledOf = async (storyId: string) =>
  (
    await deskDb().event.findMany({
      where: { subject: storyId, type: "plan.cancelled" },
      orderBy: { position: "asc" },
      select: { payload: true },
    })
  ).map(({ payload }) => payload);
const told = async (person: StaffActor) =>
  (await ownNotifications(person)).notifications.map(({ kind, words }) => [kind, words]);
const cancelled = ["plan", "Timur cancelled your plan for"];

describe("a plan that something else cancels", () => {
  it("stands in the history, and whoever made it is told: publishing", async () => {
    const { updateId, withdrawalId: _, ...story } = await aPlannedUpdate("Published over a plan");
    await publishStory(editor, story);
    expect(await cancelledOf(story.storyId)).toEqual([{ planId: updateId, because: "published" }]);
    expect(await told(planner)).toEqual([cancelled]);
    // What ends it stays.
    expect((await deskStory(editor, story.storyId)).withdrawal).toMatchObject({ by: "Aigul" });
  });

  it("correcting", async () => {
    const { updateId, withdrawalId: _, ...story } = await aPlannedUpdate("Corrected over a plan");
    const said = { kind: "correction", note: "It was the other pass.", place: "top", isPublic: true } as const;
    await correctStory(editor, { ...story, ...said });
    expect(await cancelledOf(story.storyId)).toEqual([{ planId: updateId, because: "published" }]);
    expect(await told(planner)).toEqual([cancelled]);
  });

  it.each([
    ["unpublish", (at: { storyId: string; version: number }) => unpublishStory(editor, at)],
    ["kill", (at: { storyId: string; version: number }) => killStory(editor, { ...at, reason: "False." })],
    ["retract", (at: { storyId: string; version: number }) => retractStory(editor, { ...at, notice: "It was false." })],
  ])("and every one of them with %s", async (how, take) => {
    const { storyId, version, updateId, withdrawalId } = await aPlannedUpdate(`Taken by ${how}`);
    await take({ storyId, version });
    const events = await cancelledOf(storyId);
    expect(events).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining([updateId, withdrawalId].map((planId) => ({ planId, because: "withdrawn" }))),
    );
    expect(await told(planner)).toEqual([cancelled, cancelled]);
  });

  it("by spiking", async () => {
    const draft = await aStory({ headline: "Spiked with its plan" });
    const { planId, version } = await planPublication(planner, { ...draft, at: inHours(1), zone });
    await spikeStory(editor, { storyId: draft.storyId, version, reason: "Old." });
    expect(await cancelledOf(draft.storyId)).toEqual([{ planId, because: "spiked" }]);
  });

  it("a withdrawal, by cancelling the publication that it waits for", async () => {
    const draft = await aStory({ headline: "Neither comes nor goes" });
    const { planId, version } = await planPublication(editor, { ...draft, at: inHours(1), zone });
    const end = await planWithdrawal(planner, { ...draft, version, at: inHours(2), zone });
    await cancelPlan(editor, { planId });
    expect(await cancelledOf(draft.storyId)).toEqual([{ planId }, { planId: end.planId, because: "unplanned" }]);
    expect(await told(planner)).toEqual([cancelled]);
  });

  it("by another plan in its place", async () => {
    const { updateId, withdrawalId: _, ...story } = await aPlannedUpdate("Planned anew");
    await planPublication(editor, { ...story, at: inHours(1.5), zone });
    expect(await cancelledOf(story.storyId)).toEqual([{ planId: updateId, because: "replaced" }]);
    expect(await told(planner)).toEqual([cancelled]);
  });

  it("once the undo window is over, in the name of who published; nobody is told of their own", async () => {
    const { updateId, withdrawalId: _, ...story } = await aPlannedUpdate("Published at the desk");
    await publishFromDesk(editor, story);
    expect(await cancelledOf(story.storyId)).toEqual([]);
    await carryOutDuePlans(new Date(Date.now() + 60_000));
    expect(await cancelledOf(story.storyId)).toEqual([
      { planId: updateId, because: "published", plannedBy: editor.id },
    ]);
    expect(await told(planner)).toEqual([cancelled]);

    const own = await aStory({ headline: "Their own plan" });
    const planned = await planPublication(editor, { ...own, at: inHours(1), zone });
    await publishFromDesk(editor, { ...own, version: planned.version });
    await carryOutDuePlans(new Date(Date.now() + 60_000));
    expect(await told(editor)).toEqual([]);
  });

  it("of a story that they may not read any more is not told", async () => {
    const { updateId: _u, withdrawalId: _w, storyId, version, seq } = await aPlannedUpdate("Closed since");
    const closed = await confideStory(editor, { storyId, version, confidential: true, circle: [editor.id] });
    await publishStory(editor, { storyId, version: closed.version, seq });
    expect(await told(planner)).toEqual([]);
  });
});
