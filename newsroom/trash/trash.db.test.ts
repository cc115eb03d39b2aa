import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { aStaff } from "#newsroom/people/testing";
import { newId } from "../kernel/ids.ts";
import { faultOf } from "../people/testing.ts";
import { pitchIdea } from "../planning/commands/pitch-idea.ts";
import { createSection, renameSection } from "../sections/commands.ts";
import { sections } from "../sections/queries.ts";
import { spikeSection, unspikeSection } from "../sections/trash-commands.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { discardPicture } from "../stories/commands/discard-picture.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { removePicture } from "../stories/commands/remove-picture.ts";
import { restorePicture } from "../stories/commands/restore-picture.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { startThread } from "../stories/commands/start-thread.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { unspikeStory } from "../stories/commands/unspike-story.ts";
import { writeStory } from "../stories/commands/write-story.ts";
import { ownMentions, peopleToMention, storyThreads } from "../stories/comments/comment-queries.ts";
import { notePresence, whoIsHere } from "../stories/document/presence.ts";
import { atHand, canRestoreStory } from "../stories/policy.ts";
import { carryOutDuePlans } from "../stories/publication/due-plans.ts";
import { tagListing } from "../stories/published/lists.ts";
import { publishedStory } from "../stories/published.ts";
import { deskStory } from "../stories/queries.ts";
import { deskStories } from "../stories/story-lists.ts";
import {
  aLibraryPicture,
  aNewsroom,
  anAssignment,
  aPerson,
  aSection,
  aStory,
  aTag,
  theProgram,
  typing,
} from "../stories/testing.ts";
import { createTag } from "../tags/commands.ts";
import { suggestTags } from "../tags/queries.ts";
import { spikeTag, unspikeTag } from "../tags/trash-commands.ts";
import { removeOldTrash } from "./jobs.ts";
import { picturesRestorableBy, restorableBy, trash } from "./queries.ts";

const reason = "Nobody could be reached.";
const now = new Date("2026-11-25T12:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);

beforeAll(async () => {
  await aNewsroom();
});

const spiked = async (wishes: Parameters<typeof aStory>[0] = {}, at = now) => {
  const { storyId } = await aStory(wishes);
  const { version } = await spikeStory(theProgram, { storyId, version: 1, reason }, { now: at });
  return { storyId, version };
};
const notFound = { fault: "notFound" };

describe("a spiked story", () => {
  it("is unknown everywhere but in the trash, where it stands with who, when and why", async () => {
    const editor = await aPerson("editor", "Nurlan Asanov");
    const { storyId } = await aStory({ headline: "Spiked Zebra" });
    const threadId = newId();
    const text = `Look, @{${editor.id}}`;
    await startThread((await aStaff({ role: "editor" })).actor, {
      ...{ storyId, threadId, commentId: newId(), quote: "", isAnchored: false, text },
    });
    expect(await ownMentions(editor)).toHaveLength(1);
    await notePresence([{ id: newId(), storyId, staffId: editor.id, isIdle: false }], new Date());
    await spikeStory(editor, { storyId, version: 1, reason }, { now });

    expect((await deskStories(editor, { search: "zebra" })).stories).toEqual([]);
    await expect(deskStory(editor, storyId)).rejects.toMatchObject(notFound);
    await expect(storyThreads(editor, storyId)).rejects.toMatchObject(notFound);
    await expect(peopleToMention(editor, storyId)).rejects.toMatchObject(notFound);
    await expect(writeStory(editor, await typing(storyId, "More."))).rejects.toMatchObject(notFound);
    await expect(moveStory(editor, { storyId, version: 2, stage: "copy" })).rejects.toMatchObject(notFound);
    await expect(publishStory(editor, { storyId, version: 2, seq: 0 })).rejects.toMatchObject(notFound);
    expect(await whoIsHere(editor, [storyId], new Date())).toEqual({});
    expect(await ownMentions(editor)).toEqual([]);
    const found = (await trash(editor, now)).stories.find(({ id }) => id === storyId);
    expect(found).toMatchObject({ headline: "Spiked Zebra", by: "Nurlan Asanov", because: reason, daysLeft: 30 });
    expect(found?.spikedAt).toEqual(now);
  });

  it("that was an idea is told from others by its name", async () => {
    const editor = await aPerson("editor");
    const { id } = await pitchIdea(editor, { id: newId(), name: "Bread prices" });
    await spikeStory(editor, { storyId: id, version: 1, reason }, { now });
    const found = (await trash(editor, now)).stories.find((story) => story.id === id);
    expect(found).toMatchObject({ headline: "", slugline: "Bread prices" });
  });

  it("comes back as it went, with its slug; its plans do not", async () => {
    const editor = await aPerson("editor");
    const { storyId } = await aStory({ slug: "kept-address", headline: "Back again" });
    const { version } = await planPublication(
      theProgram,
      {
        ...{ storyId, version: 1, seq: 0, at: days(1).toISOString(), zone: "Asia/Bishkek" },
      },
      { now },
    );
    const before = await deskStory(editor, storyId);
    const gone = await spikeStory(editor, { storyId, version, reason }, { now });
    const other = await aStory();
    await expect(
      changeStory(editor, { storyId: other.storyId, version: 1, changes: { slug: "kept-address" } }),
    ).rejects.toMatchObject({ fault: "invalid" });
    expect(await carryOutDuePlans(days(2))).toBe(0);
    expect(await unspikeStory(editor, { storyId, version: gone.version })).toEqual({
      version: version + 2,
      losesSection: false,
    });
    const { plan, version: _, changedAt: __, ...rest } = await deskStory(editor, storyId);
    const { plan: planned, version: ___, changedAt: ____, ...was } = before;
    expect(planned).not.toBeNull();
    expect(plan).toBeNull();
    expect(rest).toEqual(was);
  });

  it("cannot be one that is live: the answer says what to do first", async () => {
    const { storyId } = await aStory();
    const { version } = await publishStory(theProgram, { storyId, version: 1, seq: 0 });
    await expect(spikeStory(theProgram, { storyId, version, reason })).rejects.toThrow(/unpublish it first/);
    const withdrawn = await unpublishStory(theProgram, { storyId, version });
    await expect(spikeStory(theProgram, { storyId, version: withdrawn.version, reason })).resolves.toBeDefined();
  });

  it("is spiked once, and by who saw it as it is", async () => {
    const { storyId } = await aStory();
    await expect(spikeStory(theProgram, { storyId, version: 7, reason })).rejects.toMatchObject({ fault: "conflict" });
    await expect(spikeStory(theProgram, { storyId, version: 1, reason: "  " })).rejects.toMatchObject({
      fault: "invalid",
    });
    const both = await Promise.allSettled([1, 2].map(() => spikeStory(theProgram, { storyId, version: 1, reason })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(unspikeStory(theProgram, { storyId, version: 1 })).rejects.toMatchObject({ fault: "conflict" });
    await expect(unspikeStory(theProgram, { storyId: (await aStory()).storyId, version: 1 })).rejects.toMatchObject(
      notFound,
    );
  });

  it("is for a writer one that they began and nobody published", async () => {
    const author = await aPerson("author");
    const other = await aStory();
    await expect(spikeStory(author, { storyId: other.storyId, version: 1, reason })).rejects.toMatchObject({
      fault: "forbidden",
    });
    const { storyId } = await aStory({ by: author });
    const live = await publishStory(author, { storyId, version: 1, seq: 0 });
    const { version } = await unpublishStory(author, { storyId, version: live.version });
    await expect(spikeStory(author, { storyId, version, reason })).rejects.toThrow(/an editor may/);
  });

  it("is listed for those, and those only, who may restore it", async () => {
    const people = [
      await aPerson("contributor"),
      await aPerson("author"),
      await aPerson("editor"),
      await aPerson("admin"),
    ];
    for (const by of people) for (const confidential of [true, false]) await spiked({ by, confidential });
    for (const { id: staffId } of people) {
      const { storyId } = await spiked({ confidential: true });
      await deskDb().storyCircle.create({ data: { storyId, staffId: (await aPerson("editor")).id } });
      await anAssignment({ storyId, staffId });
    }
    const all = await deskDb().story.findMany({
      select: { id: true, ...atHand },
    });
    for (const actor of [...people, theProgram]) {
      const listed = await deskDb().story.findMany({ where: restorableBy(actor), select: { id: true } });
      const allowed = all.filter((story) => canRestoreStory(actor, story));
      expect(listed.map(({ id }) => id).toSorted()).toEqual(allowed.map(({ id }) => id).toSorted());
    }
    expect((await trash(people[0] ?? theProgram, now)).stories).toHaveLength(2);
  });
});

describe("a spiked tag", () => {
  const standing = async (storyId: string) => (await deskStory(theProgram, storyId)).tags.map(({ name }) => name);
  const readersSee = async (slug: string) => (await publishedStory(slug))?.tags.map(({ name }) => name);

  it("leaves its stories and the readers at once, and comes back where it stood", async () => {
    const tagIds = [await aTag("Alpha"), await aTag("Beta"), await aTag("Gamma")];
    const [, beta = ""] = tagIds;
    const draft = await aStory({ tagIds });
    const { storyId } = await aStory({ tagIds, slug: "tagged", headline: "Tagged" });
    await publishStory(theProgram, { storyId, version: 1, seq: 0 });
    const changed = await aStory({ tagIds });

    expect(await spikeTag(theProgram, { tagId: beta, version: 1, reason })).toEqual({ version: 2, stories: 3 });
    expect(await standing(draft.storyId)).toEqual(["Alpha", "Gamma"]);
    expect(await readersSee("tagged")).toEqual(["Alpha", "Gamma"]);
    expect(await tagListing("beta", 1)).toBeNull();
    expect(await suggestTags(theProgram, "beta")).toEqual([]);
    expect(await readersDb().liveTag.findUnique({ where: { slug: "beta" } })).toBeNull();
    await expect(createTag(theProgram, { id: newId(), name: "beta" })).rejects.toThrow(/lies in the trash/);
    const setBack = { storyId: changed.storyId, version: 1, changes: { tagIds } };
    await expect(changeStory(theProgram, setBack)).rejects.toMatchObject({ fault: "invalid" });
    await changeStory(theProgram, { ...setBack, changes: { tagIds: tagIds.filter((id) => id !== beta).reverse() } });
    expect((await trash(theProgram, now)).tags).toMatchObject([{ name: "Beta", because: reason, stories: 3 }]);

    expect(await unspikeTag(theProgram, { tagId: beta, version: 2 })).toEqual({ version: 3, stories: 3 });
    expect(await standing(draft.storyId)).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(await standing(changed.storyId)).toEqual(["Gamma", "Beta", "Alpha"]);
    expect(await readersSee("tagged")).toEqual(["Alpha", "Beta", "Gamma"]);
    expect((await tagListing("beta", 1))?.listing.total).toBe(1);
  });

  it("is not published by a plan that had it", async () => {
    const tagId = await aTag("Planned tag");
    const { storyId } = await aStory({ tagIds: [tagId], slug: "planned-tag" });
    await planPublication(theProgram, { storyId, version: 1, seq: 0, at: days(1).toISOString(), zone: "UTC" }, { now });
    await spikeTag(theProgram, { tagId, version: 1, reason });
    await carryOutDuePlans(days(1));
    expect(await readersSee("planned-tag")).toEqual([]);
    await unspikeTag(theProgram, { tagId, version: 2 });
    expect(await readersSee("planned-tag")).toEqual(["Planned tag"]);
  });

  it("never stays behind in a story that takes it up at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const tagId = await aTag(`Racing ${round}`);
      const { storyId } = await aStory();
      await Promise.allSettled([
        changeStory(theProgram, { storyId, version: 1, changes: { tagIds: [tagId] } }),
        spikeTag(theProgram, { tagId, version: 1, reason }),
      ]);
      expect(await standing(storyId)).toEqual([]);
    }
  });

  it("is an editor's work, on the tag as it was seen", async () => {
    const tagId = await aTag("Careful");
    await expect(spikeTag(await aPerson("author"), { tagId, version: 1, reason })).rejects.toMatchObject({
      fault: "forbidden",
    });
    await expect(spikeTag(theProgram, { tagId, version: 4, reason })).rejects.toMatchObject({ fault: "conflict" });
    await expect(unspikeTag(theProgram, { tagId, version: 1 })).rejects.toMatchObject(notFound);
  });
});

describe("a spiked section", () => {
  const names = async () => (await sections(theProgram)).map(({ name }) => name);

  it("must be empty: at the desk, for readers, under embargo and in plans", async () => {
    const [sectionId, elsewhere] = [await aSection("Crowded"), await aSection("Elsewhere")];
    const spike = () => spikeSection(theProgram, { sectionId, version: 1, reason });
    const { storyId } = await aStory({ sectionId });
    await expect(spike()).rejects.toThrow(/One story stands in “Crowded”/);
    const live = await publishStory(theProgram, { storyId, version: 1, seq: 0 }, { now });
    const moved = await changeStory(theProgram, {
      ...{ storyId, version: live.version, changes: { sectionId: elsewhere } },
    });
    await expect(spike()).rejects.toThrow(/Readers still find one live story/);
    const hidden = await setEmbargo(
      theProgram,
      { storyId, version: moved.version, until: days(1).toISOString() },
      { now },
    );
    await expect(spike()).rejects.toThrow(/Readers still find one live story/);
    await unpublishStory(theProgram, { storyId, version: hidden.version }, { now });
    const planned = await aStory({ sectionId });
    const plan = { storyId: planned.storyId, version: 1, seq: 0, at: days(1).toISOString(), zone: "UTC" };
    const { version } = await planPublication(theProgram, plan, { now });
    await changeStory(theProgram, { storyId: planned.storyId, version, changes: { sectionId: elsewhere } });
    await expect(spike()).rejects.toThrow(/A plan is going to publish/);
    await deskDb().plan.updateMany({ data: { cancelledAt: now } });
    await spike();
    expect(await names()).not.toContain("Crowded");
  });

  it("leaves the menu, takes no story, and comes back", async () => {
    const id = newId();
    await createSection(theProgram, { id, name: "Leaving", slug: "leaving" });
    await spikeSection(theProgram, { sectionId: id, version: 1, reason });
    expect(await readersDb().liveSection.findUnique({ where: { slug: "leaving" } })).toBeNull();
    const { storyId } = await aStory();
    await expect(changeStory(theProgram, { storyId, version: 1, changes: { sectionId: id } })).rejects.toMatchObject({
      fault: "invalid",
    });
    await expect(createSection(theProgram, { id: newId(), name: "Leaving" })).rejects.toThrow(/lies in the trash/);
    await expect(renameSection(theProgram, { sectionId: id, version: 2, name: "X" })).rejects.toMatchObject(notFound);
    expect((await trash(theProgram, now)).sections.map(({ name }) => name)).toContain("Leaving");
    await unspikeSection(theProgram, { sectionId: id, version: 2 });
    expect(await names()).toContain("Leaving");
    expect(await readersDb().liveSection.findUnique({ where: { slug: "leaving" } })).toMatchObject({ stories: 0 });
  });

  it("is lost to a story that is restored after it", async () => {
    const sectionId = await aSection("Lost");
    const { storyId, version } = await spiked({ sectionId });
    await spikeSection(theProgram, { sectionId, version: 1, reason });
    expect(await unspikeStory(theProgram, { storyId, version })).toMatchObject({ losesSection: true });
    expect((await deskStory(theProgram, storyId)).sectionId).toBeNull();
  });

  it("never holds a story that is restored at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const sectionId = await aSection(`Emptied ${round}`);
      const { storyId, version } = await spiked({ sectionId });
      const [restored, emptied] = await Promise.allSettled([
        unspikeStory(theProgram, { storyId, version }),
        spikeSection(theProgram, { sectionId, version: 1, reason }),
      ]);
      expect(restored.status).toBe("fulfilled");
      const section = await deskDb().section.findUniqueOrThrow({ where: { id: sectionId } });
      const story = await deskStory(theProgram, storyId);
      expect([story.sectionId, section.spikedAt === null]).toEqual(
        emptied.status === "fulfilled" ? [null, false] : [sectionId, true],
      );
    }
  });
});

describe("a removed picture", () => {
  const removedPicture = async (by: Parameters<typeof aLibraryPicture>[0], wishes = {}, at = now) => {
    const pictureId = await aLibraryPicture(by, wishes);
    await removePicture(theProgram, { pictureId, version: 1 }, { now: at });
    return pictureId;
  };

  it("lies in the trash with who removed it and when, until it is restored", async () => {
    const editor = await aPerson("editor", "Gulnara Sydykova");
    const pictureId = await aLibraryPicture();
    await removePicture(editor, { pictureId, version: 1 }, { now });
    const found = async () => (await trash(editor, days(2))).pictures.find(({ id }) => id === pictureId);
    expect(await found()).toMatchObject({
      ...{ by: "Gulnara Sydykova", spikedAt: now, daysLeft: 28, width: 1_600 },
      ...{ altText: "Lorries in snow", caption: "The pass.", credit: "Aida Bekova" },
    });
    await restorePicture(editor, { pictureId });
    expect(await found()).toBeUndefined();
    expect(await deskDb().picture.findUnique({ where: { id: pictureId } })).toMatchObject({
      removedAt: null,
      removedById: null,
    });
  });

  it("is listed for those, and those only, who may restore it", async () => {
    const people = [
      await aPerson("contributor"),
      await aPerson("author"),
      await aPerson("editor"),
      await aPerson("admin"),
    ];
    for (const by of people) {
      await removedPicture(by);
      const { storyId } = await aStory({ by, confidential: true });
      await removedPicture(by, { storyId });
    }
    const { storyId } = await aStory({ confidential: true });
    await deskDb().storyCircle.create({ data: { storyId, staffId: (await aPerson("editor")).id } });
    await removedPicture(undefined, { storyId });
    const inLibrary = await aLibraryPicture();
    const all = await deskDb().picture.findMany({ where: { removedAt: { not: null } }, select: { id: true } });
    for (const actor of [...people, theProgram]) {
      const listed = await deskDb().picture.findMany({ where: picturesRestorableBy(actor), select: { id: true } });
      expect(listed.map(({ id }) => id)).not.toContain(inLibrary);
      const restored: string[] = [];
      for (const { id } of all)
        if ((await faultOf(restorePicture(actor, { pictureId: id }))) === "in") {
          restored.push(id);
          await deskDb().picture.update({ where: { id }, data: { removedAt: now } });
        }
      expect(listed.map(({ id }) => id).toSorted()).toEqual(restored.toSorted());
    }
    expect((await trash(people[0] ?? theProgram, now)).pictures).toHaveLength(2);
  });

  it("stands on the next page where there are more than one has room for", async () => {
    const author = await aPerson("author");
    const ids: string[] = [];
    for (let n = 0; n < 61; n++) ids.unshift(await removedPicture(author, {}, new Date(now.getTime() + n)));
    const first = await trash(author, now);
    const rest = await trash(author, now, { pictures: first.nextPictures ?? "" });
    expect([first, rest].flatMap(({ pictures }) => pictures.map(({ id }) => id))).toEqual(ids);
    expect([first.pictures.length, rest.nextPictures]).toEqual([60, null]);
    await deskDb().picture.deleteMany({ where: { id: { in: ids } } });
  });

  it("goes for good after 30 days, which the trail tells, but not from the top of a story", async () => {
    const [alone, atTop] = [await removedPicture(undefined), await aLibraryPicture()];
    await aStory({ leadImage: { pictureId: atTop, altText: "", caption: "", credit: "" } });
    await removePicture(theProgram, { pictureId: atTop, version: 1 }, { now });
    await removeOldTrash(days(29.9));
    expect(await deskDb().picture.count({ where: { id: alone } })).toBe(1);
    await expect(discardPicture(await aPerson("admin"), { pictureId: alone })).rejects.toMatchObject({
      fault: "forbidden",
    });
    await Promise.all([removeOldTrash(days(30)), removeOldTrash(days(30))]);
    expect(await deskDb().picture.count({ where: { id: alone } })).toBe(0);
    const events = await deskDb().event.findMany({ where: { subject: alone }, orderBy: { position: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["picture.added", "picture.removed", "picture.discarded"]);
    const kept = (await trash(theProgram, days(30))).pictures.find(({ id }) => id === atTop);
    expect(kept?.daysLeft).toBeNull();
  });
});

describe("what has lain in the trash for 30 days", () => {
  it("is removed for good, with text, revisions and comments; what was said in the trail stays", async () => {
    const { storyId } = await spiked({ slug: "old-trash" });
    const [tagId, sectionId] = [await aTag("Old tag"), await aSection("Old section")];
    await spikeTag(theProgram, { tagId, version: 1, reason }, { now });
    await spikeSection(theProgram, { sectionId, version: 1, reason }, { now });
    const young = await spiked({}, days(1));
    await removeOldTrash(days(29.9));
    expect(await deskDb().story.findUnique({ where: { id: storyId } })).not.toBeNull();

    await Promise.all([removeOldTrash(days(30)), removeOldTrash(days(30))]);
    for (const row of [
      await deskDb().story.findUnique({ where: { id: storyId } }),
      await deskDb().storyDocument.findUnique({ where: { storyId } }),
      await deskDb().tag.findUnique({ where: { id: tagId } }),
      await deskDb().section.findUnique({ where: { id: sectionId } }),
    ])
      expect(row).toBeNull();
    expect(await deskDb().story.findUnique({ where: { id: young.storyId } })).not.toBeNull();
    const types = await deskDb().event.findMany({ where: { subject: storyId }, orderBy: { position: "asc" } });
    expect(types.map(({ type }) => type)).toEqual(["story.created", "story.spiked", "story.removed"]);
    expect(await removeOldTrash(days(30))).toBe(0);
  });

  it("is kept if readers have ever had it", async () => {
    const { storyId } = await aStory();
    const live = await publishStory(theProgram, { storyId, version: 1, seq: 0 }, { now });
    const { version } = await unpublishStory(theProgram, { storyId, version: live.version }, { now });
    await spikeStory(theProgram, { storyId, version, reason }, { now });
    await removeOldTrash(days(400));
    const kept = (await trash(theProgram, days(400))).stories.find(({ id }) => id === storyId);
    expect(kept?.daysLeft).toBeNull();
  });
});
