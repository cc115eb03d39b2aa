import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { storyHistory } from "../../history/queries.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import { ownNotifications } from "../../notifications/queries.ts";
import { changeSettings } from "../../settings/commands.ts";
import { newsroomSettings } from "../../settings/queries.ts";
import { cancelPlan } from "../commands/cancel-plan.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { planWithdrawal } from "../commands/plan-withdrawal.ts";
import { publishFromDesk } from "../commands/publish-from-desk.ts";
import { publishStory } from "../commands/publish-story.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, theProgram, writeColumns } from "../testing.ts";
import { publicationAlarms } from "./alarm-queries.ts";
import { carryOutDuePlans } from "./due-plans.ts";
import { openPlan } from "./plans.ts";
import { reportOverduePlans } from "./watch-plans.ts";

let editor: StaffActor;
let presser: StaffActor;
beforeAll(async () => {
  await aNewsroom();
});
beforeEach(async () => {
  await deskDb().plan.updateMany({ where: openPlan, data: { cancelledAt: new Date() } });
  editor = await aPerson("editor", "Aigul");
  presser = await aPerson("editor", "Timur");
});

const now = new Date();
const zone = "Asia/Bishkek";
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
type Draft = Awaited<ReturnType<typeof aStory>>;
const cutFor = async ({ storyId }: Draft) => {
  const { id, columns } = await deskDb().revision.findFirstOrThrow({ where: { storyId, kind: "planned" } });
  return { revisionId: id, columns };
};
const planAt = (minutes: number) => ({ at: at(minutes).toISOString(), zone });

describe("a planned withdrawal", () => {
  it("takes a live story back at its instant, and not before", async () => {
    const draft = await aStory({ headline: "Until midnight only" });
    const { version } = await publishStory(editor, draft);
    await planWithdrawal(editor, { storyId: draft.storyId, version, ...planAt(30) });
    const { slug, withdrawal } = await deskStory(editor, draft.storyId);
    expect(withdrawal).toMatchObject({ verb: "withdraw", at: at(30), zone });
    expect(await carryOutDuePlans(at(29.99))).toBe(0);
    expect(await carryOutDuePlans(at(30))).toBe(1);
    expect(await publishedStory(slug)).toBeNull();
    expect(await deskStory(editor, draft.storyId)).toMatchObject({
      publication: { state: "withdrawn", how: "unpublished" },
      withdrawal: null,
    });
    const event = await deskDb().event.findFirst({ where: { subject: draft.storyId, type: "story.unpublished" } });
    expect(event?.payload).toMatchObject({ plannedBy: editor.id });
  });

  it("follows its own publication, also when both are long due", async () => {
    const draft = await aStory({ headline: "An offer for an hour" });
    const { version } = await planPublication(editor, { ...draft, ...planAt(10) });
    await planWithdrawal(editor, { storyId: draft.storyId, version, ...planAt(20) });
    expect(await carryOutDuePlans(at(600))).toBe(2);
    const types = await deskDb().event.findMany({
      where: { subject: draft.storyId, type: { in: ["story.published", "story.unpublished"] } },
      orderBy: { position: "asc" },
      select: { type: true },
    });
    expect(types.map(({ type }) => type)).toEqual(["story.published", "story.unpublished"]);
  });

  it("is refused before its publication, where there is nothing to withdraw, in the past, stale, and to those who may not", async () => {
    const draft = await aStory({ headline: "Refusals" });
    const plan = (minutes: number, version: number, actor = editor) =>
      planWithdrawal(actor, { storyId: draft.storyId, version, ...planAt(minutes) });
    await expect(plan(5, draft.version)).rejects.toMatchObject({ fault: "conflict", message: /nothing to withdraw/ });
    const { version } = await planPublication(editor, { ...draft, ...planAt(10) });
    await expect(plan(10, version)).rejects.toMatchObject({ fault: "conflict", message: /cannot be withdrawn before/ });
    await expect(plan(-1, version)).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "at" }] });
    await expect(plan(20, version - 1)).rejects.toMatchObject({ fault: "conflict" });
    await expect(plan(20, version, await aPerson("author"))).rejects.toMatchObject({ fault: "forbidden" });
    const made = await plan(20, version);
    await expect(planPublication(editor, { ...draft, version: made.version, ...planAt(30) })).rejects.toMatchObject({
      message: /cannot be published after that/,
    });
  });

  it("falls away when the story is withdrawn by hand", async () => {
    const draft = await aStory({ headline: "By hand" });
    const live = await publishStory(editor, draft);
    const { version } = await planWithdrawal(editor, {
      storyId: draft.storyId,
      version: live.version,
      ...planAt(5),
    });
    await unpublishStory(editor, { storyId: draft.storyId, version });
    expect((await deskStory(editor, draft.storyId)).withdrawal).toBeNull();
    expect(await carryOutDuePlans(at(6))).toBe(0);
  });

  it("falls away with the last plan to publish what it would withdraw", async () => {
    const draft = await aStory({ headline: "To come and go" });
    const plan = await planPublication(editor, { ...draft, ...planAt(10) });
    const { version } = await planWithdrawal(editor, { storyId: draft.storyId, version: plan.version, ...planAt(20) });
    const pressed = await publishFromDesk(editor, { ...draft, version });
    const pressId = (await deskStory(editor, draft.storyId)).goingLive?.id ?? "";
    expect(await cancelPlan(editor, { planId: pressId })).toMatchObject({ withdrawalCancelled: false });
    expect(await cancelPlan(editor, { planId: plan.planId })).toEqual({
      version: pressed.version + 2,
      withdrawalCancelled: true,
    });
    expect(await deskStory(editor, draft.storyId)).toMatchObject({ plan: null, withdrawal: null });
    await carryOutDuePlans(at(60));
    expect(await deskDb().event.count({ where: { subject: draft.storyId, type: "plan.failed" } })).toBe(0);
  });

  it("falls away with a first Publish that is taken back, and stays for a story that is live", async () => {
    const draft = await aStory({ headline: "Taken back" });
    const { version } = await publishFromDesk(editor, draft, { now });
    await planWithdrawal(editor, { storyId: draft.storyId, version, ...planAt(20) }, { now });
    const { goingLive } = await deskStory(editor, draft.storyId);
    expect(await cancelPlan(editor, { planId: goingLive?.id ?? "" })).toMatchObject({ withdrawalCancelled: true });

    const other = await aStory({ headline: "Live already" });
    const live = await publishStory(editor, other);
    const update = await planPublication(editor, { ...other, version: live.version, ...planAt(10) });
    await planWithdrawal(editor, { ...other, version: update.version, ...planAt(20) });
    expect(await cancelPlan(editor, { planId: update.planId })).toMatchObject({ withdrawalCancelled: false });
    expect((await deskStory(editor, other.storyId)).withdrawal).not.toBeNull();
  });

  it.each([
    ["pressed", (draft: Draft) => publishFromDesk(presser, draft, { now })],
    ["planned", (draft: Draft) => planPublication(presser, { ...draft, ...planAt(1) }, { now })],
  ])("wins over its own publication, %s, that broke and is tried again, and alarms nobody", async (how, publish) => {
    const draft = await aStory({ headline: `Broken, ${how}` });
    const { version } = await publish(draft);
    const { revisionId, columns } = await cutFor(draft);
    const end = await planWithdrawal(editor, { storyId: draft.storyId, version, ...planAt(1.1) }, { now });
    await writeColumns(revisionId, {});
    expect(await carryOutDuePlans(at(1))).toBe(0);
    expect(await carryOutDuePlans(at(1.1))).toBe(1);
    // It would go well now.
    await writeColumns(revisionId, columns);
    expect(await carryOutDuePlans(at(60))).toBe(0);
    await reportOverduePlans(at(60));
    const { slug, ...shown } = await deskStory(editor, draft.storyId);
    expect(await publishedStory(slug)).toBeNull();
    expect(shown).toMatchObject({
      publication: { state: "unpublished" },
      plan: null,
      goingLive: null,
      withdrawal: null,
      version: end.version + 1,
    });
    expect(await publicationAlarms(editor, at(60))).toEqual([]);
    const types = (await deskDb().event.findMany({ where: { subject: draft.storyId } })).map(({ type }) => type);
    expect(types.filter((type) => /failed|overdue|published/.test(type))).toEqual([]);
    expect((await storyHistory(editor, draft.storyId)).entries[0]?.words).toMatch(
      /^cancelled the plan to publish it .*, since it was to be taken down by then$/,
    );
    expect((await ownNotifications(presser)).notifications).toMatchObject([{ words: "Aigul cancelled your plan for" }]);
  });

  it("keeps its instant when the newsroom's zone is changed", async () => {
    const draft = await aStory({ headline: "The zone moves" });
    await planPublication(editor, { ...draft, ...planAt(10) });
    const { version } = await newsroomSettings();
    await changeSettings(theProgram, { version, changes: { zone: "America/New_York" } });
    const { plan, slug } = await deskStory(editor, draft.storyId);
    expect(plan).toMatchObject({ at: at(10), zone });
    await carryOutDuePlans(at(9.99));
    expect(await publishedStory(slug)).toBeNull();
    await carryOutDuePlans(at(10));
    expect(await publishedStory(slug)).not.toBeNull();
  });
});
