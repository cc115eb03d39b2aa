import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { faultOf } from "../people/testing.ts";
import { changeStory } from "./commands/change-story.ts";
import { clearStory } from "./commands/clear-story.ts";
import { directStory } from "./commands/direct-story.ts";
import { holdStory } from "./commands/hold-story.ts";
import { moveStory } from "./commands/move-story.ts";
import { publishStory } from "./commands/publish-story.ts";
import { referStory } from "./commands/refer-story.ts";
import { releaseStory } from "./commands/release-story.ts";
import { returnStory } from "./commands/return-story.ts";
import { submitStory } from "./commands/submit-story.ts";
import { writeStory } from "./commands/write-story.ts";
import { deskStory } from "./queries.ts";
import { storyRevisions } from "./revisions/revision-queries.ts";
import { deskStories } from "./story-lists.ts";
import { aNewsroom, aPerson, aStory, eventsOf, notesOf, typing } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor", "Timur");
  author = await aPerson("author", "Aigul");
});

describe("a move", () => {
  it("takes a note along, and none if there is none", async () => {
    const { storyId } = await aStory({ by: author });
    await moveStory(editor, { storyId, version: 1, stage: "edit" });
    await moveStory(editor, { storyId, version: 2, stage: "copy", note: "Names are checked." });
    expect((await deskStory(author, storyId)).stage).toEqual({ key: "copy", name: "Copy", meaning: "desk" });
    expect(await notesOf(storyId)).toEqual(["Names are checked."]);
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
    await submitStory(author, { storyId, version: 1, seq: 0 });
    await returnStory(editor, { storyId, version: 2, reason: "Who says so?\nPlease call them." });
    expect(await deskStory(author, storyId)).toMatchObject({
      stage: { key: "draft" },
      returned: { reason: "Who says so?\nPlease call them.", by: "Timur", at: expect.any(Date) },
    });
    const toMe = async (who: StaffActor) => (await deskStories(who, { returned: "toMe" })).stories.map(({ id }) => id);
    expect(await toMe(author)).toEqual([storyId]);
    expect(await toMe(editor)).toEqual([]);
    expect((await deskStories(editor, { returned: "any" })).stories.map(({ id }) => id)).toEqual([storyId]);
    await submitStory(author, { storyId, version: 3, seq: 0 });
    expect(await deskStory(author, storyId)).toMatchObject({ stage: { key: "edit" }, returned: null });
    expect((await deskStories(author, { returned: "any" })).stories).toEqual([]);
  });

  it.each([
    ["without a reason", { reason: "  " }, "invalid"],
    ["on a stale version", { version: 1 }, "conflict"],
  ])("%s is refused", async (_name, wrong, fault) => {
    const { storyId } = await aStory({ by: author });
    await submitStory(author, { storyId, version: 1, seq: 0 });
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
    await expect(submitStory(author, { storyId, version: 1, seq: 0 })).rejects.toMatchObject({
      fault: "conflict",
      message: "From Draft a story moves to Ready, Rewrite, not to Edit.",
    });
    expect(await deskStory(author, storyId)).toMatchObject({ version: 1, stage: { key: "draft" } });
    expect((await storyRevisions(author, storyId)).map(({ kind }) => kind)).not.toContain("submitted");
    await leading("draft", "rewrite", "proof");
    await submitStory(author, { storyId, version: 1, seq: 0 });
    expect(await deskStory(author, storyId)).toMatchObject({ stage: { key: "proof" } });
  });

  it("back to the first stage for writing that they lead to, or to the one that is asked for", async () => {
    const { storyId } = await aStory({ by: author });
    const back = (version: number, stage?: string) =>
      returnStory(editor, { storyId, version, reason: "Who says so?", ...(stage && { stage }) });
    await submitStory(author, { storyId, version: 1, seq: 0 });
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
    await submitStory(author, { storyId, version: 3, seq: 0 });
    await leading("edit");
    await back(4, "rewrite");
    expect(await deskStory(author, storyId)).toMatchObject({
      stage: { key: "rewrite" },
      returned: { reason: "Who says so?" },
    });
  });
});

describe("handing in", () => {
  it("refuses a story in which nothing is written", async () => {
    const contributor = await aPerson("contributor");
    const { storyId, version } = await aStory({ by: contributor, headline: "", text: " " });
    await expect(submitStory(contributor, { storyId, version, seq: 0 })).rejects.toMatchObject({ fault: "invalid" });
  });
  it("waits until whoever hands it in has seen all of it", async () => {
    const contributor = await aPerson("contributor");
    const { storyId, version } = await aStory({ by: contributor });
    await writeStory(contributor, await typing(storyId, "Typed in another window."));
    await expect(submitStory(contributor, { storyId, version, seq: 0 })).rejects.toMatchObject({ fault: "conflict" });
    await submitStory(contributor, { storyId, version, seq: 1 });
  });
  it("moves a draft to edit once, with a revision of what was handed in", async () => {
    const contributor = await aPerson("contributor");
    const { storyId, version } = await aStory({ by: contributor });
    await submitStory(contributor, { storyId, version, seq: 0 });
    expect(await deskStory(contributor, storyId)).toMatchObject({ stage: { key: "edit" } });
    expect(await deskDb().revision.count({ where: { storyId, kind: "submitted" } })).toBe(1);
    await expect(submitStory(contributor, { storyId, version: version + 1, seq: 0 })).rejects.toMatchObject({
      fault: "conflict",
    });
  });
});
