import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { aStaff } from "#newsroom/people/testing";
import { anAssignment, aStory } from "#newsroom/stories/testing";
import * as desk from "../../app/(desk)/desk/actions.ts";
import * as boardPage from "../../app/(desk)/desk/board/page.tsx";
import * as budgetPage from "../../app/(desk)/desk/budget/page.tsx";
import * as calendarPage from "../../app/(desk)/desk/calendar/page.tsx";
import * as story from "../../app/(desk)/desk/stories/[id]/actions.ts";
import { searched } from "./asked.ts";
import { type Door, door, storyDoor } from "./door.ts";

/** Of ideas, assignments and what is planned. */
export const planningDoors: Door[] = [
  door(desk.newStory, "story.create", () => [newId()]),
  door(desk.pitchIdea, "story.create", () => [{ id: newId(), name: "Bread prices" }]),
  storyDoor(story.readAssignments, "story.read", ({ storyId }) => [storyId]),
  storyDoor(story.giveAssignment, "assignment.give", async ({ storyId }) => [
    { id: newId(), storyId, staffId: (await aStaff()).id, kind: "pictures" as const, brief: "", dueAt: null },
  ]),
  storyDoor(story.changeAssignment, "assignment.give", async ({ storyId }) => [
    { ...(await assigned(storyId)), changes: { kind: "video" as const, brief: "", dueAt: null } },
  ]),
  storyDoor(story.withdrawAssignment, "assignment.give", async ({ storyId }) => [await assigned(storyId)]),
  // One's own lets one in, whosever the story is; another's is for editors, wherever they read.
  door(story.fileAssignment, "assignment.file", async ({ id }) => [
    await assigned((await aStory({ confidential: true })).storyId, id),
  ]),
  door(
    story.fileAssignment,
    "assignment.give",
    async () => [await assigned((await aStory({ confidential: true })).storyId)],
    "notFound",
  ),
  storyDoor(story.takeIdea, "story.take", async ({ storyId, version }) => {
    await deskDb().story.update({ where: { id: storyId }, data: { stage: "idea" } });
    return [{ storyId, version }];
  }),
  door(boardPage.default, "signed in", () => [searched]),
  door(calendarPage.default, "signed in", () => [searched]),
  door(budgetPage.default, "signed in", () => [searched]),
];

const assigned = async (storyId: string, staffId?: string) => ({
  assignmentId: await anAssignment({ storyId, staffId: staffId ?? (await aStaff()).id }),
  version: 1,
});
