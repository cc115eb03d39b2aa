import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { clearStory } from "../stories/commands/clear-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { returnStory } from "../stories/commands/return-story.ts";
import { publishedStory } from "../stories/published.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag, theProgram, typed } from "../stories/testing.ts";
import type { BulkTask } from "./schema.ts";
import { prepared, run, someStories, story, tagsOf, undone } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

describe("a bulk action that is undone", () => {
  it.each([
    ["section", "Elsewhere"],
    ["addTag", "Added"],
    ["removeTag", "Had"],
  ] as const)("has a way there and back: %s", async (verb, name) => {
    const had = await aTag(`Had ${verb}`);
    const home = await aSection(`Home ${verb}`);
    const [id = ""] = await someStories(1, { tagIds: [had], sectionId: home });
    const argument = verb === "section" ? await aSection(name) : verb === "addTag" ? await aTag(name) : had;
    const result = await run(editor, { verb, argument }, [id]);
    expect(result.counts.done).toBe(1);
    const changed = await story(id);
    if (verb === "section") expect(changed.sectionId).toBe(argument);
    else expect(await tagsOf(id)).toEqual(verb === "addTag" ? [`Had ${verb}`, "Added"] : []);
    await undone(editor, result.id);
    expect(await story(id)).toMatchObject({ sectionId: home, version: 3 });
    expect(await tagsOf(id)).toEqual([`Had ${verb}`]);
  });

  it("spikes and brings back; unpublishes and publishes again what readers had, where nothing stands against it", async () => {
    const ids = await someStories(2);
    // An idea has no headline yet.
    await deskDb().story.update({ where: { id: ids[0] ?? "" }, data: { headline: "", slugline: "bread-prices" } });
    const result = await run(editor, { verb: "spike", argument: "Twice." }, ids);
    expect(result.rows.every(({ isInTrash, name }) => isInTrash && name !== null)).toBe(true);
    expect(result.rows.map(({ name }) => name)).toContain("bread-prices");
    await expect(story(ids[0] ?? "")).rejects.toMatchObject({ fault: "notFound" });
    await undone(editor, result.id);
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
      editor,
      { verb: "unpublish", argument: null },
      [live, held, legal].map(({ storyId }) => storyId).concat(ids[0] ?? ""),
    );
    expect(withdrawn).toMatchObject({ canUndo: true, counts: { done: 3, refused: 1 } });
    await deskDb().story.update({ where: { id: held.storyId }, data: { heldBecause: "a call from the lawyer" } });
    await deskDb().story.update({ where: { id: legal.storyId }, data: { legalStatus: "required" } });
    const back = await undone(editor, withdrawn.id);
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
    const result = await run(editor, { verb: "move", argument: legal }, [fresh, sent]);
    for (const id of [fresh, sent])
      expect(await asked(id)).toMatchObject({ stage: legal, legalStatus: "required", returnNoteId: null });
    expect((await undone(editor, result.id)).counts).toMatchObject({ done: 2, refused: 0 });
    expect([await asked(fresh), await asked(sent)]).toEqual(before);
    const trail = await deskDb().event.findMany({ where: { subject: fresh }, orderBy: { position: "desc" }, take: 2 });
    expect(trail.map(({ type }) => type)).toEqual(["story.cleared", "story.stage_moved"]);

    // What legal had said before stays said.
    await clearStory(editor, { storyId: fresh, version: (await story(fresh)).version, as: "cleared" });
    const cleared = await asked(fresh);
    const again = await run(editor, { verb: "move", argument: legal }, [fresh]);
    await undone(editor, again.id);
    expect(await asked(fresh)).toEqual(cleared);
  });

  it("says which plans go with a spike, and that they stay cancelled after Undo", async () => {
    const [plain = ""] = await someStories(1);
    const planned = await aStory();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await planPublication(editor, { ...planned, at, zone: "Asia/Bishkek" });
    const task: BulkTask = { verb: "spike", argument: "Old." };
    expect(await prepared(editor, task, [plain, planned.storyId])).toMatchObject({ change: 2, plansCancelled: 1 });
    const said = ({ rows }: Awaited<ReturnType<typeof run>>) =>
      Object.fromEntries(rows.map(({ storyId, words }) => [storyId, words]));
    const result = await run(editor, task, [plain, planned.storyId]);
    expect(said(result)).toEqual({ [plain]: null, [planned.storyId]: "Its plan was cancelled." });
    const back = await undone(editor, result.id);
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
    const preview = await prepared(editor, { verb: "addTag", argument: tajikistan }, ofPamir);
    expect(preview).toMatchObject({ change: 1, unchanged: 1 });
    const result = await run(editor, { verb: "addTag", argument: tajikistan }, ofPamir);
    expect(await tagsOf(one)).toEqual(["Pamir", "Tajikistan"]);
    expect((await undone(editor, result.id)).counts).toMatchObject({ done: 1, refused: 0 });
    expect([await tagsOf(one), await tagsOf(both)]).toEqual([["Pamir"], ["Pamir", "Tajikistan"]]);
  });
});
