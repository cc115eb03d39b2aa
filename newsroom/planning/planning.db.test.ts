import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { holdStory } from "../stories/commands/hold-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { referStory } from "../stories/commands/refer-story.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { startThread } from "../stories/commands/start-thread.ts";
import { submitStory } from "../stories/commands/submit-story.ts";
import { byDue } from "../stories/publication/due-order.ts";
import { aNewsroom, aPerson, aStory } from "../stories/testing.ts";
import { storyBoard } from "./board.ts";
import { newsBudget } from "./budget.ts";
import { calendar } from "./calendar.ts";
import { pitchIdea } from "./commands/pitch-idea.ts";
import { boundsOf } from "./days.ts";
import { nextActions } from "./next-action-queries.ts";

let editor: StaffActor;
let author: StaffActor;
let contributor: StaffActor;

const zone = "Asia/Bishkek";
/** A day far ahead, so that nothing of other tests falls into it. */
const day = "2031-05-14";
const boardDay = "2031-04-01";
const at = (clock: string, on = day) => new Date(`${on}T${clock}:00+06:00`);

beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
  contributor = await aPerson("contributor", "Nurlan");
});

async function due(by: StaffActor, dueAt: Date, headline = "Due") {
  const { storyId } = await aStory({ by, headline });
  await directStory(editor, { storyId, version: 1, changes: { dueAt: dueAt.toISOString() } });
  return storyId;
}

async function assigned(storyId: string, to: StaffActor, dueAt: Date | null, more: object = {}) {
  const id = newId();
  const row = { id, storyId, staffId: to.id, kind: "pictures" as const, dueAt, givenById: editor.id };
  await deskDb().assignment.create({ data: { ...row, givenAt: new Date(), brief: "The queue at dawn.", ...more } });
  return id;
}

describe("the board", () => {
  const column = async (who: StaffActor, key: string, filter = {}) =>
    (await storyBoard(who, filter)).find(({ stage }) => stage.key === key);
  const idsIn = async (who: StaffActor, key: string, filter = {}) =>
    (await column(who, key, filter))?.stories.map(({ id }) => id) ?? [];

  it("has the stages in the newsroom's order, and in each what is due first", async () => {
    const later = await due(author, at("18:00", boardDay));
    const without = await aStory({ by: author });
    const sooner = await due(author, at("09:00", boardDay));
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
    const [first, last] = [at("00:00"), at("23:59")];
    const dueId = await due(author, last);
    await due(author, at("00:00", "2031-05-15"), "The day after");
    const planned = await aStory({ by: author });
    await planPublication(editor, { ...planned, at: at("12:00").toISOString(), zone });
    const promised = await aStory({ by: author });
    await setEmbargo(editor, { storyId: promised.storyId, version: 1, until: first.toISOString() });
    await assigned(dueId, contributor, at("10:00"));
    await assigned(dueId, contributor, at("11:00"), { filedAt: new Date() });
    const live = await aStory({ by: author });
    await publishStory(editor, live, { now: at("15:00") });
    expect(await kinds(editor)).toEqual([
      ["embargo", first.toISOString(), promised.storyId],
      ["assignment", at("10:00").toISOString(), dueId],
      ["plan", at("12:00").toISOString(), planned.storyId],
      ["published", at("15:00").toISOString(), live.storyId],
      ["due", last.toISOString(), dueId],
    ]);
    expect(await kinds(await aPerson("contributor"))).toEqual([]);
  });
});

describe("the news budget", () => {
  const budgetDay = "2031-06-02";
  it("has the day's stories once each, with what others file, and before them what is late", async () => {
    const both = await due(author, at("09:00", budgetDay), "Both due and planned");
    const { version } = await deskDb().story.findUniqueOrThrow({ where: { id: both } });
    await planPublication(editor, { storyId: both, version, seq: 0, at: at("18:00", budgetDay).toISOString(), zone });
    await assigned(both, contributor, null);
    await assigned(both, contributor, null, { withdrawnAt: new Date() });
    const out = await aStory({ by: author, headline: "Out already" });
    await publishStory(editor, out, { now: at("07:00", budgetDay) });
    const late = await due(author, at("09:00", "2031-06-01"), "Late");
    await due(author, at("09:00", "2031-06-03"), "Tomorrow");
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
      dueAt: new Date(at("23:00", "2031-08-01").getTime() - n * 1_000),
    }));
    await deskDb().story.createMany({ data: stories });
    await deskDb().plan.createMany({
      data: stories.slice(0, 2).map(({ id: storyId }) => ({
        id: newId(),
        storyId,
        verb: "publish" as const,
        at: at("12:00", cutDay),
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
    const own = await due(freelance, at("10:00", "2031-07-01"));
    await due(author, at("10:00", "2031-07-01"));
    const { lines, late } = await newsBudget(freelance, boundsOf("2031-07-01", zone));
    expect([lines.map(({ id }) => id), late]).toEqual([[own], []]);
  });
});

describe("what waits for somebody", () => {
  const waits = async (who: StaffActor) =>
    (await nextActions(who, new Date(), 50)).actions.map(({ kind, story }) => [kind, story.id]);

  it("is theirs: what came back, who called them, what they file, write and take up", async () => {
    const writer = await aPerson("author", "Writer");
    const back = await aStory({ by: writer });
    await submitStory(writer, { storyId: back.storyId, version: 1 });
    await returnStory(editor, { storyId: back.storyId, version: 2, reason: "Who says so?" });
    const called = await aStory({ by: editor });
    await startThread(editor, {
      storyId: called.storyId,
      threadId: newId(),
      commentId: newId(),
      quote: "",
      text: `@{${writer.id}} is this right?`,
      isAnchored: false,
    });
    const files = await assigned(called.storyId, writer, null);
    const own = await aStory({ by: writer });
    const idea = (await pitchIdea(editor, { id: newId(), name: "Bread", assigneeId: writer.id })).id;
    expect(await waits(writer)).toEqual([
      ["rewrite", back.storyId],
      ["answer", called.storyId],
      ["file", called.storyId],
      ["write", own.storyId],
      ["take", idea],
    ]);
    const { actions, isCut } = await nextActions(writer, new Date());
    expect([isCut, (await nextActions(writer, new Date(), 4)).isCut]).toEqual([false, true]);
    expect(actions.map(({ said }) => said?.words ?? null)).toEqual([
      "Who says so?",
      expect.stringContaining("is this right?"),
      "The queue at dawn.",
      null,
      null,
    ]);
    expect(actions[2]?.assignment).toEqual({ id: files, version: 1, what: "pictures" });
  });

  it("of an editor is what nobody else edits, clears or publishes", async () => {
    const slot = await aPerson("editor", "Slot");
    const handedIn = await aStory({ by: author });
    await submitStory(author, { storyId: handedIn.storyId, version: 1 });
    const others = await aStory({ by: author });
    await submitStory(author, { storyId: others.storyId, version: 1 });
    await directStory(editor, { storyId: others.storyId, version: 2, changes: { assigneeId: editor.id } });
    const ready = await aStory({ by: author });
    await moveStory(editor, { storyId: ready.storyId, version: 1, stage: "ready" });
    const held = await aStory({ by: author });
    await moveStory(editor, { storyId: held.storyId, version: 1, stage: "ready" });
    await holdStory(editor, { storyId: held.storyId, version: 2, reason: "A call is out." });
    const referred = await aStory({ by: author });
    await referStory(author, { storyId: referred.storyId, version: 1 });
    const seen = await waits(slot);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["edit", handedIn.storyId],
        ["publish", ready.storyId],
        ["clear", referred.storyId],
      ]),
    );
    const ids = seen.map(([, id]) => id);
    expect(ids).not.toContain(others.storyId);
    expect(ids).not.toContain(held.storyId);
    expect((await waits(author)).map(([kind]) => kind)).not.toContain("edit");
  });

  it("is found behind however many that others have in hand, or that are planned", async () => {
    const slot = await aPerson("editor", "Night");
    const early = (n: number) => new Date(Date.UTC(2027, 0, 1, 0, n));
    for (let n = 0; n < 21; n++) {
      const { storyId } = await aStory({ by: author });
      await deskDb().story.update({
        where: { id: storyId },
        data: { stage: "edit", assigneeId: editor.id, dueAt: early(n) },
      });
      const planned = await aStory({ by: author });
      await moveStory(editor, { storyId: planned.storyId, version: 1, stage: "ready" });
      await planPublication(editor, { ...planned, version: 2, at: at("12:00", "2031-09-01").toISOString(), zone });
      await deskDb().story.update({ where: { id: planned.storyId }, data: { dueAt: early(n) } });
    }
    const free = await aStory({ by: author });
    const ready = await aStory({ by: author });
    for (const [{ storyId }, stage] of [
      [free, "edit"],
      [ready, "ready"],
    ] as const)
      await deskDb().story.update({ where: { id: storyId }, data: { stage, dueAt: early(30) } });
    expect(await waits(slot)).toEqual(
      expect.arrayContaining([
        ["edit", free.storyId],
        ["publish", ready.storyId],
      ]),
    );
  });

  it("has what came back of a story that readers have, and calls an idea by its name", async () => {
    const writer = await aPerson("author", "Returned");
    const live = await aStory({ by: writer });
    const { version } = await publishStory(editor, live);
    await deskDb().story.update({ where: { id: live.storyId }, data: { stage: "edit" } });
    await returnStory(editor, { storyId: live.storyId, version, reason: "The number is wrong." });
    const idea = (await pitchIdea(editor, { id: newId(), name: "Bread prices" })).id;
    await startThread(editor, {
      storyId: idea,
      threadId: newId(),
      commentId: newId(),
      quote: "",
      text: `@{${writer.id}} yours?`,
      isAnchored: false,
    });
    expect(await waits(writer)).toEqual([
      ["rewrite", live.storyId],
      ["answer", idea],
    ]);
    expect((await nextActions(writer, new Date())).actions.map(({ story }) => story.slugline)).toEqual([
      null,
      "Bread prices",
    ]);
  });

  it("is nothing once it is done or spiked", async () => {
    const writer = await aPerson("author", "Idle");
    const own = await aStory({ by: writer });
    await changeStory(writer, { storyId: own.storyId, version: 1, changes: { dateline: "Osh" } });
    await assigned(own.storyId, writer, null, { filedAt: new Date() });
    expect(await waits(writer)).toEqual([["write", own.storyId]]);
    await spikeStory(writer, { storyId: own.storyId, version: 2, reason: "Old." });
    expect(await waits(writer)).toEqual([]);
  });
});
