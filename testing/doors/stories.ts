import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { correctStory } from "#newsroom/stories/commands/correct-story";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { spikeStory } from "#newsroom/stories/commands/spike-story";
import { deskStory } from "#newsroom/stories/queries";
import { theProgram, typing } from "#newsroom/stories/testing";
import * as story from "../../app/(desk)/desk/stories/[id]/actions.ts";
import * as historyPage from "../../app/(desk)/desk/stories/[id]/history/page.tsx";
import * as storyPage from "../../app/(desk)/desk/stories/[id]/page.tsx";
import * as previewPage from "../../app/(desk)/desk/stories/[id]/preview/page.tsx";
import * as revisionsPage from "../../app/(desk)/desk/stories/[id]/revisions/page.tsx";
import * as whoWrotePage from "../../app/(desk)/desk/stories/[id]/who-wrote-what/page.tsx";
import * as trash from "../../app/(desk)/desk/trash/actions.ts";
import * as documentHandler from "../../app/api/stories/[id]/document/route.ts";
import { parametersOf, post, searched } from "./asked.ts";
import { type AStory, type Door, storyDoor } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** Of one story: its text, its columns, its way to readers. */
export const storyDoors: Door[] = [
  storyDoor(story.readStory, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.readFindings, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.setEmbargo, "story.embargo", ({ storyId, version }) => [
    { storyId, version, until: new Date(Date.now() + 60_000).toISOString() },
  ]),
  storyDoor(story.readPutAside, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.seePutAside, "story.read", ({ storyId }) => [{ storyId, upTo: new Date().toISOString() }]),
  storyDoor(story.readWritersSince, "story.read", ({ storyId }) => [{ storyId, seq: 0 }]),
  storyDoor(story.nameRevision, "story.write", (draft) => [{ ...draft, name: "Before the lawyers" }]),
  storyDoor(story.recordRestore, "story.write", ({ storyId, seq }) => [
    { storyId, seq, revisionId: newId(), revisionAt: new Date().toISOString() },
  ]),
  storyDoor(story.changeStory, "story.write", ({ storyId, version }) => [
    { storyId, version, changes: { dateline: "Osh" } },
  ]),
  storyDoor(story.submitStory, "story.submit", ({ storyId, version, seq }) => [{ storyId, version, seq }]),
  storyDoor(story.moveStory, "story.move", ({ storyId, version }) => [{ storyId, version, stage: "copy" }]),
  storyDoor(story.returnStory, "story.return", async ({ storyId, version }) => {
    await deskDb().story.update({ where: { id: storyId }, data: { stage: "edit" } });
    return [{ storyId, version, reason: "Who says so?" }];
  }),
  storyDoor(story.directStory, "story.direct", ({ storyId, version }) => [
    { storyId, version, changes: { priority: "high" as const } },
  ]),
  storyDoor(story.referStory, "story.refer", ({ storyId, version }) => [{ storyId, version }]),
  storyDoor(story.clearStory, "story.clear", ({ storyId, version }) => [{ storyId, version, as: "cleared" as const }]),
  storyDoor(story.holdStory, "story.hold", ({ storyId, version }) => [{ storyId, version, reason: "A call is out." }]),
  storyDoor(story.releaseStory, "story.hold", async ({ storyId, version }) => {
    await deskDb().story.update({ where: { id: storyId }, data: { heldBecause: "A call is out." } });
    return [{ storyId, version }];
  }),
  storyDoor(story.confideStory, "story.confide", ({ storyId, version }) => [
    { storyId, version, confidential: true, circle: [] },
  ]),
  storyDoor(story.publishStory, "story.publish", (draft) => [draft]),
  storyDoor(story.correctStory, "story.correct", async (draft) => [
    { ...(await live(draft)), seq: draft.seq, ...correction },
  ]),
  storyDoor(story.readLog, "story.correct", ({ storyId }) => [storyId]),
  storyDoor(story.changeTold, "story.correct", async (draft) => [await aNote(draft)]),
  storyDoor(story.retractStory, "story.retract", async (draft) => [{ ...(await live(draft)), notice: "It is false." }]),
  storyDoor(story.readdressStory, "story.readdress", async (draft) => [
    { ...(await live(draft)), slug: `moved-${newId()}` },
  ]),
  storyDoor(story.unpublishStory, "story.unpublish", async (draft) => [await live(draft)]),
  storyDoor(story.killStory, "story.kill", async (draft) => [
    { ...(await live(draft)), reason: "It is false.", legal: false },
  ]),
  storyDoor(story.spikeStory, "story.spike", ({ storyId, version }) => [{ storyId, version, reason: "Twice." }]),
  storyDoor(trash.unspikeStory, "story.restore", async (draft) => [await spiked(draft)]),
  storyDoor(story.planPublication, "story.plan", (draft) => [{ ...draft, ...tomorrow() }]),
  storyDoor(story.planCorrection, "story.correct", async (draft) => [
    { ...(await live(draft)), seq: draft.seq, ...correction, ...tomorrow() },
  ]),
  storyDoor(story.planWithdrawal, "story.unpublish", async (draft) => [{ ...(await live(draft)), ...tomorrow() }]),
  storyDoor(story.cancelPlan, "story.plan", async (draft) => [await aPlan(draft)]),
  storyDoor(documentHandler.GET, "story.read", ({ storyId: id }) => [
    new Request(`${ourSite}${document(id)}`),
    parametersOf({ id }),
  ]),
  storyDoor(documentHandler.POST, "story.write", async ({ storyId: id }) => [
    post(document(id), JSON.stringify(await typing(id, "For three days."))),
    parametersOf({ id }),
  ]),
  storyDoor(storyPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(storyPage.generateMetadata, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(revisionsPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(historyPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
  storyDoor(whoWrotePage.default, "story.read", ({ storyId: id }) => [parametersOf({ id })]),
  storyDoor(previewPage.default, "story.read", ({ storyId: id }) => [{ ...parametersOf({ id }), ...searched }]),
];

const live = async ({ storyId, version, seq }: AStory) => {
  await publishStory(theProgram, { storyId, version, seq });
  return at(storyId);
};

const spiked = async ({ storyId, version }: AStory) => ({
  storyId,
  version: (await spikeStory(theProgram, { storyId, version, reason: "Twice." })).version,
});

const at = async (storyId: string) => ({ storyId, version: (await deskStory(theProgram, storyId)).version });

const correction = { kind: "typo" as const, note: "", place: "top" as const, isPublic: true };

const tomorrow = () => ({ at: new Date(Date.now() + 86_400_000).toISOString(), zone: "Asia/Bishkek" });

/** What readers were told of a story, and how it is changed. */
async function aNote(draft: AStory) {
  const { storyId, version } = await live(draft);
  const told = await correctStory(theProgram, { storyId, version, seq: draft.seq, ...correction });
  return { ...{ storyId, version: told.version, revisionId: told.revisionId }, ...correction, isPublic: false };
}

async function aPlan({ storyId, version, seq }: AStory) {
  const { planId } = await planPublication(theProgram, { storyId, version, seq, ...tomorrow() });
  return { planId };
}

const document = (id: string) => `/api/stories/${id}/document`;
