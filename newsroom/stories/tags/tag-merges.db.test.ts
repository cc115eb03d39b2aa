import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { roles, type StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { roleTable } from "../../people/roles.ts";
import { changeTag } from "../../tags/commands.ts";
import { deskTag, suggestTags } from "../../tags/queries.ts";
import { shareTags } from "../../tags/tag-lock.ts";
import { spikeTag, unspikeTag } from "../../tags/trash-commands.ts";
import { changeStory } from "../commands/change-story.ts";
import { mergeTags } from "../commands/merge-tags.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { undoTagMerge } from "../commands/undo-tag-merge.ts";
import { carryOutDuePlans } from "../publication/due-plans.ts";
import { tagListing } from "../published/lists.ts";
import { movedTag } from "../published/tags.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { storyInHand } from "../story-at-hand.ts";
import { aNewsroom, aPerson, aStory, aTag } from "../testing.ts";
import { mergePreview } from "./tag-queries.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const days = (count: number) => ({ now: new Date(Date.now() + count * 86_400_000) });
const merging = async (tagId: string, intoId: string) => {
  const { version } = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId } });
  return { tagId, version, intoId };
};
const merge = async (tagId: string, intoId: string) => mergeTags(editor, await merging(tagId, intoId));

let count = 0;
/** Tags of these names, under names and addresses of their own. */
async function tags(...names: string[]): Promise<{ id: string; name: string; slug: string }[]> {
  count++;
  const made = [];
  for (const name of names) {
    const id = await aTag(`${name} ${count}`);
    made.push(await deskDb().tag.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, slug: true } }));
  }
  return made;
}

const draft = (...ids: { id: string }[]) => aStory({ headline: `Story ${newId()}`, tagIds: ids.map(({ id }) => id) });
async function live(...ids: { id: string }[]) {
  const story = await draft(...ids);
  const { version, address } = await publishStory(editor, story);
  return { ...story, version, slug: address.replace("/stories/", "") };
}
const atDesk = async ({ storyId }: { storyId: string }) =>
  (await deskStory(editor, storyId)).tags.map(({ name }) => name.replace(/ \d+$/, ""));
const forReaders = async ({ slug }: { slug: string }) =>
  (await publishedStory(slug))?.tags.map(({ name }) => name.replace(/ \d+$/, ""));
const total = async ({ slug }: { slug: string }) => (await tagListing(slug, 1))?.listing.total ?? 0;

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
    const slug = `kyrgyzstan-${count}`;
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

describe("merges and the trash", () => {
  const spike = async (tag: { id: string }) => {
    const { version } = await deskDb().tag.findUniqueOrThrow({ where: { id: tag.id } });
    return spikeTag(editor, { tagId: tag.id, version, reason: "Nobody needs it." });
  };
  const restore = async (tag: { id: string }) => {
    const { version } = await deskDb().tag.findUniqueOrThrow({ where: { id: tag.id } });
    return unspikeTag(editor, { tagId: tag.id, version });
  };

  it("a restored tag comes back in what was published under a name that was merged into it", async () => {
    const [older, old, into] = await tags("Older", "Old", "Into");
    if (!older || !old || !into) throw new Error();
    const [one, two, three] = [await live(older), await live(old), await live(into)];
    await merge(older.id, old.id);
    await merge(old.id, into.id);
    await spike(into);
    expect([await forReaders(one), await forReaders(two), await forReaders(three)]).toEqual([[], [], []]);
    await restore(into);
    expect(await Promise.all([one, two, three].map(forReaders))).toEqual(Array(3).fill(["Into"]));
    expect([await total(into), await movedTag(older.slug)]).toEqual([3, into.slug]);
  });

  it("a merge leaves spiked tags away, and they are counted right when they come back", async () => {
    const [old, into, spiked] = await tags("Old", "Into", "Spiked");
    if (!old || !into || !spiked) throw new Error();
    const story = await live(old, spiked);
    await spike(spiked);
    await merge(old.id, into.id);
    expect(await deskDb().liveStoryTag.count({ where: { tagSlug: spiked.slug } })).toBe(0);
    await restore(spiked);
    expect([await total(spiked), await forReaders(story)]).toEqual([1, ["Into", "Spiked"]]);
  });

  it("a tag in the trash is merged into nothing, and nothing into it; nor is it changed, nor spiked under its merged name", async () => {
    const [old, into, merged] = await tags("Old", "Into", "Merged");
    if (!old || !into || !merged) throw new Error();
    await merge(merged.id, into.id);
    await expect(spike(merged)).rejects.toMatchObject({ fault: "notFound" });
    await spike(into);
    for (const [one, other] of [
      [old.id, into.id],
      [into.id, old.id],
    ] as const) {
      await expect(merge(one, other)).rejects.toMatchObject({
        fault: "conflict",
        message: expect.stringMatching(/trash/),
      });
      await expect(mergePreview(editor, await merging(one, other))).rejects.toMatchObject({ fault: "notFound" });
    }
    const change = { tagId: into.id, version: 2, changes: { name: "Another" } };
    await expect(changeTag(editor, change)).rejects.toMatchObject({ fault: "notFound" });
  });

  it("is not undone while what it led to lies in the trash: its stories would be lost", async () => {
    const [old, into] = await tags("Old", "Into");
    if (!old || !into) throw new Error();
    const [one, other] = [await live(old), await draft(old)];
    const { mergeId } = await merge(old.id, into.id);
    await spike(into);
    await expect(undoTagMerge(editor, { mergeId })).rejects.toMatchObject({
      fault: "conflict",
      message: expect.stringMatching(/restore it first/),
    });
    await restore(into);
    await undoTagMerge(editor, { mergeId });
    expect([await atDesk(one), await atDesk(other), await forReaders(one)]).toEqual([["Old"], ["Old"], ["Old"]]);
  });
});

describe("a window that is open meanwhile", () => {
  it("does not take away what a restored tag or an undone merge has given back to the story", async () => {
    const [old, into, spiked] = await tags("Old", "Into", "Spiked");
    if (!old || !into || !spiked) throw new Error();
    const stories = [await draft(old, spiked), await live(old, spiked)];
    await spikeTag(editor, { tagId: spiked.id, version: 1, reason: "By mistake." });
    const again = await live(old);
    const versions = async () =>
      Promise.all(stories.map(async ({ storyId }) => (await deskStory(editor, storyId)).version));
    const stale = () =>
      Promise.all(
        stories.map(({ storyId, version }) =>
          changeStory(editor, { storyId, version, changes: { tagIds: [into.id] } }).then(
            () => "saved",
            (error: { fault: string }) => error.fault,
          ),
        ),
      );
    expect(await versions()).toEqual(stories.map(({ version }) => version));
    await unspikeTag(editor, { tagId: spiked.id, version: 2 });
    expect(await stale()).toEqual(["conflict", "conflict"]);
    const { mergeId } = await merge(old.id, into.id);
    for (const [place, version] of (await versions()).entries()) Object.assign(stories[place] ?? {}, { version });
    await undoTagMerge(editor, { mergeId });
    expect(await stale()).toEqual(["conflict", "conflict"]);
    for (const story of [...stories.slice(1), again])
      expect((await deskStory(editor, story.storyId)).hasUnpublishedChanges).toBe(false);
  });

  it("shows that readers have a story without a tag that came back since", async () => {
    const [tag] = await tags("Tag");
    if (!tag) throw new Error();
    const story = await live(tag);
    await spikeTag(editor, { tagId: tag.id, version: 1, reason: "By mistake." });
    await publishStory(editor, { storyId: story.storyId, version: story.version, seq: story.seq });
    await unspikeTag(editor, { tagId: tag.id, version: 2 });
    expect([await atDesk(story), await forReaders(story)]).toEqual([["Tag"], []]);
    expect((await deskStory(editor, story.storyId)).hasUnpublishedChanges).toBe(true);
  });
});
