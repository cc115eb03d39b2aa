import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { createDesk } from "../workflow/commands/create-desk.ts";
import { directStory } from "./commands/direct-story.ts";
import { moveStory } from "./commands/move-story.ts";
import { submitStory } from "./commands/submit-story.ts";
import { deskStory } from "./queries.ts";
import { deskStories } from "./story-lists.ts";
import { aNewsroom, aPerson, aStory, eventsOf } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
});

const inAnHour = () => new Date(Date.now() + 3_600_000);

describe("who is to do it, until when", () => {
  it("makes the story theirs: they write and hand in what somebody else began", async () => {
    const contributor = await aPerson("contributor");
    const { storyId } = await aStory({ by: editor });
    expect(await faultOf(deskStory(contributor, storyId))).toBe("notFound");
    await directStory(editor, { storyId, version: 1, changes: { assigneeId: contributor.id } });
    expect((await deskStory(contributor, storyId)).can).toMatchObject({ write: true, submit: true, publish: false });
    await submitStory(contributor, { storyId, version: 2, seq: 0 });
    await directStory(editor, { storyId, version: 3, changes: { assigneeId: null } });
    expect(await faultOf(deskStory(contributor, storyId))).toBe("notFound");
    expect(await eventsOf(storyId, "story.assigned")).toEqual([
      { from: null, to: contributor.id },
      { from: contributor.id, to: null },
    ]);
  });

  it("is found in the list: by person, desk, priority, and overdue until it is ready", async () => {
    const deskId = newId();
    await createDesk(await aPerson("admin"), { id: deskId, name: "Night desk" });
    const { storyId } = await aStory({ by: editor });
    const due = inAnHour();
    await directStory(editor, {
      storyId,
      version: 1,
      changes: { assigneeId: author.id, deskId, priority: "urgent", dueAt: due.toISOString() },
    });
    expect(await deskStory(author, storyId)).toMatchObject({
      assignee: { name: "Aigul" },
      desk: { name: "Night desk" },
      priority: "urgent",
      dueAt: due,
    });
    const later = new Date(due.getTime() + 1);
    const found = async (filter: Parameters<typeof deskStories>[1], who = author) =>
      (await deskStories(who, filter)).stories.some(({ id }) => id === storyId);
    for (const filter of [
      { assignee: "me" },
      { assignee: author.id },
      { mine: true },
      { deskId },
      { priority: "urgent" as const },
      { overdueAt: later },
    ])
      expect([filter, await found(filter)]).toEqual([filter, true]);
    for (const filter of [
      { assignee: "nobody" },
      { assignee: editor.id },
      { priority: "high" as const },
      { overdueAt: due },
      { deskId: newId() },
    ])
      expect([filter, await found(filter)]).toEqual([filter, false]);
    expect(await found({ assignee: "me" }, editor)).toBe(false);
    await moveStory(editor, { storyId, version: 2, stage: "ready" });
    expect(await found({ overdueAt: later })).toBe(false);
  });

  it("says nothing twice, and refuses people who left, desks that are gone, and times that have passed", async () => {
    const gone = await aPerson("author");
    await deskDb().staff.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    const { storyId } = await aStory({ by: author });
    const direct = (changes: object, who = editor) => directStory(who, { storyId, version: 1, changes });
    expect(await direct({ priority: "normal", dueAt: null })).toEqual({ version: 1 });
    await expect(
      direct({ assigneeId: gone.id, deskId: newId(), dueAt: new Date(Date.now() - 1).toISOString() }),
    ).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "changes.assigneeId" }, { path: "changes.deskId" }, { path: "changes.dueAt" }],
    });
    for (const changes of [{}, { priority: "asap" }, { dueAt: "tomorrow" }, { assigneeId: "somebody" }])
      expect(await faultOf(direct(changes))).toBe("invalid");
    expect(await faultOf(direct({ priority: "high" }, author))).toBe("forbidden");
    expect(await deskDb().event.count({ where: { subject: storyId, type: { not: "story.created" } } })).toBe(0);
  });

  it("is decided by one of two who ask at once", async () => {
    const { storyId } = await aStory({ by: author });
    const outcomes = await Promise.all(
      ["high", "urgent"].map((priority) =>
        faultOf(directStory(editor, { storyId, version: 1, changes: { priority: priority as "high" } })),
      ),
    );
    expect(outcomes.toSorted()).toEqual(["conflict", "in"]);
  });
});
