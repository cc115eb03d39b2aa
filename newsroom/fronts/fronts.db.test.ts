import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { storyHistory } from "../history/queries.ts";
import { newId } from "../kernel/ids.ts";
import { removeSection, spikeSection, unspikeSection } from "../sections/trash-commands.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { mergeTags } from "../stories/commands/merge-tags.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { retractStory } from "../stories/commands/retract-story.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { undoTagMerge } from "../stories/commands/undo-tag-merge.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { touchedBy } from "../stories/publication/reach.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag, theProgram, typed } from "../stories/testing.ts";
import { changeTag } from "../tags/commands.ts";
import { spikeTag } from "../tags/trash-commands.ts";
import { arrangeFront } from "./commands.ts";
import { places } from "./places.ts";
import { homeFront } from "./published.ts";
import { deskFront, storiesForFront } from "./queries.ts";
import { automatic, type Slot } from "./schema.ts";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const slotsWith = (wishes: Record<number, Partial<Slot>>): Slot[] =>
  places.map((_, at) => ({ ...automatic, ...wishes[at] }));

const version = async () => (await deskFront(theProgram)).version;
const arrange = async (wishes: Record<number, Partial<Slot>>) =>
  arrangeFront(theProgram, { version: await version(), slots: slotsWith(wishes) });
const onTop = async () => (await homeFront()).top.map((story) => story?.headline ?? null);

/** A live story; the later made, the newer. */
async function live(headline: string, wishes: Parameters<typeof aStory>[0] = {}) {
  const draft = await aStory({ headline, ...wishes });
  return { storyId: draft.storyId, ...(await publishStory(theProgram, draft)) };
}

type Taken = { storyId: string; version: number };

/** Out of the way of the next test. */
async function takeBack(storyId: string) {
  const { version } = await deskDb().story.findUniqueOrThrow({ where: { id: storyId }, select: { version: true } });
  await unpublishStory(theProgram, { storyId, version, reason: "Test" });
}

let oldest: Awaited<ReturnType<typeof live>>;

beforeAll(async () => {
  await aNewsroom();
  oldest = await live("The oldest");
  for (let n = 1; n <= 9; n++) await live(`Number ${n}`);
});
beforeEach(() => arrange({}));

describe("the front", () => {
  it("is filled by itself with the newest stories", async () => {
    expect(await onTop()).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((n) => `Number ${n}`));
    expect((await homeFront()).rest.map(({ headline }) => headline)).toEqual(["Number 1", "The oldest"]);
  });

  it("shows a story where it was put, and no other place shows it", async () => {
    await arrange({ 0: { storyId: oldest.storyId } });
    expect(await onTop()).toEqual(["The oldest", ...[9, 8, 7, 6, 5, 4, 3].map((n) => `Number ${n}`)]);
    expect((await homeFront()).rest.map(({ headline }) => headline)).toEqual(["Number 2", "Number 1"]);
    const [splash] = (await deskFront(theProgram)).slots;
    expect(splash).toMatchObject({ story: { name: "The oldest" }, shows: { name: "The oldest" }, section: null });
  });

  it("shows the words that readers have, and the story stays put when it is published anew", async () => {
    const story = await live("As it was");
    await arrange({ 1: { storyId: story.storyId } });
    const { seq } = await typed(story.storyId, "More.");
    expect((await onTop())[1]).toBe("As it was");
    await publishStory(theProgram, { storyId: story.storyId, version: story.version, seq });
    expect((await homeFront()).top[1]?.id).toBe(story.storyId);
    await takeBack(story.storyId);
  });

  it("fills a place from a section or under a tag, and from all where there is no story left", async () => {
    const sectionId = await aSection("Energy");
    const tagId = await aTag("Dams");
    const energy = await live("In Energy", { sectionId });
    const dams = await live("Under Dams", { tagIds: [tagId] });
    for (let n = 0; n < 8; n++) await live(`Newer ${n}`);
    await arrange({ 0: { tagId }, 1: { sectionId }, 2: { sectionId } });
    expect((await onTop()).slice(0, 3)).toEqual(["Under Dams", "In Energy", "Newer 7"]);
    const { slots } = await deskFront(theProgram);
    expect(slots[0]).toMatchObject({ story: null, tag: { name: "Dams" }, shows: { name: "Under Dams" } });
    expect(slots[1]).toMatchObject({ story: null, section: { name: "Energy" } });
    for (const { storyId } of [energy, dams]) await takeBack(storyId);
  });

  it("follows its tags and sections to other names, into the trash and back", async () => {
    const [tagId, intoId] = [await aTag("Refugees"), await aTag("Displaced")];
    const story = await live("Across the border", { tagIds: [tagId] });
    for (let n = 0; n < 8; n++) await live(`Still newer ${n}`);
    await arrange({ 0: { tagId } });
    const splash = async () => (await onTop())[0];
    expect(await splash()).toBe("Across the border");

    await changeTag(theProgram, { tagId, version: 1, changes: { slug: "refugees-anew" } });
    expect(await splash()).toBe("Across the border");
    const { mergeId } = await mergeTags(theProgram, { tagId, version: 2, intoId });
    expect(await splash()).toBe("Across the border");
    expect((await deskFront(theProgram)).slots[0]?.tag).toMatchObject({ id: intoId, name: "Displaced" });
    await undoTagMerge(theProgram, { mergeId });
    expect(await splash()).toBe("Across the border");
    const tag = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId } });
    await spikeTag(theProgram, { tagId, version: tag.version, reason: "Too vague" });
    expect(await splash()).toBe("Still newer 7");
    await takeBack(story.storyId);

    const sectionId = await aSection("Passing");
    await arrange({ 0: { sectionId } });
    await spikeSection(theProgram, { sectionId, version: 1, reason: "Empty" });
    expect((await deskFront(theProgram)).slots[0]?.section).toBeNull();
    await unspikeSection(theProgram, { sectionId, version: 2 });
    expect((await deskFront(theProgram)).slots[0]?.section).toMatchObject({ name: "Passing" });
    await spikeSection(theProgram, { sectionId, version: 3, reason: "Empty" });
    await removeSection(theProgram, { sectionId, before: new Date(Date.now() + 1_000) });
    expect((await deskFront(theProgram)).slots[0]?.section).toBeNull();
  });
});

describe("whatever takes a story from the readers takes it off the front, in the same transaction", () => {
  const takes = {
    kill: (story: Taken) => killStory(theProgram, { ...story, reason: "It is false." }),
    "kill by legal order": (story: Taken) => killStory(theProgram, { ...story, reason: "Court", legal: true }),
    unpublish: (story: Taken) => unpublishStory(theProgram, { ...story, reason: "Not yet." }),
    retract: (story: Taken) => retractStory(theProgram, { ...story, notice: "It does not stand." }),
    embargo: (story: Taken) => setEmbargo(theProgram, { ...story, until: inAnHour() }),
  };

  it.each(Object.entries(takes))("%s", async (name, take) => {
    const { storyId, version: now } = await live(`Taken by ${name}`);
    await arrange({ 0: { storyId }, 5: { storyId: oldest.storyId } });
    const before = await version();
    await take({ storyId, version: now });

    const top = await onTop();
    expect(top).not.toContain(`Taken by ${name}`);
    expect(top[5]).toBe("The oldest");
    expect(await deskDb().slot.count({ where: { storyId } })).toBe(0);
    expect(await deskDb().liveSlot.count({ where: { storyId } })).toBe(0);
    const { entries } = await storyHistory(theProgram, storyId);
    expect(entries.map(({ words }) => words)).toContain("took it off the front, where it was splash");
    // Whoever had the front before them puts nothing back.
    await expect(
      arrangeFront(theProgram, { version: before, slots: slotsWith({ 0: { storyId } }) }),
    ).rejects.toMatchObject({ fault: "conflict" });
    await expect(arrange({ 0: { storyId } })).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "slots.0.storyId" }],
    });
  });

  it("readers' pages are told with the story", () => {
    expect(touchedBy({ type: "story.killed", subject: newId(), payload: {} }).soon).toContain("front");
    expect(touchedBy({ type: "front.arranged", subject: null, payload: {} }).soon).toEqual(["front"]);
  });
});

describe("arranging", () => {
  it("is for editors, and tells each story and the trail", async () => {
    const author = await aPerson("author");
    await expect(arrangeFront(author, { version: await version(), slots: slotsWith({}) })).rejects.toMatchObject({
      fault: "forbidden",
    });
    await expect(deskFront(author)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(storiesForFront(author, "")).rejects.toMatchObject({ fault: "forbidden" });

    const editor = await aPerson("editor", "Bermet");
    await arrangeFront(editor, { version: await version(), slots: slotsWith({ 3: { storyId: oldest.storyId } }) });
    expect(await deskFront(editor)).toMatchObject({ arrangedBy: "Bermet", arrangedAt: expect.any(Date) });
    await arrange({});
    const words = (await storyHistory(theProgram, oldest.storyId)).entries.map((entry) => entry.words);
    expect(words.slice(0, 2)).toEqual([
      "took it off the front, where it was brief 1",
      "put it on the front as brief 1",
    ]);
  });

  it("makes nothing of nothing, and nothing of a version that is past", async () => {
    const now = await version();
    expect(await arrangeFront(theProgram, { version: now, slots: slotsWith({}) })).toEqual({ version: now });
    const slots = slotsWith({ 0: { storyId: oldest.storyId } });
    expect(await arrangeFront(theProgram, { version: now, slots })).toEqual({ version: now + 1 });
    await expect(arrangeFront(theProgram, { version: now, slots: slotsWith({}) })).rejects.toMatchObject({
      fault: "conflict",
    });
    expect((await onTop())[0]).toBe("The oldest");
  });

  it("two people at once: one is told", async () => {
    const now = await version();
    const slots = [slotsWith({ 0: { storyId: oldest.storyId } }), slotsWith({ 1: { storyId: oldest.storyId } })];
    const outcomes = await Promise.allSettled(
      slots.map((these) => arrangeFront(theProgram, { version: now, slots: these })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await version()).toBe(now + 1);
  });

  it.each([
    ["a story twice", () => ({ 0: { storyId: oldest.storyId }, 4: { storyId: oldest.storyId } }), "slots.4.storyId"],
    ["a story that is not there", () => ({ 2: { storyId: newId() } }), "slots.2.storyId"],
    ["a section that is not there", () => ({ 1: { sectionId: newId() } }), "slots.1.sectionId"],
    ["a tag that is not there", () => ({ 1: { tagId: newId() } }), "slots.1.tagId"],
    ["a section and a tag", () => ({ 7: { sectionId: newId(), tagId: newId() } }), "slots.7"],
  ])("is refused with %s, at its place", async (_what, wishes, path) => {
    await expect(arrange(wishes())).rejects.toMatchObject({ fault: "invalid", issues: [{ path }] });
  });

  it("is refused with a draft, and with too few places", async () => {
    const { storyId } = await aStory({ headline: "A draft" });
    await expect(arrange({ 0: { storyId } })).rejects.toMatchObject({ fault: "invalid" });
    const short = { version: await version(), slots: slotsWith({}).slice(1) };
    await expect(arrangeFront(theProgram, short)).rejects.toMatchObject({ fault: "invalid" });
  });

  it("finds live stories by words of their headline, the newest first", async () => {
    await aStory({ headline: "Number 99, a draft" });
    const found = await storiesForFront(theProgram, "number 3");
    expect(found.map(({ headline }) => headline)).toEqual(["Number 3"]);
    expect(await storiesForFront(theProgram, "100%")).toEqual([]);
    expect((await storiesForFront(theProgram, "")).length).toBe(20);
  });
});
