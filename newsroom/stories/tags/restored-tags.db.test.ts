import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../../kernel/actor.ts";
import { changeTag } from "../../tags/commands.ts";
import { spikeTag, unspikeTag } from "../../tags/trash-commands.ts";
import { changeStory } from "../commands/change-story.ts";
import { mergeTags } from "../commands/merge-tags.ts";
import { publishStory } from "../commands/publish-story.ts";
import { undoTagMerge } from "../commands/undo-tag-merge.ts";
import { movedTag } from "../published/tags.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson } from "../testing.ts";
import { mergePreview } from "./tag-queries.ts";
import { atDesk, draft, forReaders, live, merging, tags, total } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const merge = async (tagId: string, intoId: string) => mergeTags(editor, await merging(tagId, intoId));

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
