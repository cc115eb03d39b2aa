import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import type { StaffActor } from "../../kernel/actor.ts";
import { correctStory } from "../commands/correct-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { announceLapses } from "../jobs.ts";
import { noteListing } from "../published/lists.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, typed } from "../testing.ts";
import { carryOutDuePlans } from "./due-plans.ts";
import { corrected, correction, type Live, liveStory } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const changesOf = async ({ slug }: Live) => (await publishedStory(slug))?.changes ?? [];
const noted = async () => ((await noteListing(1))?.notes ?? []).map(({ note }) => note);

describe("a correction", () => {
  it("changes the story, stands on it with its date, in its log and on the page of corrections", async () => {
    const live = await corrected(await liveStory({ headline: "The wrong river" }), "It is the Naryn.");
    const story = await publishedStory(live.slug);
    expect(story).toMatchObject({
      notes: [{ kind: "correction", note: "It was the Naryn.", place: "top" }],
      changes: [{ kind: "correction", difference: { words: { added: 4, removed: 0 } } }],
    });
    expect(story?.updatedAt).toEqual(story?.notes[0]?.at);
    expect((await noteListing(1))?.notes[0]).toMatchObject({
      note: "It was the Naryn.",
      story: { headline: "The wrong river", address: "/stories/the-wrong-river" },
    });
    expect(await deskDb().event.count({ where: { subject: live.storyId, type: "story.corrected" } })).toBe(1);
  });

  it("says nothing of its note in its event", async () => {
    const live = await corrected(await liveStory({ headline: "Quiet note" }), "Words.", { note: "Secretive words" });
    const events = await deskDb().event.findMany({ where: { subject: live.storyId } });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain("Secretive");
  });

  it.each(["correction", "clarification"] as const)("of the kind %s is refused without a note", async (kind) => {
    const { storyId, version, seq } = await liveStory();
    await expect(
      correctStory(editor, { storyId, version, seq, ...correction, kind, note: "  " }),
    ).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "note" }] });
  });

  it("of a typo needs no note, and leaves the date that readers see", async () => {
    const live = await corrected(await liveStory({ headline: "A slip" }), "Put right.", { kind: "typo", note: "" });
    expect(await publishedStory(live.slug)).toMatchObject({ updatedAt: null, notes: [], changes: [{ kind: "typo" }] });
  });

  it("shows no difference where its publisher says so, and its note all the same", async () => {
    const live = await corrected(await liveStory({ headline: "Not again" }), "Put right.", { isPublic: false });
    expect(await publishedStory(live.slug)).toMatchObject({ notes: [{ kind: "correction" }], changes: [] });
  });

  it("is refused of what is not live, on an older version, and to those who may not publish", async () => {
    const draft = await aStory();
    await expect(correctStory(editor, { ...draft, ...correction })).rejects.toMatchObject({ fault: "conflict" });
    const { storyId, version, seq } = await liveStory();
    const input = { storyId, version, seq, ...correction };
    await expect(correctStory(editor, { ...input, version: version - 1 })).rejects.toMatchObject({ fault: "conflict" });
    await expect(correctStory(await aPerson("author"), input)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(correctStory(await aPerson("contributor"), input)).rejects.toMatchObject({ fault: "notFound" });
    const both = await Promise.allSettled([correctStory(editor, input), correctStory(editor, input)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the log of a story", () => {
  const update = async (live: Live, words: string, isPublic?: boolean) => {
    const { seq } = await typed(live.storyId, words);
    const { storyId, version } = live;
    const answer = await publishStory(editor, { storyId, version, seq, ...(isPublic !== undefined && { isPublic }) });
    return { ...live, version: answer.version, seq };
  };

  it("shows updates if their publisher says so, else as the newsroom's setting says", async () => {
    let live = await update(await liveStory({ headline: "Several updates" }), "Not shown.");
    live = await update(live, "Shown.", true);
    await deskDb().newsroom.update({ where: { id: 1 }, data: { updatesArePublic: true } });
    live = await update(live, "By the setting.");
    live = await update(live, "Not this one.", false);
    await deskDb().newsroom.update({ where: { id: 1 }, data: { updatesArePublic: false } });
    const shown = JSON.stringify(await changesOf(live));
    expect(await changesOf(live)).toHaveLength(2);
    expect(shown).toContain("By the setting.");
    expect(shown).not.toContain("Lorries");
    expect(shown).not.toContain("Not");
  });

  it("shows a planned update as its planner said, whatever the newsroom's setting", async () => {
    await deskDb().newsroom.update({ where: { id: 1 }, data: { updatesArePublic: true } });
    const { storyId, version, slug } = await liveStory({ headline: "Quietly, later" });
    const { seq } = await typed(storyId, "Old words stay among us.");
    const at = new Date(Date.now() + 60_000);
    const when = { at: at.toISOString(), zone: "UTC" };
    const plan = await planPublication(editor, { storyId, version, seq, ...when, isPublic: false });
    expect((await deskStory(editor, storyId)).planIsPublic).toBe(false);
    expect(await carryOutDuePlans(at)).toBe(1);
    expect((await publishedStory(slug))?.changes).toEqual([]);
    await deskDb().newsroom.update({ where: { id: 1 }, data: { updatesArePublic: false } });
    const { seq: newer } = await typed(storyId, "For everybody.");
    const again = { storyId, version: plan.version + 1, seq: newer };
    const later = new Date(at.getTime() + 60_000);
    await planPublication(editor, { ...again, at: later.toISOString(), zone: "UTC", isPublic: true });
    expect(await carryOutDuePlans(later)).toBe(1);
    expect((await publishedStory(slug))?.changes).toHaveLength(1);
  });

  it("hides under an embargo with the story, and comes back with it", async () => {
    const live = await corrected(await liveStory({ headline: "Hidden for a while" }), "Put right.", {
      note: "Hidden.",
    });
    const until = new Date(Date.now() + 3_600_000);
    await setEmbargo(editor, { storyId: live.storyId, version: live.version, until: until.toISOString() });
    const where = { storyId: live.storyId };
    expect([await readersDb().liveChange.count({ where }), await readersDb().liveCorrection.count({ where })]).toEqual([
      0, 0,
    ]);
    expect(await noted()).not.toContain("Hidden.");
    await announceLapses(until);
    expect(await changesOf(live)).toHaveLength(1);
    expect(await noted()).toContain("Hidden.");
  });

  it("begins anew when the story comes back after it was taken down; notes stay", async () => {
    const live = await corrected(await liveStory({ headline: "Taken down" }), "Libel.", { note: "Kept note." });
    await unpublishStory(editor, { storyId: live.storyId, version: live.version });
    expect(await noted()).not.toContain("Kept note.");
    expect(await deskDb().liveChange.count({ where: { storyId: live.storyId } })).toBe(0);
    await publishStory(editor, { storyId: live.storyId, version: live.version + 1, seq: 1, isPublic: true });
    expect(await publishedStory(live.slug)).toMatchObject({ notes: [{ note: "Kept note." }], changes: [] });
  });
});

describe("the page of corrections", () => {
  it("has six a page, the newest first, and no page that is not there", async () => {
    let live = await liveStory({ headline: "Often wrong" });
    for (let n = 1; n <= 7; n++) live = await corrected(live, `Words ${n}.`, { note: `Note ${n}.` });
    const first = await noteListing(1);
    expect(first?.notes.map(({ note }) => note)).toEqual([
      "Note 7.",
      "Note 6.",
      "Note 5.",
      "Note 4.",
      "Note 3.",
      "Note 2.",
    ]);
    expect(first).toMatchObject({ from: 1, to: 6, page: 1 });
    expect(await noteListing((first?.pages ?? 0) + 1)).toBeNull();
  });

  it("has each note once, in one order over all pages, whether they lie near the first or the last", async () => {
    let live = await liveStory({ headline: "Wrong again and again" });
    for (let n = 1; n <= 14; n++) live = await corrected(live, `More ${n}.`, { note: `Again ${n}.` });
    const { pages = 0, total = 0 } = (await noteListing(1)) ?? {};
    const all = [];
    for (let page = 1; page <= pages; page++) all.push(...((await noteListing(page))?.notes ?? []));
    expect(pages).toBeGreaterThan(3);
    expect(all).toHaveLength(total);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((one, other) => Number(other) - Number(one)));
    expect(all.filter(({ note }) => note.startsWith("Again ")).map(({ note }) => note)).toEqual(
      Array.from({ length: 14 }, (_, n) => `Again ${14 - n}.`),
    );
  });
});
