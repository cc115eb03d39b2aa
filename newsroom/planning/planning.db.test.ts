import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { byDue } from "../stories/publication/due-order.ts";
import { aNewsroom, aPerson, aStory } from "../stories/testing.ts";
import { storyBoard } from "./board.ts";
import { newsBudget } from "./budget.ts";
import { calendar } from "./calendar.ts";
import { pitchIdea } from "./commands/pitch-idea.ts";
import { boundsOf } from "./days.ts";
import { assigned, at, due, zone } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;
let contributor: StaffActor;

/** A day far ahead, so that nothing of other tests falls into it. */
const day = "2031-05-14";
const boardDay = "2031-04-01";

beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
  contributor = await aPerson("contributor", "Nurlan");
});

describe("the board", () => {
  const column = async (who: StaffActor, key: string, filter = {}) =>
    (await storyBoard(who, filter)).find(({ stage }) => stage.key === key);
  const idsIn = async (who: StaffActor, key: string, filter = {}) =>
    (await column(who, key, filter))?.stories.map(({ id }) => id) ?? [];

  it("has the stages in the newsroom's order, and in each what is due first", async () => {
    const later = await due(author, at(boardDay, "18:00"));
    const without = await aStory({ by: author });
    const sooner = await due(author, at(boardDay, "09:00"));
    expect((await storyBoard(editor)).map(({ stage }) => stage.key)).toEqual([
      "idea",
      "draft",
      "edit",
      "legal",
      "copy",
      "ready",
    ]);
    const mine = [sooner, later, without.storyId];
    expect((await idsIn(editor, "draft")).filter((id) => mine.includes(id))).toEqual(mine);
    await moveStory(editor, { storyId: sooner, version: 2, stage: "copy" });
    expect([await idsIn(editor, "draft"), await idsIn(editor, "copy")]).toEqual([
      expect.not.arrayContaining([sooner]),
      expect.arrayContaining([sooner]),
    ]);
  });

  it("shows nothing that readers have or had, nothing spiked, nothing that one may not read", async () => {
    const live = await aStory({ by: author });
    await publishStory(editor, live);
    const spiked = await aStory({ by: author });
    await spikeStory(author, { storyId: spiked.storyId, version: 1, reason: "Old." });
    const secret = await aStory({ by: editor, confidential: true });
    const ids = await idsIn(author, "draft");
    for (const { storyId } of [live, spiked, secret]) expect(ids).not.toContain(storyId);
    expect(await idsIn(contributor, "draft")).toEqual([]);
  });

  it("counts what it cannot show, and narrows to a person", async () => {
    const busy = await aPerson("author", "Busy");
    for (let n = 0; n < 33; n++) await pitchIdea(editor, { id: newId(), name: `Idea ${n}`, assigneeId: busy.id });
    const ideas = await column(editor, "idea", { assignee: busy.id });
    expect([ideas?.stories.length, ideas?.count]).toEqual([30, 33]);
    const [whole] = await storyBoard(editor, { assignee: busy.id }, ["idea"]);
    expect([whole?.stories.length, whole?.count]).toEqual([33, 33]);
    expect(whole?.stories.toSorted(byDue)).toEqual(whole?.stories);
    expect(await idsIn(editor, "idea", { assignee: "nobody" })).toEqual([]);
  });

  it("offers ideas to whoever may take them up, and to nobody else", async () => {
    const offered = async (who: StaffActor) =>
      (await column(who, "idea"))?.stories.filter(({ isToTake }) => isToTake).map(({ id }) => id) ?? [];
    const photographer = await aPerson("contributor");
    const free = (await pitchIdea(editor, { id: newId(), name: "Free" })).id;
    await assigned(free, photographer, null);
    expect(await idsIn(photographer, "idea")).toEqual([free]);
    expect([await offered(author), await offered(photographer)]).toEqual([expect.arrayContaining([free]), []]);
    const given = (await pitchIdea(editor, { id: newId(), name: "Given", assigneeId: photographer.id })).id;
    expect([await offered(photographer), await offered(author)]).toEqual([
      [given],
      expect.not.arrayContaining([given]),
    ]);
  });
});

describe("the calendar", () => {
  const kinds = async (who: StaffActor) => {
    const { entries } = await calendar(who, boundsOf(day, zone));
    return entries.map(({ kind, at: instant, story }) => [kind, instant.toISOString(), story.id]);
  };

  it("has what is due, filed, planned, promised and published in it, by the clock", async () => {
    const [first, last] = [at(day, "00:00"), at(day, "23:59")];
    const dueId = await due(author, last);
    await due(author, at("2031-05-15", "00:00"), "The day after");
    const planned = await aStory({ by: author });
    await planPublication(editor, { ...planned, at: at(day, "12:00").toISOString(), zone });
    const promised = await aStory({ by: author });
    await setEmbargo(editor, { storyId: promised.storyId, version: 1, until: first.toISOString() });
    await assigned(dueId, contributor, at(day, "10:00"));
    await assigned(dueId, contributor, at(day, "11:00"), { filedAt: new Date() });
    const live = await aStory({ by: author });
    await publishStory(editor, live, { now: at(day, "15:00") });
    expect(await kinds(editor)).toEqual([
      ["embargo", first.toISOString(), promised.storyId],
      ["assignment", at(day, "10:00").toISOString(), dueId],
      ["plan", at(day, "12:00").toISOString(), planned.storyId],
      ["published", at(day, "15:00").toISOString(), live.storyId],
      ["due", last.toISOString(), dueId],
    ]);
    expect(await kinds(await aPerson("contributor"))).toEqual([]);
  });
});

describe("the news budget", () => {
  const budgetDay = "2031-06-02";
  it("has the day's stories once each, with what others file, and before them what is late", async () => {
    const both = await due(author, at(budgetDay, "09:00"), "Both due and planned");
    const { version } = await deskDb().story.findUniqueOrThrow({ where: { id: both } });
    await planPublication(editor, { storyId: both, version, seq: 0, at: at(budgetDay, "18:00").toISOString(), zone });
    await assigned(both, contributor, null);
    await assigned(both, contributor, null, { withdrawnAt: new Date() });
    const out = await aStory({ by: author, headline: "Out already" });
    await publishStory(editor, out, { now: at(budgetDay, "07:00") });
    const late = await due(author, at("2031-06-01", "09:00"), "Late");
    await due(author, at("2031-06-03", "09:00"), "Tomorrow");
    const budget = await newsBudget(editor, boundsOf(budgetDay, zone));
    expect(budget.lines.map(({ id, assignments }) => [id, assignments.map(({ kind, by }) => `${kind} ${by}`)])).toEqual(
      [
        [both, ["pictures Nurlan"]],
        [out.storyId, []],
      ],
    );
    expect(budget.late.map(({ id }) => id)).toContain(late);
    expect(budget.isCut).toBe(false);
  });

  it("says that it is cut also where what is late is planned for the day", async () => {
    const [slow, cutDay] = [await aPerson("contributor"), "2031-08-02"];
    const stories = Array.from({ length: 153 }, (_, n) => ({
      id: newId(),
      slug: newId(),
      translationGroupId: newId(),
      language: "en",
      headline: "Late",
      stage: "draft",
      createdById: slow.id,
      createdAt: new Date(),
      changedAt: new Date(),
      dueAt: new Date(at("2031-08-01", "23:00").getTime() - n * 1_000),
    }));
    await deskDb().story.createMany({ data: stories });
    await deskDb().plan.createMany({
      data: stories.slice(0, 2).map(({ id: storyId }) => ({
        id: newId(),
        storyId,
        verb: "publish" as const,
        at: at(cutDay, "12:00"),
        zone,
        plannedAt: new Date(),
      })),
    });
    const { lines, late, isCut } = await newsBudget(slow, boundsOf(cutDay, zone));
    expect([lines.length, late.length, isCut]).toEqual([2, 150, true]);
    await deskDb().story.deleteMany({ where: { createdById: slow.id } });
  });

  it("of somebody who reads only their own has only that", async () => {
    const freelance = await aPerson("contributor");
    const own = await due(freelance, at("2031-07-01", "10:00"));
    await due(author, at("2031-07-01", "10:00"));
    const { lines, late } = await newsBudget(freelance, boundsOf("2031-07-01", zone));
    expect([lines.map(({ id }) => id), late]).toEqual([[own], []]);
  });
});
