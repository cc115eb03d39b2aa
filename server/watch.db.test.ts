import { afterAll, beforeAll, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { aNewsroom, aPerson, aStory } from "#newsroom/stories/testing";
import { openWatch } from "./watch.ts";

const open: ReturnType<typeof openWatch>[] = [];
beforeAll(async () => {
  await aNewsroom();
});
afterAll(() => Promise.all(open.map(({ close }) => close())));

it("while no process carries plans out, those that only watch tell of one that is late: once among all", async () => {
  const editor = await aPerson("editor");
  const story = await aStory({ headline: "Nobody is there to carry it out" });
  const at = new Date(Date.now() + 60_000);
  await planPublication(editor, { ...story, at: at.toISOString(), zone: "UTC" });
  const told = () => deskDb().notification.count({ where: { staffId: editor.id, storyId: story.storyId } });
  await deskDb().plan.updateMany({ where: { storyId: story.storyId }, data: { at: new Date(Date.now() - 60_000) } });
  open.push(openWatch(0), openWatch(0), openWatch(0));
  await expect.poll(told, { timeout: 15_000 }).toBe(1);
  await deskDb().job.updateMany({ data: { dueAt: new Date() } });
  await expect
    .poll(() => deskDb().job.count({ where: { name: "stories.report_overdue_plans", dueAt: { gt: new Date() } } }), {
      timeout: 15_000,
    })
    .toBe(1);
  expect(await told()).toBe(1);
  expect(await deskDb().event.count({ where: { type: "plan.overdue", subject: story.storyId } })).toBe(1);
});
