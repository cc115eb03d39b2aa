import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { roles, type StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { roleTable } from "../../people/roles.ts";
import { changeTag } from "../../tags/commands.ts";
import { deskTag, suggestTags } from "../../tags/queries.ts";
import { shareTags } from "../../tags/tag-lock.ts";
import { changeStory } from "../commands/change-story.ts";
import { mergeTags } from "../commands/merge-tags.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { undoTagMerge } from "../commands/undo-tag-merge.ts";
import { carryOutDuePlans } from "../publication/due-plans.ts";
import { movedTag } from "../published/tags.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { storyInHand } from "../story-at-hand.ts";
import { aNewsroom, aPerson, aTag } from "../testing.ts";
import { mergePreview } from "./tag-queries.ts";
import { atDesk, draft, forReaders, live, merging, tags, total } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const days = (count: number) => ({ now: new Date(Date.now() + count * 86_400_000) });

const merge = async (tagId: string, intoId: string) => mergeTags(editor, await merging(tagId, intoId));

/** All that says which story has which tag, for the desk and for readers. */
const everything = async () => ({
  desk: await deskDb().storyTag.findMany({ orderBy: [{ storyId: "asc" }, { position: "asc" }, { tagId: "asc" }] }),
  shown: await deskDb().liveStoryTag.findMany({ orderBy: [{ storyId: "asc" }, { position: "asc" }] }),
  tags: await deskDb().liveTag.findMany({ where: { stories: { gt: 0 } }, orderBy: { slug: "asc" } }),
  labels: await deskDb().liveTagLabel.findMany({ orderBy: { name: "asc" } }),
  aliases: await deskDb().liveTagAlias.findMany({ orderBy: { slug: "asc" } }),
  stories: await deskDb().story.findMany({
    orderBy: { id: "asc" },
    select: { id: true, columnsVersion: true, changedAt: true },
  }),
});

describe("a merge of tags", () => {
  it("is counted first, moves desk and readers at once, and is undone to the last position", async () => {
    const [odkb, csto, water] = await tags("ODKB", "Collective treaty", "Water");
    if (!odkb || !csto || !water) throw new Error();
    await changeTag(editor, { tagId: odkb.id, version: 1, changes: { labels: [{ language: "ru", name: "ОДКБ" }] } });
    const one = await live(water, odkb);
    const both = await live(odkb, water, csto);
    const unpublished = await draft(odkb);
    const other = await live(csto);
    const before = await everything();

    expect(await mergePreview(editor, await merging(odkb.id, csto.id))).toEqual({ stories: 3, live: 2, both: 1 });
    expect(await everything()).toEqual(before);
    const done = await merge(odkb.id, csto.id);
    expect(done).toMatchObject({ stories: 3, both: 1 });

    expect(await atDesk(one)).toEqual(["Water", "Collective treaty"]);
    expect(await forReaders(one)).toEqual(["Water", "Collective treaty"]);
    expect(await atDesk(both)).toEqual(["Water", "Collective treaty"]);
    expect((await forReaders(both))?.toSorted()).toEqual(["Collective treaty", "Water"]);
    expect(await atDesk(unpublished)).toEqual(["Collective treaty"]);
    expect([await total(csto), await total(odkb), await movedTag(odkb.slug)]).toEqual([3, 0, csto.slug]);
    expect((await deskStory(editor, one.storyId)).hasUnpublishedChanges).toBe(false);
    expect(await suggestTags(editor, odkb.name)).toMatchObject([{ id: csto.id, also: odkb.name, isNear: false }]);

    await undoTagMerge(editor, { mergeId: done.mergeId });
    expect(await everything()).toEqual(before);
    expect([await total(csto), await total(odkb), await movedTag(odkb.slug)]).toEqual([2, 2, null]);
    expect(await forReaders(other)).toEqual(["Collective treaty"]);
    await expect(undoTagMerge(editor, { mergeId: done.mergeId })).rejects.toMatchObject({ fault: "notFound" });
  });

  it("holds for what goes live later with the old id: an update, a plan, the end of an embargo, a stale window", async () => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    const planned = await draft(old);
    const at = new Date(Date.now() + 3_600_000);
    await planPublication(editor, { ...planned, at: at.toISOString(), zone: "Asia/Bishkek" });
    const embargoed = await live(old);
    const { version } = await setEmbargo(editor, { ...embargoed, until: at.toISOString() });
    const { mergeId } = await merge(old.id, into.id);
    expect(await total(into)).toBe(0);

    await carryOutDuePlans(new Date(at.getTime() + 1_000));
    await setEmbargo(editor, { storyId: embargoed.storyId, version, until: null });
    expect(await total(into)).toBe(2);
    const stale = await draft();
    await changeStory(editor, { ...stale, changes: { tagIds: [old.id, into.id] } });
    expect(await atDesk(stale)).toEqual(["Into"]);

    await undoTagMerge(editor, { mergeId });
    expect([await total(old), await total(into)]).toEqual([2, 0]);
    expect(await atDesk(stale)).toEqual(["Into"]);
  });

  it("is undone in any order with another into the same tag, and only from the end of a chain", async () => {
    const [one, two, three, into, last] = await tags("One", "Two", "Three", "Into", "Last");
    if (!one || !two || !three || !into || !last) throw new Error();
    const story = await live(one, two);
    const before = await everything();
    const first = await merge(one.id, into.id);
    const second = await merge(two.id, into.id);
    expect(await atDesk(story)).toEqual(["Into"]);
    await undoTagMerge(editor, first);
    expect((await atDesk(story)).toSorted()).toEqual(["Into", "One"]);
    await undoTagMerge(editor, second);
    expect((await everything()).desk).toEqual(before.desk);

    await merge(three.id, into.id);
    const chain = await merge(one.id, into.id);
    const end = await merge(into.id, last.id);
    expect(await forReaders(story)).toEqual(["Last", "Two"]);
    expect([await movedTag(one.slug), await movedTag(three.slug), await movedTag(into.slug)]).toEqual(
      Array(3).fill(last.slug),
    );
    await expect(undoTagMerge(editor, chain)).rejects.toMatchObject({ fault: "conflict" });
    await undoTagMerge(editor, end);
    await undoTagMerge(editor, chain);
    expect(await forReaders(story)).toEqual(["One", "Two"]);
  });

  it("leaves what was decided since: a tag taken away stays away, an update shows that it differs", async () => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    const taken = await live(old);
    const updated = await live(old);
    const { mergeId } = await merge(old.id, into.id);
    await changeStory(editor, { storyId: taken.storyId, version: taken.version, changes: { tagIds: [] } });
    await publishStory(editor, { storyId: updated.storyId, version: updated.version, seq: updated.seq });
    await undoTagMerge(editor, { mergeId });
    expect([await atDesk(taken), await atDesk(updated)]).toEqual([[], ["Old"]]);
    expect([await forReaders(taken), await forReaders(updated)]).toEqual([["Old"], ["Into"]]);
    expect((await deskStory(editor, updated.storyId)).hasUnpublishedChanges).toBe(true);
  });

  it("is refused into itself, of what is merged already, of an older version, and undone for 30 days", async () => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    await expect(merge(old.id, old.id)).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "intoId" }] });
    await expect(mergePreview(editor, await merging(old.id, old.id))).rejects.toMatchObject({ fault: "invalid" });
    await expect(mergeTags(editor, { ...(await merging(old.id, into.id)), version: 9 })).rejects.toMatchObject({
      fault: "conflict",
    });
    await expect(mergeTags(editor, { tagId: old.id, version: 1, intoId: newId() })).rejects.toMatchObject({
      fault: "notFound",
    });
    const { mergeId } = await merge(old.id, into.id);
    await expect(merge(old.id, into.id)).rejects.toMatchObject({ fault: "conflict" });
    await expect(merge(into.id, old.id)).rejects.toMatchObject({ fault: "conflict" });
    await expect(mergePreview(editor, await merging(into.id, old.id))).rejects.toMatchObject({ fault: "notFound" });
    expect((await deskTag(editor, old.id)).id).toBe(into.id);
    expect((await deskTag(editor, into.id, days(29.9).now)).merged).toMatchObject([
      { id: old.id, merge: { id: mergeId } },
    ]);
    expect((await deskTag(editor, into.id, days(30.1).now)).merged).toMatchObject([{ id: old.id, merge: null }]);
    await expect(undoTagMerge(editor, { mergeId }, days(30.1))).rejects.toMatchObject({ fault: "conflict" });
    await undoTagMerge(editor, { mergeId }, days(29.9));

    const again = await merge(old.id, into.id);
    await mergeTags(editor, await merging(await aTag("A month later"), into.id), days(30.1));
    expect(await deskDb().tagMerge.count({ where: { id: again.mergeId } })).toBe(0);
    expect((await deskTag(editor, old.id)).id).toBe(into.id);
  });

  it("is not undone while another tag has taken the name", async () => {
    const [gone, kept, other] = await tags("Alpha", "Beta", "Gamma");
    if (!gone || !kept || !other) throw new Error("no tags");
    const { mergeId } = await merge(gone.id, kept.id);
    await changeTag(editor, { tagId: other.id, version: 1, changes: { name: gone.name.toUpperCase() } });
    await expect(undoTagMerge(editor, { mergeId })).rejects.toMatchObject({
      fault: "conflict",
      message: expect.stringContaining(gone.name.toUpperCase()),
    });
    await changeTag(editor, { tagId: other.id, version: 2, changes: { name: other.name } });
    await expect(undoTagMerge(editor, { mergeId })).resolves.toBeDefined();
  });

  it("of two made crosswise at once happens once, and stories tagged meanwhile are not lost", async () => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    const stories = await Promise.all(Array.from({ length: 6 }, () => draft()));
    const results = await Promise.allSettled([
      ...stories.slice(0, 3).map((story) => changeStory(editor, { ...story, changes: { tagIds: [old.id] } })),
      merge(old.id, into.id),
      merge(into.id, old.id),
      ...stories.slice(3).map((story) => changeStory(editor, { ...story, changes: { tagIds: [old.id] } })),
    ]);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const standing = (await deskTag(editor, old.id)).id;
    const given = await deskDb().storyTag.findMany({
      where: { storyId: { in: stories.map(({ storyId }) => storyId) } },
    });
    expect(given.map(({ tagId }) => tagId)).toEqual(Array(6).fill(standing));
  });

  it("waits for no story that somebody has in hand, who then waits for the merge", async () => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    const story = await draft(old);
    await deskDb().$transaction(async (tx) => {
      await storyInHand(tx, story.storyId);
      await merge(old.id, into.id);
      await shareTags(tx);
    });
    expect(await atDesk(story)).toEqual(["Into"]);
  });

  it("and changes of the tags of stories that have it lock none of each other", async () => {
    const [old, into, third] = await tags("Old", "Into", "Third");
    if (!old || !into || !third) throw new Error();
    const stories = await Promise.all(Array.from({ length: 6 }, () => draft(old)));
    const change = (story: (typeof stories)[number]) =>
      changeStory(editor, { ...story, changes: { tagIds: [third.id, old.id] } });
    await Promise.all([...stories.slice(0, 3).map(change), merge(old.id, into.id), ...stories.slice(3).map(change)]);
    expect(await Promise.all(stories.map(atDesk))).toEqual(Array(6).fill(["Third", "Into"]));
  });

  it.each(roles)("by the role %s: as the table says", async (role) => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    const person = await aPerson(role);
    const asked = await merging(old.id, into.id);
    if (roleTable["tag.manage"][role] === "any") {
      await mergePreview(person, asked);
      await undoTagMerge(person, await mergeTags(person, asked));
      return;
    }
    const asks = [
      () => mergePreview(person, asked),
      () => mergeTags(person, asked),
      () => undoTagMerge(person, { mergeId: newId() }),
    ];
    for (const ask of asks) await expect(ask()).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("another address", () => {
  it("is for readers at once, and the old ones lead there for as long as there is a live story", async () => {
    const [kirgizia, other] = await tags("Kirgizia", "Other");
    if (!kirgizia || !other) throw new Error();
    const story = await live(kirgizia);
    const slug = kirgizia.slug.replace("kirgizia", "kyrgyzstan");
    const { version } = await changeTag(editor, {
      tagId: kirgizia.id,
      version: 1,
      changes: { name: "Kyrgyzstan", slug, labels: [{ language: "en", name: "Kyrgyzstan!" }] },
    });
    expect((await publishedStory(story.slug))?.tags).toMatchObject([{ slug, name: "Kyrgyzstan!" }]);
    expect([await total({ slug }), await total(kirgizia), await movedTag(kirgizia.slug)]).toEqual([1, 0, slug]);
    await expect(
      changeTag(editor, { tagId: other.id, version: 1, changes: { slug: kirgizia.slug } }),
    ).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "slug" }] });

    await changeTag(editor, { tagId: kirgizia.id, version, changes: { slug: kirgizia.slug } });
    expect([await total(kirgizia), await movedTag(slug)]).toEqual([1, kirgizia.slug]);
    await merge(kirgizia.id, other.id);
    expect([await movedTag(slug), await movedTag(kirgizia.slug), await total(other)]).toEqual([
      other.slug,
      other.slug,
      1,
    ]);
  });
});
