import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { createDesk } from "../workflow/commands/create-desk.ts";
import { changeStory } from "./commands/change-story.ts";
import { clearStory } from "./commands/clear-story.ts";
import { directStory } from "./commands/direct-story.ts";
import { holdStory } from "./commands/hold-story.ts";
import { moveStory } from "./commands/move-story.ts";
import { planPublication } from "./commands/plan-publication.ts";
import { publishStory } from "./commands/publish-story.ts";
import { referStory } from "./commands/refer-story.ts";
import { releaseStory } from "./commands/release-story.ts";
import { returnStory } from "./commands/return-story.ts";
import { submitStory } from "./commands/submit-story.ts";
import { carryOutDuePlans } from "./publication/due-plans.ts";
import { publishedStory } from "./published.ts";
import { deskStory } from "./queries.ts";
import { storyRevisions } from "./revisions/revision-queries.ts";
import { deskStories } from "./story-lists.ts";
import { aNewsroom, aPerson, aStory } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
});

const inAnHour = () => new Date(Date.now() + 3_600_000);
const eventsOf = async (storyId: string, type: string) =>
  (await deskDb().event.findMany({ where: { subject: storyId, type }, orderBy: { position: "asc" } })).map(
    ({ payload }) => payload,
  );
const notes = async (storyId: string) =>
  (await deskDb().storyNote.findMany({ where: { storyId }, orderBy: { at: "asc" } })).map(({ text }) => text);

describe("a move", () => {
  it("takes a note along, and none if there is none", async () => {
    const { storyId } = await aStory({ by: author });
    await moveStory(editor, { storyId, version: 1, stage: "edit" });
    await moveStory(editor, { storyId, version: 2, stage: "copy", note: "Names are checked." });
    expect((await deskStory(author, storyId)).stage).toEqual({ key: "copy", name: "Copy", meaning: "desk" });
    expect(await notes(storyId)).toEqual(["Names are checked."]);
    const [first, second] = await eventsOf(storyId, "story.stage_moved");
    expect(first).toEqual({ from: "draft", to: "edit", noteId: null });
    expect(second).toEqual({ from: "edit", to: "copy", noteId: expect.any(String) });
  });

  it("that the workflow does not know gets a clear answer and changes nothing", async () => {
    const { storyId } = await aStory({ by: author });
    await expect(moveStory(editor, { storyId, version: 1, stage: "galley" })).rejects.toMatchObject({
      fault: "invalid",
      message: "The workflow has no such stage any more. Please choose another.",
    });
    await deskDb().stage.update({ where: { key: "draft" }, data: { movesTo: ["edit"] } });
    await expect(moveStory(editor, { storyId, version: 1, stage: "ready" })).rejects.toMatchObject({
      fault: "conflict",
      message: "From Draft a story moves to Edit, not to Ready.",
    });
    await moveStory(editor, { storyId, version: 1, stage: "edit" });
    await deskDb().stage.update({ where: { key: "draft" }, data: { movesTo: [] } });
    expect(await deskStory(editor, storyId)).toMatchObject({ version: 2 });
  });

  it("happens once when two move at once: the other is told", async () => {
    const { storyId } = await aStory({ by: author });
    const outcomes = await Promise.all(
      ["edit", "copy", "ready"].map((stage) => faultOf(moveStory(editor, { storyId, version: 1, stage }))),
    );
    expect(outcomes.toSorted()).toEqual(["conflict", "conflict", "in"]);
    expect(await eventsOf(storyId, "story.stage_moved")).toHaveLength(1);
  });

  it("to the lawyers asks for their word", async () => {
    const { storyId } = await aStory({ by: author });
    await moveStory(editor, { storyId, version: 1, stage: "legal" });
    expect((await deskStory(editor, storyId)).legal).toMatchObject({ status: "required", by: "Timur" });
  });

  it("and everything else that only the desk sees leaves a live story without changes for readers", async () => {
    const draft = await aStory({ by: author });
    let { version } = await publishStory(editor, draft);
    const at = () => ({ storyId: draft.storyId, version: version++ });
    await moveStory(editor, { ...at(), stage: "ready" });
    await directStory(editor, { ...at(), changes: { priority: "urgent", assigneeId: author.id } });
    await holdStory(editor, { ...at(), reason: "A call is out." });
    await releaseStory(editor, at());
    await referStory(author, at());
    await clearStory(editor, { ...at(), as: "cleared" });
    expect(await deskStory(editor, draft.storyId)).toMatchObject({ version, hasUnpublishedChanges: false });
    expect((await storyRevisions(editor, draft.storyId)).map(({ kind }) => kind)).toEqual(["published"]);
    await changeStory(editor, { ...at(), changes: { dateline: "Osh" } });
    expect(await deskStory(editor, draft.storyId)).toMatchObject({ version, hasUnpublishedChanges: true });
  });
});

describe("a return", () => {
  it("tells the writer why, until the story is handed in again", async () => {
    const { storyId } = await aStory({ by: author });
    await submitStory(author, { storyId, version: 1 });
    await returnStory(editor, { storyId, version: 2, reason: "Who says so?\nPlease call them." });
    expect(await deskStory(author, storyId)).toMatchObject({
      stage: { key: "draft" },
      returned: { reason: "Who says so?\nPlease call them.", by: "Timur", at: expect.any(Date) },
    });
    const toMe = async (who: StaffActor) => (await deskStories(who, { returned: "toMe" })).stories.map(({ id }) => id);
    expect(await toMe(author)).toEqual([storyId]);
    expect(await toMe(editor)).toEqual([]);
    expect((await deskStories(editor, { returned: "any" })).stories.map(({ id }) => id)).toEqual([storyId]);
    await submitStory(author, { storyId, version: 3 });
    expect(await deskStory(author, storyId)).toMatchObject({ stage: { key: "edit" }, returned: null });
    expect((await deskStories(author, { returned: "any" })).stories).toEqual([]);
  });

  it.each([
    ["without a reason", { reason: "  " }, "invalid"],
    ["on a stale version", { version: 1 }, "conflict"],
  ])("%s is refused", async (_name, wrong, fault) => {
    const { storyId } = await aStory({ by: author });
    await submitStory(author, { storyId, version: 1 });
    const asked = { storyId, version: 2, reason: "Who says so?", ...wrong };
    await expect(returnStory(editor, asked)).rejects.toMatchObject({ fault });
    expect(await deskStory(editor, storyId)).toMatchObject({ version: 2, stage: { key: "edit" } });
  });

  it("to a writer who has it is refused, and so is one by a writer", async () => {
    const { storyId } = await aStory({ by: author });
    expect(await faultOf(returnStory(editor, { storyId, version: 1, reason: "Why?" }))).toBe("conflict");
    expect(await faultOf(returnStory(author, { storyId, version: 1, reason: "Why?" }))).toBe("forbidden");
  });
});

describe("handing in and returning go the workflow's ways", () => {
  const proof = { key: "proof", name: "Proof", meaning: "desk" as const, position: 8 };
  const rewrite = { key: "rewrite", name: "Rewrite", meaning: "writing" as const, position: 9 };
  const leading = (key: string, ...movesTo: string[]) =>
    deskDb().stage.update({ where: { key }, data: { movesTo: { set: movesTo } } });
  beforeAll(() => deskDb().stage.createMany({ data: [proof, rewrite] }));
  afterEach(async () => {
    for (const key of ["draft", "edit"]) await leading(key);
  });
  afterAll(async () => {
    await deskDb().story.updateMany({ where: { stage: { in: ["proof", "rewrite"] } }, data: { stage: "draft" } });
    await deskDb().stage.deleteMany({ where: { key: { in: ["proof", "rewrite"] } } });
  });

  it("to the first stage for editing that they lead to, with what is refused named", async () => {
    const { storyId } = await aStory({ by: author });
    await leading("draft", "rewrite", "ready");
    await expect(submitStory(author, { storyId, version: 1 })).rejects.toMatchObject({
      fault: "conflict",
      message: "From Draft a story moves to Ready, Rewrite, not to Edit.",
    });
    expect(await deskStory(author, storyId)).toMatchObject({ version: 1, stage: { key: "draft" } });
    expect((await storyRevisions(author, storyId)).map(({ kind }) => kind)).not.toContain("submitted");
    await leading("draft", "rewrite", "proof");
    await submitStory(author, { storyId, version: 1 });
    expect(await deskStory(author, storyId)).toMatchObject({ stage: { key: "proof" } });
  });

  it("back to the first stage for writing that they lead to, or to the one that is asked for", async () => {
    const { storyId } = await aStory({ by: author });
    const back = (version: number, stage?: string) =>
      returnStory(editor, { storyId, version, reason: "Who says so?", ...(stage && { stage }) });
    await submitStory(author, { storyId, version: 1 });
    await leading("edit", "ready");
    await expect(back(2)).rejects.toMatchObject({
      fault: "conflict",
      message: "From Edit a story moves to Ready, not to Draft.",
    });
    await expect(back(2, "rewrite")).rejects.toMatchObject({ fault: "conflict" });
    expect(await deskStory(author, storyId)).toMatchObject({ version: 2, stage: { key: "edit" }, returned: null });
    await leading("edit", "ready", "rewrite");
    expect(await faultOf(back(2, "ready"))).toBe("invalid");
    await back(2);
    expect(await deskStory(author, storyId)).toMatchObject({ stage: { key: "rewrite" } });
    await submitStory(author, { storyId, version: 3 });
    await leading("edit");
    await back(4, "rewrite");
    expect(await deskStory(author, storyId)).toMatchObject({
      stage: { key: "rewrite" },
      returned: { reason: "Who says so?" },
    });
  });
});

describe("who is to do it, until when", () => {
  it("makes the story theirs: they write and hand in what somebody else began", async () => {
    const contributor = await aPerson("contributor");
    const { storyId } = await aStory({ by: editor });
    expect(await faultOf(deskStory(contributor, storyId))).toBe("notFound");
    await directStory(editor, { storyId, version: 1, changes: { assigneeId: contributor.id } });
    expect((await deskStory(contributor, storyId)).can).toMatchObject({ write: true, submit: true, publish: false });
    await submitStory(contributor, { storyId, version: 2 });
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

describe("legal", () => {
  it("stops every way to publish while it is required, and says by whom and when it was cleared", async () => {
    const draft = await aStory({ by: author, headline: "A minister and a mine" });
    const { storyId } = draft;
    const at = inAnHour();
    const planned = await planPublication(editor, { ...draft, at: at.toISOString(), zone: "UTC" });
    let { version } = await referStory(author, { storyId, version: planned.version, note: "Is page two safe?" });
    for (const person of [author, editor])
      await expect(publishStory(person, { storyId, version, seq: 0 })).rejects.toMatchObject({
        fault: "conflict",
        message: expect.stringContaining("waits for legal"),
      });
    expect(
      await faultOf(planPublication(editor, { storyId, version, seq: 0, at: at.toISOString(), zone: "UTC" })),
    ).toBe("conflict");
    expect(await carryOutDuePlans(at)).toBe(0);
    const { slug, plan } = await deskStory(editor, storyId);
    expect(plan?.failure).toContain("waits for legal");
    expect(await publishedStory(slug)).toBeNull();

    ({ version } = await clearStory(editor, { storyId, version, as: "cleared", note: "With one cut." }));
    expect((await deskStory(author, storyId)).legal).toEqual({
      status: "cleared",
      by: "Timur",
      at: expect.any(Date),
    });
    await publishStory(author, { storyId, version, seq: 0 });
    expect(await publishedStory(slug)).not.toBeNull();
    expect(await notes(storyId)).toEqual(["Is page two safe?", "With one cut."]);
  });

  it("can turn out not to be needed, and to be needed again", async () => {
    const { storyId } = await aStory({ by: author });
    await referStory(author, { storyId, version: 1 });
    expect(await faultOf(referStory(editor, { storyId, version: 2 }))).toBe("conflict");
    expect(await faultOf(clearStory(author, { storyId, version: 2, as: "notNeeded" }))).toBe("forbidden");
    expect(await faultOf(clearStory(editor, { storyId, version: 1, as: "cleared" }))).toBe("conflict");
    await clearStory(editor, { storyId, version: 2, as: "notNeeded" });
    expect(await faultOf(clearStory(editor, { storyId, version: 3, as: "notNeeded" }))).toBe("conflict");
    await referStory(author, { storyId, version: 3 });
    const listed = await deskStories(editor, { legal: "required" });
    expect(listed.stories.map(({ id }) => id)).toContain(storyId);
  });
});

describe("a hold", () => {
  it("stops publishing until somebody releases the story, and keeps its reason", async () => {
    const draft = await aStory({ by: author });
    const { storyId } = draft;
    await holdStory(editor, { storyId, version: 1, reason: "The family asked us to wait." });
    await expect(publishStory(editor, { ...draft, version: 2 })).rejects.toMatchObject({
      message: "This story is on hold: The family asked us to wait.",
    });
    expect(await deskStory(author, storyId)).toMatchObject({
      heldBecause: "The family asked us to wait.",
      held: { by: "Timur", at: expect.any(Date) },
    });
    expect((await deskStories(editor, { held: true })).stories.map(({ id }) => id)).toContain(storyId);
    expect(await faultOf(releaseStory(author, { storyId, version: 2 }))).toBe("forbidden");
    await releaseStory(editor, { storyId, version: 2, note: "They called." });
    expect(await deskStory(author, storyId)).toMatchObject({ heldBecause: null, held: null });
    await publishStory(editor, { ...draft, version: 3 });
    expect(await notes(storyId)).toEqual(["The family asked us to wait.", "They called."]);
  });

  it("needs a reason, is not put on another, and is released once", async () => {
    const { storyId } = await aStory({ by: author });
    expect(await faultOf(holdStory(editor, { storyId, version: 1, reason: " " }))).toBe("invalid");
    expect(await faultOf(releaseStory(editor, { storyId, version: 1 }))).toBe("conflict");
    const both = await Promise.all(
      ["One.", "Other."].map((reason) => faultOf(holdStory(editor, { storyId, version: 1, reason }))),
    );
    expect(both.toSorted()).toEqual(["conflict", "in"]);
    expect(await faultOf(holdStory(editor, { storyId, version: 2, reason: "Again." }))).toBe("conflict");
  });
});
