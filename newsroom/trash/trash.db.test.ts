import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { aStaff } from "#newsroom/people/testing";
import { newId } from "../kernel/ids.ts";
import { pitchIdea } from "../planning/commands/pitch-idea.ts";
import { spikeSection } from "../sections/trash-commands.ts";
import { changeStory } from "../stories/commands/change-story.ts";
import { moveStory } from "../stories/commands/move-story.ts";
import { planPublication } from "../stories/commands/plan-publication.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { startThread } from "../stories/commands/start-thread.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { unspikeStory } from "../stories/commands/unspike-story.ts";
import { writeStory } from "../stories/commands/write-story.ts";
import { ownMentions, peopleToMention, storyThreads } from "../stories/comments/comment-queries.ts";
import { notePresence, whoIsHere } from "../stories/document/presence.ts";
import { atHand, canRestoreStory } from "../stories/policy.ts";
import { carryOutDuePlans } from "../stories/publication/due-plans.ts";
import { deskStory } from "../stories/queries.ts";
import { deskStories } from "../stories/story-lists.ts";
import { aNewsroom, anAssignment, aPerson, aSection, aStory, aTag, theProgram, typing } from "../stories/testing.ts";
import { spikeTag } from "../tags/trash-commands.ts";
import { removeOldTrash } from "./jobs.ts";
import { restorableBy, trash } from "./queries.ts";
import { days, notFound, now, reason, spiked } from "./testing.ts";

beforeAll(async () => {
  await aNewsroom();
});

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
