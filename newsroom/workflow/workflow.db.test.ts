import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { createStory } from "../stories/commands/create-story.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { submitStory } from "../stories/commands/submit-story.ts";
import { deskStory } from "../stories/queries.ts";
import { aNewsroom, aPerson, aStory, theProgram } from "../stories/testing.ts";
import { changeWorkflow } from "./commands/change-workflow.ts";
import { createDesk } from "./commands/create-desk.ts";
import { removeDesk } from "./commands/remove-desk.ts";
import { renameDesk } from "./commands/rename-desk.ts";
import { desks, stages, workflow } from "./queries.ts";
import type { Stage } from "./stages.ts";

let admin: StaffActor;
let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  admin = await aPerson("admin", "Daria");
  editor = await aPerson("editor", "Timur");
});

const ofToday: Stage[] = [
  { key: "idea", name: "Idea", meaning: "idea", movesTo: [] },
  { key: "draft", name: "Draft", meaning: "writing", movesTo: [] },
  { key: "edit", name: "Edit", meaning: "desk", movesTo: [] },
  { key: "legal", name: "Legal", meaning: "legal", movesTo: [] },
  { key: "copy", name: "Copy", meaning: "desk", movesTo: [] },
  { key: "ready", name: "Ready", meaning: "ready", movesTo: [] },
];
const version = async () => (await workflow(admin)).version;
const change = async (all: Stage[], successors: Record<string, string> = {}, who = admin) =>
  changeWorkflow(who, { version: await version(), stages: all, successors });
const changed = (key: string, more: Partial<Stage>) =>
  ofToday.map((stage) => (stage.key === key ? { ...stage, ...more } : stage));
const toReady = (stage: Stage) => (stage.key === "legal" ? { ...stage, movesTo: ["ready"] } : stage);
const without = (key: string) => ofToday.filter((stage) => stage.key !== key);

afterEach(async () => {
  await change(ofToday, { typing: "draft", subs: "edit" });
});

describe("the workflow", () => {
  it("begins as it always was", async () => expect(await stages()).toEqual(ofToday));

  it("has the newsroom's own names and order, and stories go their way whatever these are", async () => {
    const { storyId } = await aStory();
    await change(
      [
        { key: "ready", name: "Готово", meaning: "ready", movesTo: [] },
        { key: "subs", name: "Subs", meaning: "desk", movesTo: ["typing", "ready"] },
        { key: "typing", name: "Being typed", meaning: "writing", movesTo: ["subs"] },
      ],
      { idea: "typing", draft: "typing", edit: "subs", legal: "subs", copy: "subs" },
    );
    expect((await stages()).map(({ name }) => name)).toEqual(["Готово", "Subs", "Being typed"]);
    expect(await deskStory(editor, storyId)).toMatchObject({ stage: { name: "Being typed" }, version: 2 });
    const { id } = await createStory(editor, { id: newId(), text: { headline: "New" } });
    expect((await deskStory(editor, id)).stage.key).toBe("typing");
    expect(await faultOf(moveStory(editor, { storyId: id, version: 1, stage: "ready" }))).toBe("conflict");
    await submitStory(editor, { storyId: id, version: 1, seq: 0 });
    expect((await deskStory(editor, id)).stage.key).toBe("subs");
    await returnStory(editor, { storyId: id, version: 2, reason: "More." });
    expect((await deskStory(editor, id)).stage.key).toBe("typing");
  });

  it("lets no stage go while stories would stand nowhere, and moves them where it is told", async () => {
    const { storyId } = await aStory();
    await moveStory(theProgram, { storyId, version: 1, stage: "copy" });
    const before = await version();
    await expect(change(without("copy"))).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "successors.copy", message: expect.stringContaining("“Copy”") }],
    });
    await expect(change(without("copy"), { copy: "nowhere" })).rejects.toMatchObject({ fault: "invalid" });
    expect([await version(), (await stages()).length]).toEqual([before, 6]);
    await change(without("copy"), { copy: "edit" });
    expect(await deskStory(editor, storyId)).toMatchObject({ stage: { key: "edit" }, version: 3 });
    const [event] = await deskDb().event.findMany({
      where: { subject: storyId },
      orderBy: { position: "desc" },
      take: 1,
    });
    expect(event).toMatchObject({
      type: "story.stage_moved",
      actorName: "Daria",
      payload: { from: "copy", to: "edit", workflow: true },
    });
  });

  it("loses no story that comes to a stage while it goes", async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => aStory()));
    const now = await version();
    const [removal, ...moves] = await Promise.all([
      faultOf(changeWorkflow(admin, { version: now, stages: without("copy"), successors: { copy: "edit" } })),
      ...drafts.map(({ storyId }) => faultOf(moveStory(editor, { storyId, version: 1, stage: "copy" }))),
    ]);
    expect(removal).toBe("in");
    for (const [at, { storyId }] of drafts.entries())
      expect([moves[at], (await deskStory(editor, storyId)).stage.key]).toEqual(
        moves[at] === "in" ? ["in", "edit"] : ["invalid", "draft"],
      );
  });

  it("moves a stage of thousands at once, each with its event", async () => {
    await deskDb().$executeRaw`
      insert into "Story" ("id", "slug", "language", "translationGroupId", "stage", "createdAt", "changedAt")
      select gen_random_uuid(), 'many-' || n, 'en', gen_random_uuid(), 'copy', now(), now() from generate_series(1, 3000) n`;
    await change(without("copy"), { copy: "edit" });
    const moved = { type: "story.stage_moved", payload: { path: ["workflow"], equals: true } };
    expect(await deskDb().event.count({ where: moved })).toBeGreaterThanOrEqual(3_000);
    expect(await deskDb().story.count({ where: { slug: { startsWith: "many-" }, stage: "edit" } })).toBe(3_000);
    await deskDb().story.deleteMany({ where: { slug: { startsWith: "many-" } } });
  });

  it.each([
    ["nothing to write in", without("draft").map((stage) => ({ ...stage })), "invalid"],
    ["a name twice", changed("copy", { name: "edit" }), "invalid"],
    ["no name", changed("copy", { name: " " }), "invalid"],
    ["a way to nowhere", changed("copy", { movesTo: ["nowhere"] }), "invalid"],
    ["no way to the editors", changed("draft", { movesTo: ["idea"] }), "invalid"],
    ["no way back to the writer", changed("ready", { movesTo: ["legal"] }).map(toReady), "invalid"],
    ["a key that is none", changed("copy", { key: "Copy desk!" }), "invalid"],
    [
      "more stages than anybody knows",
      [
        ...ofToday,
        ...Array.from({ length: 15 }, (_, n) => ({
          key: `x${n}`,
          name: `X${n}`,
          meaning: "desk" as const,
          movesTo: [],
        })),
      ],
      "invalid",
    ],
  ])("with %s is refused", async (_name, all, fault) => {
    expect(await faultOf(change(all, { draft: "edit" }))).toBe(fault);
    expect(await stages()).toEqual(ofToday);
  });

  it("is changed by admins alone, one after the other, each on what they saw", async () => {
    expect(await faultOf(workflow(editor))).toBe("forbidden");
    expect(await faultOf(change(ofToday, {}, editor))).toBe("forbidden");
    const seen = await version();
    const both = await Promise.all(
      ["Subs", "Slot"].map((name) =>
        faultOf(changeWorkflow(admin, { version: seen, stages: changed("copy", { name }) })),
      ),
    );
    expect(both.toSorted()).toEqual(["conflict", "in"]);
  });
});

describe("desks", () => {
  it("are made, renamed and removed by admins; their stories go to another or to none", async () => {
    const [night, sport] = [newId(), newId()];
    await createDesk(admin, { id: night, name: "Night" });
    await createDesk(admin, { id: sport, name: "Sport" });
    await createDesk(admin, { id: sport, name: "Sport" });
    await renameDesk(admin, { deskId: night, version: 1, name: "Late" });
    const { storyId } = await aStory();
    await directStory(editor, { storyId, version: 1, changes: { deskId: night } });
    expect(await removeDesk(admin, { deskId: night, version: 2, successorId: sport })).toEqual({ stories: 1 });
    expect(await deskStory(editor, storyId)).toMatchObject({ desk: { name: "Sport" }, version: 3 });
    await removeDesk(admin, { deskId: sport, version: 1 });
    expect(await deskStory(editor, storyId)).toMatchObject({ desk: null, version: 4 });
    expect(await desks(editor)).toEqual([]);
  });

  it("are refused under a name that is taken, on a stale version, to others, and for what is not there", async () => {
    const id = newId();
    await createDesk(admin, { id, name: "Culture" });
    const other = newId();
    expect(await faultOf(createDesk(admin, { id: other, name: "CULTURE" }))).toBe("invalid");
    expect(await faultOf(createDesk(admin, { id: other, name: " " }))).toBe("invalid");
    expect(await faultOf(createDesk(editor, { id: other, name: "Mine" }))).toBe("forbidden");
    expect(await faultOf(renameDesk(admin, { deskId: id, version: 2, name: "Arts" }))).toBe("conflict");
    expect(await faultOf(renameDesk(editor, { deskId: id, version: 1, name: "Arts" }))).toBe("forbidden");
    expect(await faultOf(renameDesk(admin, { deskId: other, version: 1, name: "Arts" }))).toBe("notFound");
    expect(await faultOf(removeDesk(admin, { deskId: id, version: 1, successorId: id }))).toBe("invalid");
    expect(await faultOf(removeDesk(editor, { deskId: id, version: 1 }))).toBe("forbidden");
    const both = await Promise.all(
      ["Arts", "Books"].map((name) => faultOf(renameDesk(admin, { deskId: id, version: 1, name }))),
    );
    expect(both.toSorted()).toEqual(["conflict", "in"]);
  });
});
