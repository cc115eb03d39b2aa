import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag, theProgram, typed } from "../stories/testing.ts";
import { startBulk, undoBulk } from "./commands.ts";
import { carryOnBulk, forgetOldBulk } from "./jobs.ts";
import { bulkAction, ownBulkActions } from "./queries.ts";
import { workOffRow } from "./row-work.ts";
import type { BulkTask } from "./schema.ts";
import { finish, now, prepared, run, someStories, story, tagsOf, undone } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

describe("a bulk action", () => {
  it("says first what will become of it, does that, row by row, and can be undone", async () => {
    const ids = await someStories(2);
    const there = await aStory();
    await moveStory(theProgram, { ...there, stage: "copy" });
    const task: BulkTask = { verb: "move", argument: "copy" };
    const preview = await prepared(editor, task, [...ids, there.storyId, newId()]);
    expect(preview).toMatchObject({ change: 2, unchanged: 1, refused: [] });
    expect((await story(ids[0] ?? "")).stage.key).toBe("draft");

    const result = await run(editor, task, [...ids, there.storyId]);
    expect(result.counts).toEqual({ waiting: 0, done: 2, unchanged: 1, refused: 0 });
    expect(result.finishedAt).toEqual(now);
    for (const id of ids) expect(await story(id)).toMatchObject({ stage: { key: "copy" }, version: 2 });
    const trail = await deskDb().event.findMany({ where: { subject: ids[0] ?? null, type: "story.stage_moved" } });
    expect(trail).toMatchObject([{ actorId: editor.id }]);

    const back = await undone(editor, result.id);
    expect(back).toMatchObject({ isUndo: true, canUndo: false, counts: { done: 2, refused: 0 } });
    for (const id of ids) expect((await story(id)).stage.key).toBe("draft");
    expect((await story(there.storyId)).stage.key).toBe("copy");
    expect((await undone(editor, result.id)).id).toBe(back.id);
  });

  it("undoes nothing that somebody changed since", async () => {
    const [one = "", other = ""] = await someStories(2);
    const tagId = await aTag("Since");
    const result = await run(editor, { verb: "addTag", argument: tagId }, [one, other]);
    await changeStory(theProgram, { storyId: other, version: 2, changes: { dateline: "Osh" } });
    await typed(one, "Typing is no change of columns.");
    const back = await undone(editor, result.id);
    expect(back.counts).toMatchObject({ done: 1, refused: 1 });
    expect(back.rows[0]).toMatchObject({ storyId: other, words: "Somebody changed this story in the meantime." });
    expect([await tagsOf(one), await tagsOf(other)]).toEqual([[], ["Since"]]);
  });

  it("refuses, row by row and in words, what the person may not do or the story does not allow", async () => {
    const author = await aPerson("author");
    const [mine = ""] = await someStories(1, { by: author });
    const [theirs = ""] = await someStories(1);
    const [hidden = ""] = await someStories(1, { confidential: true });
    const live = await aStory({ by: author });
    await publishStory(theProgram, { storyId: live.storyId, version: 1, seq: 0 });
    const selection = [mine, theirs, hidden, live.storyId];
    const preview = await prepared(author, { verb: "spike", argument: "Twice." }, selection);
    expect(preview).toMatchObject({ change: 1, unchanged: 0 });
    expect(preview.refused).toEqual([{ words: "You may not spike this story.", stories: 2 }]);
    const result = await run(author, { verb: "spike", argument: "Twice." }, selection);
    expect(result.counts).toEqual({ waiting: 0, done: 1, unchanged: 0, refused: 2 });
    expect(result.rows.map(({ storyId, words }) => ({ storyId, words }))).toEqual([
      { storyId: expect.any(String), words: expect.stringMatching(/spike/) },
      { storyId: expect.any(String), words: expect.stringMatching(/spike/) },
      { storyId: mine, words: null },
    ]);
    expect((await story(hidden)).id).toBe(hidden);
  });

  it("asks for the right as it is when the row's turn comes", async () => {
    const passing = await aPerson("editor");
    const ids = await someStories(3);
    const { bulkId } = await prepared(passing, { verb: "move", argument: "copy" }, ids);
    await startBulk(passing, { bulkId }, { now });
    await deskDb().staff.update({ where: { id: passing.id }, data: { role: "author" } });
    await finish();
    expect((await bulkAction(passing, bulkId, 1, now)).counts).toMatchObject({ done: 0, refused: 3 });
    const second = await prepared(passing, { verb: "section", argument: await aSection("S") }, ids);
    await startBulk(passing, { bulkId: second.bulkId }, { now });
    await deskDb().staff.update({ where: { id: passing.id }, data: { deactivatedAt: now } });
    await finish();
    const { rows } = await bulkAction(passing, second.bulkId, 1, now);
    expect(rows[0]?.words).toMatch(/no account any more/);
  });

  it("leaves alone what moved on since the preview", async () => {
    const [id = ""] = await someStories(1);
    const { bulkId } = await prepared(editor, { verb: "move", argument: "copy" }, [id]);
    await changeStory(theProgram, { storyId: id, version: 1, changes: { dateline: "Osh" } });
    await startBulk(editor, { bulkId }, { now });
    await finish();
    const { rows } = await bulkAction(editor, bulkId, 1, now);
    expect(rows).toMatchObject([{ outcome: "refused", words: "Somebody changed this story in the meantime." }]);
    expect((await story(id)).stage.key).toBe("draft");
  });

  it("takes all that a filter shows, and says clearly when that is nothing or a section that is gone", async () => {
    const sectionId = await aSection("Filtered");
    const ids = await someStories(3, { sectionId });
    const result = await run(editor, { verb: "move", argument: "ready" }, { filter: { sectionId } });
    expect(result.rows.map(({ storyId }) => storyId).toSorted()).toEqual(ids.toSorted());
    const nothing = prepared(editor, { verb: "move", argument: "ready" }, { filter: { search: "no such words" } });
    await expect(nothing).rejects.toMatchObject({ fault: "invalid" });
    await expect(prepared(editor, { verb: "section", argument: newId() }, ids)).rejects.toMatchObject({
      fault: "invalid",
    });
    await expect(prepared(editor, { verb: "spike", argument: " " }, ids)).rejects.toMatchObject({ fault: "invalid" });
  });

  it("is nobody else's to see, start or undo", async () => {
    const { bulkId } = await prepared(editor, { verb: "move", argument: "copy" }, await someStories(1));
    const other = await aPerson("admin");
    for (const asked of [
      () => bulkAction(other, bulkId, 1, now),
      () => startBulk(other, { bulkId }),
      () => undoBulk(other, { bulkId, id: newId() }),
    ])
      await expect(asked()).rejects.toMatchObject({ fault: "notFound" });
    expect(await ownBulkActions(other)).toEqual([]);
  });
});

describe("a program that dies", () => {
  it("between a row and its note loses nothing and does nothing twice", async () => {
    const ids = await someStories(25);
    const { bulkId } = await prepared(editor, { verb: "move", argument: "copy" }, ids);
    await startBulk(editor, { bulkId }, { now });
    const [row] = await deskDb().bulkRow.findMany({ where: { bulkId }, orderBy: { position: "asc" }, take: 1 });
    if (!row) throw new Error("no row");
    // The row's command is committed; its result is not noted.
    await workOffRow(editor, row, { verb: "move", argument: "copy", isUndo: false }, now);
    await Promise.all([finish(), finish()]);
    const result = await bulkAction(editor, bulkId, 1, now);
    expect(result.counts).toEqual({ waiting: 0, done: 25, unchanged: 0, refused: 0 });
    for (const id of ids) expect(await story(id)).toMatchObject({ stage: { key: "copy" }, version: 2 });
  });

  it("leaves previews and old results that are forgotten in their time", async () => {
    const { bulkId } = await prepared(editor, { verb: "move", argument: "copy" }, await someStories(1));
    await forgetOldBulk(new Date(now.getTime() + 3_600_000));
    expect(await deskDb().bulkAction.findUnique({ where: { id: bulkId } })).not.toBeNull();
    await forgetOldBulk(new Date(now.getTime() + 100 * 86_400_000));
    expect(await deskDb().bulkAction.count()).toBe(0);
    expect(await deskDb().bulkRow.count()).toBe(0);
  });
});

/** All of them take minutes: `npm run test:faults`. */
const spiked = process.env.FAULTS === "full" ? 10_000 : 200;

it(`ten thousand rows are prepared, and ${spiked} of them spiked, each one told`, { timeout: 900_000 }, async () => {
  await deskDb().$executeRaw`
    insert into "Story" ("id", "slug", "language", "translationGroupId", "headline", "createdAt", "changedAt")
    select id, id::text, 'en', id, 'Ten thousand', now(), now() from (select gen_random_uuid() as id from generate_series(1, 10000)) many`;
  const preview = await prepared(
    editor,
    { verb: "spike", argument: "Made by mistake." },
    { filter: { search: "ten thousand" } },
  );
  expect(preview).toMatchObject({ change: 10_000, unchanged: 0, refused: [] });
  const { bulkId } = preview;
  await startBulk(editor, { bulkId }, { now });
  for (let done = 0; done < spiked; done += 20) expect(await carryOnBulk(now)).toBe(true);
  const { counts } = await bulkAction(editor, bulkId, 1, now);
  expect(counts).toEqual({ waiting: 10_000 - spiked, done: spiked, unchanged: 0, refused: 0 });
  expect(await deskDb().story.count({ where: { headline: "Ten thousand", spikedAt: { not: null } } })).toBe(spiked);
  const told = await deskDb().$queryRaw<{ subject: string }[]>`
    select distinct event."subject"::text from "Event" event join "Story" story on story."id" = event."subject"
    where event."type" = 'story.spiked' and story."headline" = 'Ten thousand'`;
  expect(told).toHaveLength(spiked);
});
