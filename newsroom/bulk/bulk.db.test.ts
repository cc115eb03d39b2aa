import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { clearStory } from "../stories/commands/clear-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { publishedStory } from "../stories/published.ts";
import { deskStory } from "../stories/queries.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag, theProgram, typed } from "../stories/testing.ts";
import { prepareBulk, startBulk, undoBulk } from "./commands.ts";
import { carryOnBulk, forgetOldBulk } from "./jobs.ts";
import { bulkAction, ownBulkActions } from "./queries.ts";
import { workOffRow } from "./row-work.ts";
import type { BulkTask, Selection } from "./schema.ts";

let editor: StaffActor;
const now = new Date("2026-11-25T12:00:00Z");

beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const someStories = (count: number, wishes: Parameters<typeof aStory>[0] = {}) =>
  Promise.all(Array.from({ length: count }, async () => (await aStory(wishes)).storyId));

const prepared = (task: BulkTask, selection: Selection | string[], actor = editor) =>
  prepareBulk(
    actor,
    { id: newId(), task, selection: Array.isArray(selection) ? { ids: selection } : selection },
    { now },
  );

async function finish() {
  while (await carryOnBulk(now));
}

async function run(task: BulkTask, selection: Selection | string[], actor = editor) {
  const { bulkId } = await prepared(task, selection, actor);
  await startBulk(actor, { bulkId }, { now });
  await finish();
  return bulkAction(actor, bulkId, 1, now);
}

async function undone(bulkId: string) {
  const undo = await undoBulk(editor, { bulkId, id: newId() }, { now });
  await finish();
  return bulkAction(editor, undo.bulkId, 1, now);
}

const story = (id: string) => deskStory(theProgram, id);
const tagsOf = async (id: string) => (await story(id)).tags.map(({ name }) => name);

describe("a bulk action", () => {
  it("says first what will become of it, does that, row by row, and can be undone", async () => {
    const ids = await someStories(2);
    const there = await aStory();
    await moveStory(theProgram, { ...there, stage: "copy" });
    const task: BulkTask = { verb: "move", argument: "copy" };
    const preview = await prepared(task, [...ids, there.storyId, newId()]);
    expect(preview).toMatchObject({ change: 2, unchanged: 1, refused: [] });
    expect((await story(ids[0] ?? "")).stage.key).toBe("draft");

    const result = await run(task, [...ids, there.storyId]);
    expect(result.counts).toEqual({ waiting: 0, done: 2, unchanged: 1, refused: 0 });
    expect(result.finishedAt).toEqual(now);
    for (const id of ids) expect(await story(id)).toMatchObject({ stage: { key: "copy" }, version: 2 });
    const trail = await deskDb().event.findMany({ where: { subject: ids[0] ?? null, type: "story.stage_moved" } });
    expect(trail).toMatchObject([{ actorId: editor.id }]);

    const back = await undone(result.id);
    expect(back).toMatchObject({ isUndo: true, canUndo: false, counts: { done: 2, refused: 0 } });
    for (const id of ids) expect((await story(id)).stage.key).toBe("draft");
    expect((await story(there.storyId)).stage.key).toBe("copy");
    expect((await undone(result.id)).id).toBe(back.id);
  });

  it("undoes nothing that somebody changed since", async () => {
    const [one = "", other = ""] = await someStories(2);
    const tagId = await aTag("Since");
    const result = await run({ verb: "addTag", argument: tagId }, [one, other]);
    await changeStory(theProgram, { storyId: other, version: 2, changes: { dateline: "Osh" } });
    await typed(one, "Typing is no change of columns.");
    const back = await undone(result.id);
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
    const preview = await prepared({ verb: "spike", argument: "Twice." }, selection, author);
    expect(preview).toMatchObject({ change: 1, unchanged: 0 });
    expect(preview.refused).toEqual([{ words: "You may not spike this story.", stories: 2 }]);
    const result = await run({ verb: "spike", argument: "Twice." }, selection, author);
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
    const { bulkId } = await prepared({ verb: "move", argument: "copy" }, ids, passing);
    await startBulk(passing, { bulkId }, { now });
    await deskDb().staff.update({ where: { id: passing.id }, data: { role: "author" } });
    await finish();
    expect((await bulkAction(passing, bulkId, 1, now)).counts).toMatchObject({ done: 0, refused: 3 });
    const second = await prepared({ verb: "section", argument: await aSection("S") }, ids, passing);
    await startBulk(passing, { bulkId: second.bulkId }, { now });
    await deskDb().staff.update({ where: { id: passing.id }, data: { deactivatedAt: now } });
    await finish();
    const { rows } = await bulkAction(passing, second.bulkId, 1, now);
    expect(rows[0]?.words).toMatch(/no account any more/);
  });

  it("leaves alone what moved on since the preview", async () => {
    const [id = ""] = await someStories(1);
    const { bulkId } = await prepared({ verb: "move", argument: "copy" }, [id]);
    await changeStory(theProgram, { storyId: id, version: 1, changes: { dateline: "Osh" } });
    await startBulk(editor, { bulkId }, { now });
    await finish();
    const { rows } = await bulkAction(editor, bulkId, 1, now);
    expect(rows).toMatchObject([{ outcome: "refused", words: "Somebody changed this story in the meantime." }]);
    expect((await story(id)).stage.key).toBe("draft");
  });

  it.each([
    ["section", "Elsewhere"],
    ["addTag", "Added"],
    ["removeTag", "Had"],
  ] as const)("has a way there and back: %s", async (verb, name) => {
    const had = await aTag(`Had ${verb}`);
    const home = await aSection(`Home ${verb}`);
    const [id = ""] = await someStories(1, { tagIds: [had], sectionId: home });
    const argument = verb === "section" ? await aSection(name) : verb === "addTag" ? await aTag(name) : had;
    const result = await run({ verb, argument }, [id]);
    expect(result.counts.done).toBe(1);
    const changed = await story(id);
    if (verb === "section") expect(changed.sectionId).toBe(argument);
    else expect(await tagsOf(id)).toEqual(verb === "addTag" ? [`Had ${verb}`, "Added"] : []);
    await undone(result.id);
    expect(await story(id)).toMatchObject({ sectionId: home, version: 3 });
    expect(await tagsOf(id)).toEqual([`Had ${verb}`]);
  });

  it("spikes and brings back; unpublishes and publishes again what readers had, where nothing stands against it", async () => {
    const ids = await someStories(2);
    // An idea has no headline yet.
    await deskDb().story.update({ where: { id: ids[0] ?? "" }, data: { headline: "", slugline: "bread-prices" } });
    const result = await run({ verb: "spike", argument: "Twice." }, ids);
    expect(result.rows.every(({ isInTrash, name }) => isInTrash && name !== null)).toBe(true);
    expect(result.rows.map(({ name }) => name)).toContain("bread-prices");
    await expect(story(ids[0] ?? "")).rejects.toMatchObject({ fault: "notFound" });
    await undone(result.id);
    expect((await story(ids[0] ?? "")).version).toBe(3);

    const [live, held, legal] = [await aStory(), await aStory(), await aStory()];
    const before = new Map<string, Awaited<ReturnType<typeof publishedStory>>>();
    for (const { storyId } of [live, held, legal]) {
      await publishStory(theProgram, { storyId, version: 1, seq: 0 });
      before.set(storyId, await publishedStory((await story(storyId)).slug));
    }
    // Typed after it went live: that does not go out.
    await typed(live.storyId, "Nobody has read this.");
    // Nothing of them is changed since, but what is asked of each has.
    const withdrawn = await run(
      { verb: "unpublish", argument: null },
      [live, held, legal].map(({ storyId }) => storyId).concat(ids[0] ?? ""),
    );
    expect(withdrawn).toMatchObject({ canUndo: true, counts: { done: 3, refused: 1 } });
    await deskDb().story.update({ where: { id: held.storyId }, data: { heldBecause: "a call from the lawyer" } });
    await deskDb().story.update({ where: { id: legal.storyId }, data: { legalStatus: "required" } });
    const back = await undone(withdrawn.id);
    expect(back.counts).toMatchObject({ done: 1, refused: 2 });
    expect(back.rows.map(({ words }) => words)).toEqual(
      expect.arrayContaining([expect.stringContaining("a call from the lawyer"), null]),
    );
    const again = await story(live.storyId);
    expect(again).toMatchObject({ publication: { state: "live" }, hasUnpublishedChanges: true });
    expect(await publishedStory(again.slug)).toEqual(before.get(live.storyId));
    for (const { storyId } of [held, legal])
      expect((await story(storyId)).publication).toMatchObject({ state: "withdrawn", how: "unpublished" });
  });

  it("takes a move to the lawyers back with all that it did, and a return that it answered", async () => {
    const stages = await deskDb().stage.findMany();
    const legal = stages.find(({ meaning }) => meaning === "legal")?.key ?? "";
    const asked = async (id: string) => {
      const { legalStatus, legalById, legalAt, returnNoteId, stage } = await deskDb().story.findUniqueOrThrow({
        where: { id },
      });
      return { legalStatus, legalById, legalAt, returnNoteId, stage };
    };
    const [fresh = ""] = await someStories(1);
    const [sent = ""] = await someStories(1);
    await moveStory(theProgram, { storyId: sent, version: 1, stage: "copy" });
    await returnStory(theProgram, { storyId: sent, version: 2, reason: "Who says so?" });
    const before = [await asked(fresh), await asked(sent)];
    expect(before[1]?.returnNoteId).not.toBeNull();
    const result = await run({ verb: "move", argument: legal }, [fresh, sent]);
    for (const id of [fresh, sent])
      expect(await asked(id)).toMatchObject({ stage: legal, legalStatus: "required", returnNoteId: null });
    expect((await undone(result.id)).counts).toMatchObject({ done: 2, refused: 0 });
    expect([await asked(fresh), await asked(sent)]).toEqual(before);
    const trail = await deskDb().event.findMany({ where: { subject: fresh }, orderBy: { position: "desc" }, take: 2 });
    expect(trail.map(({ type }) => type)).toEqual(["story.cleared", "story.stage_moved"]);

    // What legal had said before stays said.
    await clearStory(editor, { storyId: fresh, version: (await story(fresh)).version, as: "cleared" });
    const cleared = await asked(fresh);
    const again = await run({ verb: "move", argument: legal }, [fresh]);
    await undone(again.id);
    expect(await asked(fresh)).toEqual(cleared);
  });

  it("says which plans go with a spike, and that they stay cancelled after Undo", async () => {
    const [plain = ""] = await someStories(1);
    const planned = await aStory();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await planPublication(editor, { ...planned, at, zone: "Asia/Bishkek" });
    const task: BulkTask = { verb: "spike", argument: "Old." };
    expect(await prepared(task, [plain, planned.storyId])).toMatchObject({ change: 2, plansCancelled: 1 });
    const said = ({ rows }: Awaited<ReturnType<typeof run>>) =>
      Object.fromEntries(rows.map(({ storyId, words }) => [storyId, words]));
    const result = await run(task, [plain, planned.storyId]);
    expect(said(result)).toEqual({ [plain]: null, [planned.storyId]: "Its plan was cancelled." });
    const back = await undone(result.id);
    expect(said(back)).toEqual({
      [plain]: null,
      [planned.storyId]: "Its plan stays cancelled: please make it anew.",
    });
    expect((await story(planned.storyId)).plan).toBeNull();
  });

  it("gives a tag to all stories of another one, and takes it back", async () => {
    const [pamir, tajikistan] = [await aTag("Pamir"), await aTag("Tajikistan")];
    const [one = ""] = await someStories(1, { tagIds: [pamir] });
    const [both = ""] = await someStories(1, { tagIds: [pamir, tajikistan] });
    const ofPamir = { filter: { tagId: pamir } };
    const preview = await prepared({ verb: "addTag", argument: tajikistan }, ofPamir);
    expect(preview).toMatchObject({ change: 1, unchanged: 1 });
    const result = await run({ verb: "addTag", argument: tajikistan }, ofPamir);
    expect(await tagsOf(one)).toEqual(["Pamir", "Tajikistan"]);
    expect((await undone(result.id)).counts).toMatchObject({ done: 1, refused: 0 });
    expect([await tagsOf(one), await tagsOf(both)]).toEqual([["Pamir"], ["Pamir", "Tajikistan"]]);
  });

  it("takes all that a filter shows, and says clearly when that is nothing or a section that is gone", async () => {
    const sectionId = await aSection("Filtered");
    const ids = await someStories(3, { sectionId });
    const result = await run({ verb: "move", argument: "ready" }, { filter: { sectionId } });
    expect(result.rows.map(({ storyId }) => storyId).toSorted()).toEqual(ids.toSorted());
    const nothing = prepared({ verb: "move", argument: "ready" }, { filter: { search: "no such words" } });
    await expect(nothing).rejects.toMatchObject({ fault: "invalid" });
    await expect(prepared({ verb: "section", argument: newId() }, ids)).rejects.toMatchObject({ fault: "invalid" });
    await expect(prepared({ verb: "spike", argument: " " }, ids)).rejects.toMatchObject({ fault: "invalid" });
  });

  it("is nobody else's to see, start or undo", async () => {
    const { bulkId } = await prepared({ verb: "move", argument: "copy" }, await someStories(1));
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
    const { bulkId } = await prepared({ verb: "move", argument: "copy" }, ids);
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
    const { bulkId } = await prepared({ verb: "move", argument: "copy" }, await someStories(1));
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
