import { deskDb } from "#lib/db/desk";
import { places } from "#newsroom/fronts/places";
import { deskFront } from "#newsroom/fronts/queries";
import { automatic } from "#newsroom/fronts/schema";
import { newId } from "#newsroom/kernel/ids";
import { pairOf } from "#newsroom/rates/schema";
import { addRedirect } from "#newsroom/redirects/commands";
import { spikeSection } from "#newsroom/sections/trash-commands";
import { newsroomSettings } from "#newsroom/settings/queries";
import { aSection, theProgram } from "#newsroom/stories/testing";
import { aRule } from "#newsroom/workflow/checks/testing";
import { createDesk } from "#newsroom/workflow/commands/create-desk";
import { addHouseRule } from "#newsroom/workflow/house-style/commands";
import { workflow } from "#newsroom/workflow/queries";
import * as desk from "../../app/(desk)/desk/actions.ts";
import * as front from "../../app/(desk)/desk/front/actions.ts";
import * as frontDeskPage from "../../app/(desk)/desk/front/page.tsx";
import * as auditPage from "../../app/(desk)/desk/history/page.tsx";
import * as houseStyle from "../../app/(desk)/desk/house-style/actions.ts";
import * as houseStylePage from "../../app/(desk)/desk/house-style/page.tsx";
import * as rates from "../../app/(desk)/desk/rates/actions.ts";
import * as ratesPage from "../../app/(desk)/desk/rates/page.tsx";
import * as redirects from "../../app/(desk)/desk/redirects/actions.ts";
import * as redirectsPage from "../../app/(desk)/desk/redirects/page.tsx";
import * as sections from "../../app/(desk)/desk/sections/actions.ts";
import * as sectionsPage from "../../app/(desk)/desk/sections/page.tsx";
import * as settings from "../../app/(desk)/desk/settings/actions.ts";
import * as settingsPage from "../../app/(desk)/desk/settings/page.tsx";
import * as workflowPage from "../../app/(desk)/desk/settings/workflow/page.tsx";
import * as trash from "../../app/(desk)/desk/trash/actions.ts";
import * as exportHandler from "../../app/api/history/export/route.ts";
import { post, searched } from "./asked.ts";
import { type Door, door } from "./door.ts";

/** Of what holds for the whole paper. */
export const paperDoors: Door[] = [
  door(desk.removeDemo, "demo.remove", () => []),
  door(rates.acceptRate, "rate.decide", async () => [await aHeldRate()]),
  door(rates.refuseRate, "rate.decide", async () => [await aHeldRate()]),
  door(redirects.addRedirect, "redirect.manage", () => {
    const id = newId();
    return [{ id, from: `/old/${id}`, to: "/" }];
  }),
  door(redirects.removeRedirect, "redirect.manage", async () => {
    const id = newId();
    await addRedirect(theProgram, { id, from: `/old/${id}`, to: "/" });
    return [{ redirectId: id }];
  }),
  door(front.arrangeFront, "front.arrange", async () => [
    { version: (await deskFront(theProgram)).version, slots: places.map(() => automatic) },
  ]),
  door(front.storiesForFront, "front.arrange", () => ["ura"]),
  door(frontDeskPage.default, "front.arrange", () => []),
  door(sections.createSection, "section.manage", () => {
    const id = newId();
    return [{ id, name: `Section ${id}` }];
  }),
  door(houseStyle.addHouseRule, "style.manage", () => [aRule({ id: newId() })]),
  door(houseStyle.changeHouseRule, "style.manage", async () => [
    { ruleId: await aHouseRule(), version: 1, changes: { isOn: false } },
  ]),
  door(houseStyle.removeHouseRule, "style.manage", async () => [{ ruleId: await aHouseRule() }]),
  door(houseStyle.setCheck, "style.manage", () => [{ check: "names" as const, severity: "off" as const }]),
  door(sections.renameSection, "section.manage", async () => [
    { sectionId: await aSection(`Section ${newId()}`), version: 1, name: "Energy" },
  ]),
  door(settings.changeSettings, "settings.manage", async () => [
    { version: (await newsroomSettings()).version, changes: { name: "The Test Paper" } },
  ]),
  door(settings.changeWorkflow, "workflow.manage", async () => [await theWorkflow()]),
  door(settings.createDesk, "workflow.manage", () => [aDesk()]),
  door(settings.renameDesk, "workflow.manage", async () => [{ ...(await madeDesk()), name: newId() }]),
  door(settings.removeDesk, "workflow.manage", async () => [{ ...(await madeDesk()), successorId: null }]),
  door(trash.spikeSection, "section.manage", async () => [await aSectionToSpike()]),
  door(trash.unspikeSection, "section.manage", async () => {
    const section = await aSectionToSpike();
    return [{ sectionId: section.sectionId, ...(await spikeSection(theProgram, section)) }];
  }),
  door(exportHandler.POST, "history.search", () => [post("/api/history/export", "")]),
  door(auditPage.default, "history.search", () => [searched]),
  door(settingsPage.default, "settings.manage", () => []),
  door(houseStylePage.default, "style.manage", () => []),
  door(workflowPage.default, "workflow.manage", () => []),
  door(redirectsPage.default, "redirect.manage", () => [searched]),
  door(sectionsPage.default, "section.manage", () => []),
  door(ratesPage.default, "rate.decide", () => []),
];

const aSectionToSpike = async () => ({ sectionId: await aSection(`Section ${newId()}`), version: 1, reason: "Twice." });

async function aHeldRate() {
  const rateId = newId();
  const effectiveDate = new Date("2026-09-30");
  const [pair, source] = [pairOf("KGS"), "currency-api"];
  await deskDb().rate.create({
    data: { id: rateId, pair, source, effectiveDate, hash: rateId, rate: "0.02", fetchedAt: new Date() },
  });
  return { rateId };
}

async function aHouseRule() {
  const rule = aRule({ id: newId() });
  await addHouseRule(theProgram, rule);
  return rule.id;
}

const theWorkflow = async () => {
  const { version, stages } = await workflow(theProgram);
  return { version, stages: stages.map(({ stories: _stories, ...stage }) => stage), successors: {} };
};

const aDesk = () => {
  const id = newId();
  return { id, name: `Desk ${id}` };
};

async function madeDesk() {
  const { id } = await createDesk(theProgram, aDesk());
  return { deskId: id, version: 1 };
}
