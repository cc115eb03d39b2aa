import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import type { StaffActor } from "../../kernel/actor.ts";
import { changeStory } from "../commands/change-story.ts";
import { correctStory } from "../commands/correct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { announceLapses } from "../jobs.ts";
import { newestStories, noteListing, tagListing } from "../published/lists.ts";
import { publishedStory, storyAtAddress } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, aTag, typed } from "../testing.ts";
import { carryOutDuePlans } from "./due-plans.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const liveStory = async (wishes: Parameters<typeof aStory>[0] = {}) => {
  const draft = await aStory(wishes);
  const { version, address } = await publishStory(editor, draft);
  return { storyId: draft.storyId, version, seq: 0, slug: address.replace(/.*\/stories\//, "") };
};
type Live = Awaited<ReturnType<typeof liveStory>>;

const correction = { kind: "correction" as const, note: "It was the Naryn.", place: "top" as const, isPublic: true };

async function corrected(live: Live, words: string, how: Partial<Parameters<typeof correctStory>[1]> = {}) {
  const { storyId, version, seq } = live;
  const { seq: newest } = await typed(storyId, words);
  expect(newest).toBe(seq + 1);
  const answer = await correctStory(editor, { storyId, version, seq: newest, ...correction, ...how });
  return { ...live, version: answer.version, seq: newest };
}

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

describe("retracting", () => {
  it("puts the notice in the place of the story, with none of its words, and takes it off all lists", async () => {
    const tag = await aTag("Retracted things");
    const live = await corrected(await liveStory({ headline: "Does not stand", tagIds: [tag] }), "More.");
    const translation = await aStory({ headline: "Туура эмес", language: "ky", translationGroupId: live.storyId });
    await publishStory(editor, translation);
    const { storyId, version } = live;
    await planPublication(editor, {
      storyId,
      version,
      seq: live.seq,
      at: new Date(Date.now() + 60_000).toISOString(),
      zone: "UTC",
    });
    await retractStory(editor, { storyId, version: version + 1, notice: "Our source made it up." });
    const found = await storyAtAddress(live.slug);
    expect(found).toMatchObject({ state: "retracted", retraction: { notice: "Our source made it up." } });
    expect(JSON.stringify(found)).not.toMatch(/Does not stand|Lorries/);
    expect(await tagListing("retracted-things", 1)).toBeNull();
    expect((await newestStories(50)).map(({ id }) => id)).not.toContain(storyId);
    expect((await publishedStory("tuura-emes", "ky"))?.translations).toEqual([]);
    expect(await carryOutDuePlans(new Date(Date.now() + 120_000))).toBe(0);
    const desk = await deskStory(editor, storyId);
    expect(desk.publication.state).toBe("retracted");
    expect(desk.takenDown?.notice).toBe("Our source made it up.");
    const goneFrom = desk.takenDown?.goneFrom.map(({ address }) => address) ?? [];
    const related = goneFrom.filter((address) => address.startsWith("/stories/")).slice(1);
    expect(goneFrom).toEqual([
      ...["/stories/does-not-stand", "/", "/sections/security", "/tags/retracted-things", "/corrections"],
      "/search?q=Does%20not%20stand",
      "/ky/stories/tuura-emes",
      ...related,
      "/api/suggest?q=Does%20not%20stand",
      "/sitemaps/news.xml",
      expect.stringMatching(/^\/sitemaps\/stories-\d{4}-\d{2}\.xml$/),
      ...["xml", "atom", "json"].flatMap((form) =>
        ["", "/sections/security", "/tags/retracted-things"].map((list) => `${list}/feed.${form}`),
      ),
    ]);
  });

  it("again changes the notice; a kill after it leaves nothing of it", async () => {
    const { storyId, version, slug } = await liveStory({ headline: "Twice" });
    await retractStory(editor, { storyId, version, notice: "First notice." });
    await retractStory(editor, { storyId, version: version + 1, notice: "Second notice." });
    expect(await storyAtAddress(slug)).toMatchObject({ retraction: { notice: "Second notice." } });
    await killStory(editor, { storyId, version: version + 2, reason: "Court.", legal: true });
    expect(await recordingDependencies(() => storyAtAddress(slug))).toMatchObject({ result: null, gone: 451 });
    expect(await deskDb().retractedAddress.count({ where: { storyId } })).toBe(0);
  });

  it("ends when the story is published again", async () => {
    const { storyId, version, slug } = await liveStory({ headline: "It stands after all" });
    await retractStory(editor, { storyId, version, notice: "A mistake of ours." });
    await publishStory(editor, { storyId, version: version + 1, seq: 0 });
    expect(await storyAtAddress(slug)).toMatchObject({ state: "live" });
    expect(await deskDb().retractedAddress.count({ where: { storyId } })).toBe(0);
  });

  it("is for editors, wants a notice and the newest version", async () => {
    const author = await aPerson("author");
    const { storyId, version } = await liveStory({ by: author });
    const input = { storyId, version, notice: "Why." };
    await expect(retractStory(author, input)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(retractStory(editor, { ...input, notice: " " })).rejects.toMatchObject({ fault: "invalid" });
    await expect(retractStory(editor, { ...input, version: version - 1 })).rejects.toMatchObject({ fault: "conflict" });
  });
});

describe("changing the address of a published story", () => {
  const moved = async (live: Live, slug: string): Promise<Live> => {
    const { version } = await readdressStory(editor, { storyId: live.storyId, version: live.version, slug });
    return { ...live, version, slug };
  };
  const at = async (slug: string) => {
    const { result, moved, gone } = await recordingDependencies(() => storyAtAddress(slug));
    return result?.state ?? moved ?? gone;
  };

  it("takes effect for readers at once, and nothing else goes out with it", async () => {
    const live = await liveStory({ headline: "First address" });
    await typed(live.storyId, "Not yet for readers.");
    await moved(live, "second-address");
    expect([await at("first-address"), await at("second-address")]).toEqual(["/stories/second-address", "live"]);
    expect(JSON.stringify(await publishedStory("second-address"))).not.toContain("Not yet");
  });

  it("does not make the story one with unpublished changes", async () => {
    const live = await moved(await liveStory({ headline: "Nothing unpublished" }), "still-nothing-unpublished");
    expect((await deskStory(editor, live.storyId)).hasUnpublishedChanges).toBe(false);
  });

  it("leads from each old address straight to the newest, and back at an old one not in a circle", async () => {
    let live = await liveStory({ headline: "Chain a" });
    live = await moved(live, "chain-b");
    live = await moved(live, "chain-c");
    expect([await at("chain-a"), await at("chain-b"), await at("chain-c")]).toEqual([
      "/stories/chain-c",
      "/stories/chain-c",
      "live",
    ]);
    await moved(live, "chain-a");
    expect([await at("chain-a"), await at("chain-b"), await at("chain-c")]).toEqual([
      "live",
      "/stories/chain-a",
      "/stories/chain-a",
    ]);
  });

  it("is kept by a planned update that was cut before, and by the end of an embargo", async () => {
    const live = await liveStory({ headline: "Planned before" });
    const { storyId } = live;
    const due = new Date(Date.now() + 60_000);
    const plan = { storyId, version: live.version, seq: 0, at: due.toISOString(), zone: "UTC" };
    const { version } = await planPublication(editor, plan);
    const renamed = await moved({ ...live, version }, "planned-after");
    expect(await carryOutDuePlans(due)).toBe(1);
    expect([await at("planned-before"), await at("planned-after")]).toEqual(["/stories/planned-after", "live"]);
    const until = new Date(Date.now() + 3_600_000);
    await setEmbargo(editor, { storyId, version: renamed.version + 1, until: until.toISOString() });
    expect([await at("planned-before"), await at("planned-after")]).toEqual([null, null]);
    await moved({ ...renamed, version: renamed.version + 2 }, "planned-last");
    expect([await at("planned-after"), await at("planned-last")]).toEqual([null, null]);
    await announceLapses(until);
    expect([await at("planned-after"), await at("planned-last")]).toEqual(["/stories/planned-last", "live"]);
  });

  it("never gives an old address to another story, by hand or by headline", async () => {
    await moved(await liveStory({ headline: "Once mine" }), "now-mine");
    const other = await liveStory({ headline: "Once mine" });
    expect(other.slug).toBe("once-mine-2");
    const refused = { fault: "invalid", issues: [{ path: "slug" }] };
    await expect(moved(other, "once-mine")).rejects.toMatchObject(refused);
    const draft = await aStory();
    await expect(
      changeStory(editor, { storyId: draft.storyId, version: 1, changes: { slug: "once-mine" } }),
    ).rejects.toMatchObject(refused);
  });

  it("leads nowhere from a story that is not live, says 410 everywhere of a killed one, shows the notice everywhere", async () => {
    const unpublished = await moved(await liveStory({ headline: "Leads nowhere a" }), "leads-nowhere-b");
    await unpublishStory(editor, { storyId: unpublished.storyId, version: unpublished.version });
    expect([await at("leads-nowhere-a"), await at("leads-nowhere-b")]).toEqual([null, null]);
    const killed = await moved(await liveStory({ headline: "Killed a" }), "killed-b");
    await killStory(editor, { storyId: killed.storyId, version: killed.version, reason: "False." });
    expect([await at("killed-a"), await at("killed-b")]).toEqual([410, 410]);
    expect(
      (await deskStory(editor, killed.storyId)).takenDown?.goneFrom.slice(0, 2).map(({ address }) => address),
    ).toEqual(["/stories/killed-b", "/stories/killed-a"]);
    const retracted = await moved(await liveStory({ headline: "Retracted a" }), "retracted-b");
    await retractStory(editor, { storyId: retracted.storyId, version: retracted.version, notice: "Why." });
    expect([await at("retracted-a"), await at("retracted-b")]).toEqual(["retracted", "retracted"]);
  });

  it("of a draft leaves nothing", async () => {
    const { storyId } = await aStory({ slug: "draft-a" });
    await changeStory(editor, { storyId, version: 1, changes: { slug: "draft-b" } });
    expect(await deskDb().formerAddress.count({ where: { storyId } })).toBe(0);
    expect((await liveStory({ slug: "draft-a" })).slug).toBe("draft-a");
  });

  it("is refused for drafts, killed and retracted ones, to strangers, on older versions, and to where it is", async () => {
    const draft = await aStory();
    const readdress = (who: StaffActor, storyId: string, version: number, slug = "elsewhere") =>
      readdressStory(who, { storyId, version, slug });
    await expect(readdress(editor, draft.storyId, 1)).rejects.toMatchObject({ fault: "conflict" });
    const { storyId, version, slug } = await liveStory();
    await expect(readdress(editor, storyId, version, slug)).rejects.toMatchObject({ fault: "invalid" });
    await expect(readdress(editor, storyId, version, "Not a slug")).rejects.toMatchObject({ fault: "invalid" });
    await expect(readdress(editor, storyId, version - 1)).rejects.toMatchObject({ fault: "conflict" });
    await expect(readdress(await aPerson("author"), storyId, version)).rejects.toMatchObject({ fault: "forbidden" });
    await retractStory(editor, { storyId, version, notice: "Why." });
    await expect(readdress(editor, storyId, version + 1)).rejects.toMatchObject({ fault: "conflict" });
    await killStory(editor, { storyId, version: version + 1, reason: "False." });
    await expect(readdress(editor, storyId, version + 2)).rejects.toMatchObject({ fault: "conflict" });
  });

  it("two at once to one address: one gets it", async () => {
    const stories = [await liveStory({ headline: "Race one" }), await liveStory({ headline: "Race two" })];
    const answers = await Promise.allSettled(stories.map((live) => moved(live, "the-same-goal")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { fault: "invalid" } });
  });
});
