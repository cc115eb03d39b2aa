import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { deskStory } from "../stories/queries.ts";
import { deskStories } from "../stories/story-lists.ts";
import { aNewsroom, aPerson, aStory } from "../stories/testing.ts";
import { changeWorkflow } from "../workflow/commands/change-workflow.ts";
import { workflow } from "../workflow/queries.ts";
import type { Stage } from "../workflow/stages.ts";
import { storyBoard } from "./board.ts";
import { pitchIdea } from "./commands/pitch-idea.ts";
import { takeIdea } from "./commands/take-idea.ts";
import { nextActions } from "./next-action-queries.ts";

let sectionId: string;
let editor: StaffActor;
let author: StaffActor;
let contributor: StaffActor;

beforeAll(async () => {
  ({ sectionId } = await aNewsroom());
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
  contributor = await aPerson("contributor", "Nurlan");
});

const idea = async (by: StaffActor, more: object = {}) =>
  (await pitchIdea(by, { id: newId(), name: "Bread prices", ...more })).id;
const eventsOf = async (subject: string) =>
  (await deskDb().event.findMany({ where: { subject }, orderBy: { position: "asc" } })).map(({ type }) => type);

describe("an idea", () => {
  it("is a story with a name and a brief, before there is any text", async () => {
    const id = await idea(author, { brief: "Ask the bakers in Osh.\nWhat does flour cost?", sectionId });
    expect(await deskStory(author, id)).toMatchObject({
      slugline: "Bread prices",
      brief: "Ask the bakers in Osh.\nWhat does flour cost?",
      headline: "",
      wordCount: 0,
      sectionId,
      stage: { meaning: "idea" },
      assignee: null,
      publication: { state: "unpublished" },
    });
    expect(await eventsOf(id)).toEqual(["story.pitched"]);
  });

  it("asked for twice is one", async () => {
    const id = newId();
    const first = await pitchIdea(author, { id, name: "Bread" });
    expect(await pitchIdea(author, { id, name: "Bread" })).toEqual(first);
    expect(await eventsOf(id)).toEqual(["story.pitched"]);
    expect(await faultOf(pitchIdea(contributor, { id, name: "Bread" }))).toBe("conflict");
  });

  it("asked for twice at once is one", async () => {
    const said = { id: newId(), name: "Bread" };
    const both = await Promise.all([pitchIdea(author, said), pitchIdea(author, said)]);
    expect(both).toEqual(Array(2).fill({ id: said.id, version: 1 }));
    expect(await eventsOf(said.id)).toEqual(["story.pitched"]);
  });

  it.each([
    ["another name", { name: "Flour" }],
    ["another brief", { brief: "Ask the bakers." }],
    ["another person", { assigneeId: "author" }],
    ["another time", { dueAt: new Date(Date.now() + 7_200_000).toISOString() }],
  ])("asked for twice, the second time with %s, is not taken for kept", async (_what, other) => {
    const said = { id: newId(), name: "Bread", dueAt: new Date(Date.now() + 3_600_000).toISOString() };
    await pitchIdea(editor, said);
    const again = { ...said, ...other, ...("assigneeId" in other && { assigneeId: author.id }) };
    await expect(pitchIdea(editor, again)).rejects.toMatchObject({ fault: "conflict", message: /“Bread”/ });
  });

  it("asked for again once its time has passed is the one that was kept", async () => {
    const said = { id: newId(), name: "Bread", dueAt: new Date(Date.now() + 60_000).toISOString() };
    const first = await pitchIdea(editor, said);
    expect(await pitchIdea(editor, said, { now: new Date(Date.now() + 120_000) })).toEqual(first);
  });

  it("of an editor may say who writes it by when; nobody else says that", async () => {
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const id = await idea(editor, { assigneeId: contributor.id, dueAt });
    expect(await deskStory(contributor, id)).toMatchObject({ assignee: { name: "Nurlan" }, dueAt: new Date(dueAt) });
    expect(await eventsOf(id)).toEqual(["story.pitched", "story.assigned"]);
    for (const more of [{ assigneeId: author.id }, { dueAt }])
      expect(await faultOf(idea(author, more))).toBe("forbidden");
  });

  it.each([
    ["without a name", { name: "  " }],
    ["with a name of 121 characters", { name: "x".repeat(121) }],
    ["with a NUL in its brief", { brief: "a\u0000b" }],
    ["in a section that never was", { sectionId: newId() }],
    ["for somebody who never was", { assigneeId: newId() }],
    ["for a desk that never was", { deskId: newId() }],
    ["due in the past", { dueAt: "2020-01-01T00:00:00Z" }],
  ])("%s is refused, and nothing is made", async (_name, wrong) => {
    const id = newId();
    expect(await faultOf(pitchIdea(editor, { id, name: "Bread", ...wrong }))).toBe("invalid");
    expect(await deskDb().story.count({ where: { id } })).toBe(0);
  });

  it("is not known to contributors, unless it is theirs", async () => {
    const id = await idea(author);
    expect(await faultOf(deskStory(contributor, id))).toBe("notFound");
    const own = await idea(contributor);
    expect((await deskStories(contributor, { ids: [id, own] })).stories.map((story) => story.id)).toEqual([own]);
  });

  it("cannot be published: there is no headline", async () => {
    const id = await idea(editor, { sectionId });
    expect(await faultOf(publishStory(editor, { storyId: id, version: 1, seq: 0 }))).toBe("invalid");
  });
});

describe("taking an idea up", () => {
  it("makes it the writer's own, and it stands where stories are written", async () => {
    const id = await idea(editor);
    await takeIdea(author, { storyId: id, version: 1 });
    expect(await deskStory(author, id)).toMatchObject({
      assignee: { name: "Aigul" },
      stage: { key: "draft" },
      version: 2,
      can: { write: true },
    });
    expect(await eventsOf(id)).toEqual(["story.pitched", "story.taken", "story.assigned"]);
  });

  it("at once, for who will write it anyway", async () => {
    const id = await idea(author, { take: true });
    expect(await deskStory(author, id)).toMatchObject({ assignee: { name: "Aigul" }, stage: { key: "draft" } });
    expect(await eventsOf(id)).toEqual(["story.pitched", "story.taken"]);
  });

  it("of two at once, one has it and the other is told", async () => {
    const id = await idea(editor);
    const other = await aPerson("author");
    const outcomes = await Promise.all(
      [author, other].map((who) => faultOf(takeIdea(who, { storyId: id, version: 1 }))),
    );
    expect(outcomes.toSorted()).toEqual(["conflict", "in"]);
  });

  it("sent twice, because the first answer was lost, is one", async () => {
    const id = await idea(editor);
    const first = await takeIdea(author, { storyId: id, version: 1 });
    expect(await takeIdea(author, { storyId: id, version: 1 })).toEqual(first);
    expect(await faultOf(takeIdea(editor, { storyId: id, version: 1 }))).toBe("conflict");
    expect(await eventsOf(id)).toEqual(["story.pitched", "story.taken", "story.assigned"]);
  });

  it("is for who was given it; an editor begins it without taking it away", async () => {
    const id = await idea(editor, { assigneeId: contributor.id });
    expect(await faultOf(takeIdea(author, { storyId: id, version: 1 }))).toBe("forbidden");
    await takeIdea(editor, { storyId: id, version: 1 });
    expect(await deskStory(editor, id)).toMatchObject({ assignee: { name: "Nurlan" }, stage: { key: "draft" } });
  });

  it("is refused to who only reads it, and nobody is said to have it", async () => {
    const id = await idea(editor);
    const row = { id: newId(), storyId: id, staffId: contributor.id, kind: "pictures" as const, givenAt: new Date() };
    await deskDb().assignment.create({ data: row });
    await expect(takeIdea(contributor, { storyId: id, version: 1 })).rejects.toMatchObject({
      fault: "forbidden",
      message: "You may not take this idea up.",
    });
  });

  it("goes the way of a workflow with two stages for ideas, and no other", async () => {
    const admin = await aPerson("admin");
    const now = await workflow(admin);
    const leading = (movesTo: string[]) =>
      now.stages.map((stage) => (stage.meaning === "idea" ? { ...stage, movesTo } : stage));
    const approved: Stage = { key: "approved", name: "Approved", meaning: "idea", movesTo: ["draft"] };
    await changeWorkflow(admin, { version: now.version, stages: [...leading(["approved"]), approved] });
    const id = await idea(editor, { assigneeId: author.id });
    const isOffered = async () =>
      (await storyBoard(author)).flatMap(({ stories }) => stories).find((story) => story.id === id)?.isToTake;
    const isNext = async () => (await nextActions(author, new Date())).actions.some(({ story }) => story.id === id);
    expect([await isOffered(), await isNext()]).toEqual([false, false]);
    await expect(takeIdea(author, { storyId: id, version: 1 })).rejects.toMatchObject({
      fault: "conflict",
      message: "From Idea a story moves to Approved, not to Draft.",
    });
    await moveStory(editor, { storyId: id, version: 1, stage: "approved" });
    expect([await isOffered(), await isNext()]).toEqual([true, true]);
    await takeIdea(author, { storyId: id, version: 2 });
    expect(await deskStory(author, id)).toMatchObject({ stage: { key: "draft" } });
    const { version } = await workflow(admin);
    await changeWorkflow(admin, { version, stages: leading([]), successors: { approved: "idea" } });
  });

  it("happens once, of what is there and as it was seen", async () => {
    const id = await idea(author);
    await directStory(editor, { storyId: id, version: 1, changes: { priority: "high" } });
    expect(await faultOf(takeIdea(author, { storyId: id, version: 1 }))).toBe("conflict");
    await takeIdea(author, { storyId: id, version: 2 });
    expect(await faultOf(takeIdea(author, { storyId: id, version: 3 }))).toBe("conflict");
    const spiked = await idea(author);
    await spikeStory(author, { storyId: spiked, version: 1, reason: "Old." });
    expect(await faultOf(takeIdea(author, { storyId: spiked, version: 2 }))).toBe("notFound");
    expect(await faultOf(takeIdea(contributor, { storyId: await idea(author), version: 1 }))).toBe("notFound");
  });
});

it("brief and slugline of a live story are the desk's own: readers have nothing to wait for", async () => {
  const draft = await aStory({ by: author });
  const { version } = await publishStory(editor, draft);
  const changes = { brief: "Call the ministry again.", slugline: "pass-snow" };
  await changeStory(author, { storyId: draft.storyId, version, changes });
  expect(await deskStory(author, draft.storyId)).toMatchObject({ ...changes, hasUnpublishedChanges: false });
});
