import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { confideStory } from "../stories/commands/confide-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { submitStory } from "../stories/commands/submit-story.ts";
import { writeStory } from "../stories/commands/write-story.ts";
import { deskStory } from "../stories/queries.ts";
import { deskStories } from "../stories/story-lists.ts";
import { aNewsroom, anAssignment, aPerson, aStory, theProgram, typing } from "../stories/testing.ts";
import { ownAssignments, storyAssignments } from "./assignment-queries.ts";
import { changeAssignment } from "./commands/change-assignment.ts";
import { fileAssignment } from "./commands/file-assignment.ts";
import { giveAssignment } from "./commands/give-assignment.ts";
import { withdrawAssignment } from "./commands/withdraw-assignment.ts";

const now = new Date("2026-11-25T12:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

let author: StaffActor;
let editor: StaffActor;
let admin: StaffActor;
let photographer: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author", "Aigul");
  editor = await aPerson("editor", "Timur");
  admin = await aPerson("admin", "Daria");
  photographer = await aPerson("contributor", "Nargiza");
});

const wanted = (storyId: string, staffId: string) => ({ id: newId(), storyId, staffId, kind: "pictures" as const });

/** Aigul's story, confidential, in which Timur asks Nargiza for pictures. */
async function aStoryToFileFor(person = photographer) {
  const draft = await aStory({ by: author, confidential: true });
  const { id, version } = await giveAssignment(
    editor,
    { ...wanted(draft.storyId, person.id), brief: "The gate, at dawn.", dueAt: hours(3).toISOString() },
    { now },
  );
  return { ...draft, assignmentId: id, version: 1, at: { assignmentId: id, version } };
}
const row = (id: string) => deskDb().assignment.findUniqueOrThrow({ where: { id } });
const eventsOf = (subject: string) =>
  deskDb().event.findMany({
    where: { subject, type: { startsWith: "assignment." } },
    orderBy: { position: "asc" },
    select: { type: true, payload: true, actorId: true },
  });

describe("an assignment", () => {
  it("lets its person in who knew of nothing: they read, write and hand in, and end where the writer's own begins", async () => {
    const { storyId, at } = await aStoryToFileFor();
    const stranger = await aPerson("contributor");
    await expect(deskStory(stranger, storyId)).rejects.toMatchObject({ fault: "notFound" });

    const { can } = await deskStory(photographer, storyId);
    expect(can).toMatchObject({ read: true, write: true, comment: true, submit: true });
    expect(can).toMatchObject({ publish: false, spike: false, confide: false, share: false, refer: false });
    expect((await deskStories(photographer, {})).stories.map(({ id }) => id)).toContain(storyId);
    await writeStory(photographer, await typing(storyId, "The gate stood open."));
    await fileAssignment(photographer, at, { now: hours(1) });
    // Filed is not gone: they may be asked back.
    await writeStory(photographer, await typing(storyId, "It was six."));
    await submitStory(photographer, { storyId, version: 1, seq: 2 });

    await withdrawAssignment(editor, { ...at, version: 2 }, { now: hours(2) });
    await expect(deskStory(photographer, storyId)).rejects.toMatchObject({ fault: "notFound" });
    expect(await faultOf(writeStory(photographer, await typing(storyId, "More.")))).toBe("notFound");
    expect((await deskStories(photographer, {})).stories.map(({ id }) => id)).not.toContain(storyId);
    expect(await eventsOf(storyId)).toEqual(
      [
        ["given", editor.id],
        ["filed", photographer.id],
        ["withdrawn", editor.id],
      ].map(([verb, actorId]) => ({
        type: `assignment.${verb}`,
        actorId,
        payload: { assignmentId: at.assignmentId, to: photographer.id, kind: "pictures" },
      })),
    );
  });

  it("lets its person into a story with a named circle, and another one that is left keeps them in", async () => {
    const { storyId, at } = await aStoryToFileFor();
    await confideStory(author, { storyId, version: 1, confidential: true, circle: [author.id, editor.id] });
    const outside = await aPerson("editor");
    expect(await faultOf(giveAssignment(outside, wanted(storyId, outside.id)))).toBe("notFound");
    const words = await giveAssignment(editor, { ...wanted(storyId, photographer.id), kind: "words" });
    await withdrawAssignment(editor, at);
    expect(await faultOf(deskStory(photographer, storyId))).toBe("in");
    await withdrawAssignment(editor, { assignmentId: words.id, version: 1 });
    expect(await faultOf(deskStory(photographer, storyId))).toBe("notFound");
  });

  it("is shown to who reads the story, with who, what and by when, what waits before what was filed", async () => {
    const { storyId, at } = await aStoryToFileFor();
    const later = wanted(storyId, author.id);
    await giveAssignment(editor, later);
    const soon = { ...wanted(storyId, editor.id), dueAt: hours(1).toISOString() };
    await giveAssignment(editor, soon, { now });
    const gone = { ...wanted(storyId, admin.id), kind: "video" as const };
    await giveAssignment(editor, gone);
    await withdrawAssignment(editor, { assignmentId: gone.id, version: 1 });
    await fileAssignment(photographer, at, { now });

    const { list, can } = await storyAssignments(author, storyId);
    expect(can).toEqual({ give: false });
    expect(list.map(({ id }) => id)).toEqual([soon.id, later.id, at.assignmentId]);
    expect(list.map((one) => one.can.file)).toEqual([false, true, false]);
    expect(list[2]).toMatchObject({
      kind: "pictures",
      brief: "The gate, at dawn.",
      dueAt: hours(3),
      person: { id: photographer.id, name: "Nargiza" },
      givenBy: "Timur",
      filedAt: now,
      can: { file: false, change: false, withdraw: false },
    });
    expect((await storyAssignments(editor, storyId)).can).toEqual({ give: true });
    for (const storyOf of [storyId, "no story", newId()])
      await expect(storyAssignments(await aPerson("contributor"), storyOf)).rejects.toMatchObject({
        fault: "notFound",
      });
  });

  it("stands on the list of its person until it is filed, what is due first on top", async () => {
    const person = await aPerson("contributor");
    const late = await aStoryToFileFor(person);
    const first = await aStory({ by: author, headline: "First of all" });
    await giveAssignment(editor, { ...wanted(first.storyId, person.id), dueAt: hours(1).toISOString() }, { now });
    const undated = await aStory({ by: author });
    await giveAssignment(editor, wanted(undated.storyId, person.id));
    const spiked = await aStory({ by: author });
    await giveAssignment(editor, wanted(spiked.storyId, person.id));
    await spikeStory(editor, { storyId: spiked.storyId, version: 1, reason: "Twice." });

    const own = await ownAssignments(person);
    expect(own.map(({ story }) => story.id)).toEqual([first.storyId, late.storyId, undated.storyId]);
    expect(own[0]).toMatchObject({
      story: { headline: "First of all", language: "en" },
      givenBy: "Timur",
      dueAt: hours(1),
    });
    expect(await ownAssignments(person, 1)).toHaveLength(1);
    await fileAssignment(person, late.at);
    expect(await ownAssignments(person)).toHaveLength(2);
    expect(await ownAssignments(theProgram)).toEqual([]);
  });
});

describe("by role", () => {
  const verbs = {
    give: (who: StaffActor, { storyId }: Made) => giveAssignment(who, { ...wanted(storyId, who.id), kind: "graphics" }),
    change: (who: StaffActor, { at }: Made) => changeAssignment(who, { ...at, changes: { kind: "video" } }),
    file: (who: StaffActor, { at }: Made) => fileAssignment(who, at),
    withdraw: (who: StaffActor, { at }: Made) => withdrawAssignment(who, at),
  };
  type Made = Awaited<ReturnType<typeof aStoryToFileFor>>;

  it.each([
    ["give", { stranger: "notFound", photographer: "forbidden", author: "forbidden", editor: "in", admin: "in" }],
    ["change", { stranger: "notFound", photographer: "forbidden", author: "forbidden", editor: "in", admin: "in" }],
    ["file", { stranger: "notFound", photographer: "in", author: "forbidden", editor: "in", admin: "in" }],
    ["withdraw", { stranger: "notFound", photographer: "forbidden", author: "forbidden", editor: "in", admin: "in" }],
  ] as const)("%s", async (verb, expected) => {
    const people = { stranger: await aPerson("contributor"), photographer, author, editor, admin };
    const heard: Record<string, string> = {};
    for (const [who, person] of Object.entries(people))
      heard[who] = await faultOf(verbs[verb](person, await aStoryToFileFor()));
    expect(heard).toEqual(expected);
  });

  it("an author whom a story is open to files only their own", async () => {
    const { storyId } = await aStory({ by: author });
    const reader = await aPerson("author");
    const [theirs, own] = [
      await anAssignment({ storyId, staffId: photographer.id }),
      await anAssignment({ storyId, staffId: reader.id }),
    ];
    expect(await faultOf(fileAssignment(reader, { assignmentId: theirs, version: 1 }))).toBe("forbidden");
    expect(await faultOf(fileAssignment(reader, { assignmentId: own, version: 1 }))).toBe("in");
  });
});

describe("is refused", () => {
  const issueOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "in",
      ({ issues }) => issues[0]?.path,
    );

  it("at its field: for who left, for a time that has passed, for the same twice", async () => {
    const { storyId, at } = await aStoryToFileFor();
    const gone = await aPerson("author");
    await deskDb().staff.update({ where: { id: gone.id }, data: { deactivatedAt: now } });
    const dueAt = hours(-1).toISOString();
    const give = (more: object, person = author) =>
      issueOf(giveAssignment(editor, { ...wanted(storyId, person.id), ...more }, { now }));
    expect(await give({}, gone)).toBe("staffId");
    expect(await give({ staffId: newId() })).toBe("staffId");
    expect(await give({ dueAt })).toBe("dueAt");
    expect(await give({ dueAt: now.toISOString() })).toBe("dueAt");
    expect(await give({ brief: "x".repeat(2_001) })).toBe("brief");
    expect(await give({}, photographer)).toBe("kind");
    expect(await give({ kind: "video" }, photographer)).toBe("in");
    const change = (changes: object) =>
      issueOf(changeAssignment(editor, { ...at, changes: { ...changes } }, { now: hours(1) }));
    expect(await change({ dueAt: hours(1).toISOString() })).toBe("changes.dueAt");
    expect(await change({ kind: "video" })).toBe("changes.kind");
    await fileAssignment(photographer, at);
    expect(await give({}, photographer)).toBe("in");
  });

  it("in a story that lies in the trash", async () => {
    const { storyId, at } = await aStoryToFileFor();
    await spikeStory(editor, { storyId, version: 1, reason: "Twice." });
    const heard = await Promise.all(
      [
        giveAssignment(editor, wanted(storyId, author.id)),
        changeAssignment(editor, { ...at, changes: { brief: "" } }),
        fileAssignment(photographer, at),
        withdrawAssignment(editor, at),
        storyAssignments(editor, storyId),
      ].map(faultOf),
    );
    expect(new Set(heard)).toEqual(new Set(["notFound"]));
  });

  it("to who saw an older one, and once it waits no more", async () => {
    const { at } = await aStoryToFileFor();
    expect(await changeAssignment(editor, { ...at, changes: { brief: "At noon.", dueAt: null } })).toEqual({
      version: 2,
    });
    expect(await row(at.assignmentId)).toMatchObject({ brief: "At noon.", dueAt: null, kind: "pictures" });
    expect(await faultOf(changeAssignment(editor, { ...at, changes: { brief: "" } }))).toBe("conflict");
    expect(await faultOf(fileAssignment(photographer, at))).toBe("conflict");
    expect(await faultOf(withdrawAssignment(editor, at))).toBe("conflict");
    expect(await changeAssignment(editor, { ...at, version: 2, changes: { brief: "At noon." } })).toEqual({
      version: 2,
    });
    await fileAssignment(photographer, { ...at, version: 2 });
    expect(await faultOf(changeAssignment(editor, { ...at, version: 3, changes: { brief: "" } }))).toBe("conflict");
    await withdrawAssignment(editor, { ...at, version: 3 });
    expect(await faultOf(fileAssignment(editor, { ...at, version: 4 }))).toBe("conflict");
    expect(await faultOf(changeAssignment(editor, { ...at, version: 4, changes: { brief: "" } }))).toBe("conflict");
  });
});

describe("two at once, and twice the same", () => {
  it("give one thing to one person once", async () => {
    const { storyId } = await aStory({ by: author });
    const both = await Promise.all(
      [editor, admin].map((who) => faultOf(giveAssignment(who, wanted(storyId, photographer.id)))),
    );
    expect(both.toSorted()).toEqual(["in", "invalid"]);
    expect(await deskDb().assignment.count({ where: { storyId } })).toBe(1);
  });

  it("one change wins, the other hears that it saw an older one", async () => {
    const { at } = await aStoryToFileFor();
    const both = await Promise.all(
      ["At noon.", "At night."].map((brief) => faultOf(changeAssignment(editor, { ...at, changes: { brief } }))),
    );
    expect(both.toSorted()).toEqual(["conflict", "in"]);
  });

  it("are filed and withdrawn once, and both hear that it is done", async () => {
    const { storyId, at } = await aStoryToFileFor();
    const filed = await Promise.all([photographer, editor].map((who) => fileAssignment(who, at)));
    expect(filed).toEqual([{ version: 2 }, { version: 2 }]);
    const gone = await Promise.all([editor, admin].map((who) => withdrawAssignment(who, { ...at, version: 2 })));
    expect(gone).toEqual([{ version: 3 }, { version: 3 }]);
    expect((await eventsOf(storyId)).map(({ type }) => type)).toEqual([
      "assignment.given",
      "assignment.filed",
      "assignment.withdrawn",
    ]);
  });

  it("a repeated command answers with the first result, by its id as by the assignment's own", async () => {
    const { storyId } = await aStory({ by: author });
    const [asked, commandId] = [wanted(storyId, photographer.id), newId()];
    const first = await giveAssignment(editor, asked, { commandId });
    await fileAssignment(photographer, { assignmentId: first.id, version: 1 });
    expect(await giveAssignment(editor, asked, { commandId })).toEqual(first);
    expect(await giveAssignment(editor, asked)).toEqual({ id: first.id, version: 2 });
    const other = await aStory({ by: author });
    expect(await faultOf(giveAssignment(editor, { ...asked, storyId: other.storyId }))).toBe("conflict");
    expect(await deskDb().assignment.count({ where: { staffId: photographer.id, storyId } })).toBe(1);
  });

  it("a change whose answer was lost is the same change; other words of a given one are not taken for given", async () => {
    const { storyId, at } = await aStoryToFileFor();
    const changes = { brief: "At noon." };
    const first = await changeAssignment(editor, { ...at, changes });
    expect(await changeAssignment(editor, { ...at, changes })).toEqual(first);
    const asked = { ...wanted(storyId, photographer.id), kind: "video" as const, brief: "The queue." };
    await giveAssignment(editor, asked);
    for (const other of [{ kind: "graphics" as const }, { brief: "The gate." }, { dueAt: "2099-01-01T00:00:00Z" }])
      await expect(giveAssignment(editor, { ...asked, ...other })).rejects.toMatchObject({
        fault: "conflict",
        message: "Nargiza was given this already, in other words. Please change it in the list.",
      });
    expect(await faultOf(giveAssignment(editor, { ...asked, staffId: author.id }))).toBe("conflict");
  });
});
