import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { newId } from "../kernel/ids.ts";
import { createSection, renameSection } from "../sections/commands.ts";
import { sections } from "../sections/queries.ts";
import { spikeSection, unspikeSection } from "../sections/trash-commands.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { republishStory } from "../stories/commands/republish-story.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { unspikeStory } from "../stories/commands/unspike-story.ts";
import { carryOutDuePlans } from "../stories/publication/due-plans.ts";
import { tagListing } from "../stories/published/lists.ts";
import { publishedStory } from "../stories/published.ts";
import { deskStory } from "../stories/queries.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag, theProgram } from "../stories/testing.ts";
import { createTag } from "../tags/commands.ts";
import { suggestTags } from "../tags/queries.ts";
import { spikeTag, unspikeTag } from "../tags/trash-commands.ts";
import { trash } from "./queries.ts";
import { days, notFound, now, reason, spiked } from "./testing.ts";

beforeAll(async () => {
  await aNewsroom();
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

  it("takes back no story that was live in it and stands elsewhere since, until it is restored itself", async () => {
    const [sectionId, elsewhere] = [await aSection("Going away"), await aSection("Staying")];
    const draft = await aStory({ headline: "Unpublished from a section", sectionId });
    const { storyId } = draft;
    const { revisionId } = await publishStory(theProgram, draft);
    await changeStory(theProgram, { storyId, version: 2, changes: { sectionId: elsewhere } });
    const { version } = await unpublishStory(theProgram, { storyId, version: 3 });
    await spikeSection(theProgram, { sectionId, version: 1, reason });
    const republish = () => republishStory(theProgram, { storyId, version, revisionId });
    await expect(republish()).rejects.toMatchObject({ fault: "conflict", message: /“Going away”.* trash/ });
    expect(await readersDb().liveStory.findUnique({ where: { id: storyId } })).toBeNull();
    await unspikeSection(theProgram, { sectionId, version: 2 });
    await republish();
    expect(await readersDb().liveSection.findUnique({ where: { slug: "going-away" } })).toMatchObject({ stories: 1 });
  });

  it("never has a story that readers get back at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const [sectionId, elsewhere] = [await aSection(`Left ${round}`), await aSection(`Taken ${round}`)];
      const draft = await aStory({ sectionId });
      const { storyId } = draft;
      const { revisionId } = await publishStory(theProgram, draft);
      await changeStory(theProgram, { storyId, version: 2, changes: { sectionId: elsewhere } });
      const { version } = await unpublishStory(theProgram, { storyId, version: 3 });
      const both = await Promise.allSettled([
        republishStory(theProgram, { storyId, version, revisionId }),
        spikeSection(theProgram, { sectionId, version: 1, reason }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
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
