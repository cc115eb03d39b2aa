import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { pitchIdea } from "../planning/commands/pitch-idea.ts";
import { confideStory } from "../stories/commands/confide-story.ts";
import { directStory } from "../stories/commands/direct-story.ts";
import { editComment } from "../stories/commands/edit-comment.ts";
import { removeComment } from "../stories/commands/remove-comment.ts";
import { replyToThread } from "../stories/commands/reply-to-thread.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { aNewsroom, aPerson, aStory, theProgram } from "../stories/testing.ts";
import { noteOverdue } from "./jobs.ts";
import { floodOfTrouble } from "./kinds.ts";
import { ownNotifications } from "./queries.ts";
import { aMention, announce, aReturned, HOUR, later, MINUTE, rowsOf, versionOf } from "./testing.ts";

let writer: StaffActor;
let editor: StaffActor;
let founded = false;
beforeEach(async () => {
  if (!founded) await aNewsroom();
  founded = true;
  await deskDb().notification.deleteMany();
  writer = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
});

const kindsOf = async (actor: StaffActor) =>
  (await ownNotifications(actor)).notifications.map(({ kind, words }) => [kind, words]);
const direct = async (storyId: string, changes: { assigneeId?: string | null; dueAt?: string }, now = new Date()) =>
  directStory(editor, { storyId, version: await versionOf(storyId), changes }, { now });

async function anAssignment(staffId: string, own: { dueAt?: Date; filedAt?: Date; withdrawnAt?: Date } = {}) {
  const { storyId } = await aStory({ by: writer });
  const id = newId();
  await deskDb().assignment.create({ data: { id, storyId, staffId, kind: "pictures", givenAt: new Date(), ...own } });
  return { id, storyId };
}

describe("somebody is told", () => {
  it("that they were mentioned, once, and not by themselves", async () => {
    const { storyId, threadId, commentId } = await aMention(writer, editor);
    expect(await kindsOf(writer)).toEqual([["mention", "Timur mentioned you in a comment on"]]);
    const text = `Ask @{${writer.id}} and @{${editor.id}}, please`;
    await editComment(editor, { commentId, version: 1, text });
    expect(await rowsOf(writer)).toHaveLength(1);
    expect(await rowsOf(editor)).toEqual([]);
    await replyToThread(writer, { threadId, commentId: newId(), text: `Yes @{${editor.id}}` });
    const { notifications } = await ownNotifications(editor);
    expect(notifications).toMatchObject([
      { path: `/desk/stories/${storyId}?thread=${threadId}`, headline: "Snow closes the pass", isSeen: false },
    ]);
  });

  it.each([
    ["taken out", (commentId: string) => editComment(editor, { commentId, version: 1, text: "Never mind" })],
    ["removed with its comment", (commentId: string) => removeComment(editor, { commentId, version: 1 })],
  ])("nothing of a mention that was %s before they looked", async (_how, takeBack) => {
    const { commentId } = await aMention(writer, editor);
    await takeBack(commentId);
    expect(await rowsOf(writer)).toEqual([]);
  });

  it("that a story was assigned to them, until it is another's", async () => {
    const { storyId } = await aStory({ by: editor });
    await direct(storyId, { assigneeId: writer.id });
    expect(await kindsOf(writer)).toEqual([["assignment", "Timur assigned you to"]]);
    const other = await aPerson("author", "Bakyt");
    await direct(storyId, { assigneeId: other.id });
    expect(await rowsOf(writer)).toEqual([]);
    await direct(storyId, { assigneeId: editor.id });
    expect([await rowsOf(other), await rowsOf(editor)]).toEqual([[], []]);
  });

  it("that they were given an assignment, that it was changed, and nothing of one that was withdrawn", async () => {
    const { id: assignmentId, storyId: subject } = await anAssignment(writer.id);
    const payload = { assignmentId, to: writer.id, kind: "pictures" };
    await announce(editor, { type: "assignment.given", subject, payload });
    await announce(editor, { type: "assignment.changed", subject, payload });
    expect(await kindsOf(writer)).toEqual([
      ["assignment", "Timur changed your assignment for"],
      ["assignment", "Timur gave you an assignment for"],
    ]);
    await announce(editor, { type: "assignment.withdrawn", subject, payload });
    expect(await rowsOf(writer)).toEqual([]);
  });

  it("that a story came back: who has it, else who started it", async () => {
    await aReturned(writer, editor);
    expect(await kindsOf(writer)).toEqual([["return", "Timur returned to you"]]);
    const { storyId } = await aStory({ by: writer });
    const other = await aPerson("author");
    await deskDb().story.update({ where: { id: storyId }, data: { stage: "edit", assigneeId: other.id } });
    await returnStory(editor, { storyId, version: await versionOf(storyId), reason: "Who?" });
    expect(await kindsOf(other)).toHaveLength(1);
    expect(await kindsOf(writer)).toHaveLength(1);
  });

  it("nothing once they were deactivated", async () => {
    const { storyId } = await aStory({ by: writer });
    await deskDb().staff.update({ where: { id: writer.id }, data: { deactivatedAt: new Date() } });
    await announce(editor, { type: "story.returned", subject: storyId, payload: {} });
    expect(await rowsOf(writer)).toEqual([]);
  });

  it("nothing of a story that they may not read", async () => {
    const { storyId: subject } = await aStory({ by: editor, confidential: true });
    await announce(editor, { type: "assignment.given", subject, payload: { to: writer.id, assignmentId: newId() } });
    expect(await rowsOf(writer)).toEqual([]);
  });
});

describe("what is overdue", () => {
  const due = async (dueAt: Date, own: { assigneeId?: string; stage?: string } = {}) => {
    const { storyId } = await aStory({ by: writer });
    await deskDb().story.update({ where: { id: storyId }, data: { dueAt, ...own } });
    return storyId;
  };

  it("is told to who has it once, and once more when a new time has passed", async () => {
    const storyId = await due(later(-MINUTE));
    await noteOverdue(new Date());
    await noteOverdue(later(MINUTE));
    expect(await kindsOf(writer)).toEqual([["overdue", "Overdue:"]]);
    await deskDb().story.update({ where: { id: storyId }, data: { dueAt: later(HOUR) } });
    await noteOverdue(later(MINUTE));
    expect(await rowsOf(writer)).toHaveLength(1);
    await noteOverdue(later(2 * HOUR));
    expect(await rowsOf(writer)).toHaveLength(2);
  });

  it("is told to its assignee before its creator", async () => {
    const other = await aPerson("author");
    await due(later(-MINUTE), { assigneeId: other.id });
    await noteOverdue(new Date());
    expect([(await rowsOf(other)).length, (await rowsOf(writer)).length]).toEqual([1, 0]);
  });

  it("is not told of what is ready, or was due more than a day ago", async () => {
    await due(later(-MINUTE), { stage: "ready" });
    await due(later(-25 * HOUR));
    await due(later(HOUR));
    await noteOverdue(new Date());
    expect(await rowsOf(writer)).toEqual([]);
  });

  it("is told of assignments too, as long as they wait", async () => {
    const dueAt = later(-MINUTE);
    const { id } = await anAssignment(writer.id, { dueAt });
    await anAssignment(writer.id, { dueAt, filedAt: new Date() });
    await anAssignment(writer.id, { dueAt, withdrawnAt: new Date() });
    await noteOverdue(new Date());
    await noteOverdue(new Date());
    expect(await rowsOf(writer)).toMatchObject([{ kind: "overdue", aboutId: id }]);
    expect(await kindsOf(writer)).toEqual([["overdue", "Your assignment is overdue for"]]);
  });
});

describe("whoever has a story has left", () => {
  const leave = ({ id }: StaffActor) => deskDb().staff.update({ where: { id }, data: { deactivatedAt: new Date() } });

  it("those who direct it are told once that it is overdue, and nobody else", async () => {
    const { storyId } = await aStory({ by: editor });
    await deskDb().story.update({ where: { id: storyId }, data: { assigneeId: writer.id, dueAt: later(-HOUR) } });
    const id = newId();
    const given = { id, storyId, staffId: writer.id, kind: "pictures" as const, givenAt: new Date() };
    await deskDb().assignment.create({ data: { ...given, dueAt: later(-HOUR) } });
    const author = await aPerson("author");
    await leave(writer);
    await noteOverdue(new Date());
    await noteOverdue(later(MINUTE));
    expect((await kindsOf(editor)).toSorted()).toEqual([
      ["overdue", "Overdue is an assignment of somebody who has left, for"],
      ["overdue", "Overdue, with somebody who has left:"],
    ]);
    for (const other of [author, writer]) expect(await rowsOf(other)).toEqual([]);
  });

  it("those who direct it are told that it came back, but not who returned it, nor who may not know of it", async () => {
    const colleague = await aPerson("editor", "Daria");
    await leave(writer);
    await aReturned(writer, editor);
    expect(await kindsOf(colleague)).toEqual([["return", "Timur returned to somebody who has left"]]);
    expect(await rowsOf(editor)).toEqual([]);
    const { storyId } = await aStory({ by: writer, confidential: true });
    await deskDb().storyCircle.create({ data: { storyId, staffId: editor.id } });
    await announce(editor, { type: "story.returned", subject: storyId, payload: {} });
    expect(await kindsOf(colleague)).toHaveLength(1);
  });
});

describe("trouble with a publication", () => {
  const aFailedPlan = async (storyId: string, plannedById: string) => {
    const planId = newId();
    const at = new Date();
    const plan = { id: planId, storyId, verb: "withdraw" as const, at, zone: "UTC", plannedById, plannedAt: at };
    await deskDb().plan.create({ data: { ...plan, failedAt: at } });
    await announce(theProgram, { type: "plan.failed", subject: storyId, payload: { planId } });
  };
  const failed = ["trouble", "A plan could not be carried out for"];

  it("is told to who planned it and to the editors, but of a closed story only to those who may know of it", async () => {
    const outside = await aPerson("editor", "Outside");
    const { storyId } = await aStory({ by: writer });
    await aFailedPlan(storyId, writer.id);
    for (const person of [writer, editor, outside]) expect(await kindsOf(person)).toEqual([failed]);
    expect(await rowsOf(await aPerson("author"))).toEqual([]);

    const closed = await aStory({ by: writer });
    await confideStory(editor, { ...closed, confidential: true, circle: [editor.id] });
    await aFailedPlan(closed.storyId, writer.id);
    for (const person of [writer, editor]) expect(await kindsOf(person)).toEqual([failed, failed]);
    expect(await rowsOf(outside)).toHaveLength(1);
  });

  it("that comes in a flood is told until nobody could take it in", async () => {
    const { storyId } = await aStory({ by: writer });
    for (let n = 0; n < floodOfTrouble.most + 2; n++) await aFailedPlan(storyId, writer.id);
    for (const person of [writer, editor]) expect(await rowsOf(person)).toHaveLength(floodOfTrouble.most);
  });
});

it("an idea is called by its name while it has no headline", async () => {
  const { id } = await pitchIdea(editor, { id: newId(), name: "Bread prices", assigneeId: writer.id });
  expect((await ownNotifications(writer)).notifications).toMatchObject([
    { path: `/desk/stories/${id}`, headline: "", slugline: "Bread prices" },
  ]);
});
