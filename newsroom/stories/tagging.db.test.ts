import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { publishStory } from "./commands/publish-story.ts";
import { tagStories } from "./commands/tag-stories.ts";
import { untagStories } from "./commands/untag-stories.ts";
import { publishedStory } from "./published.ts";
import { deskStory } from "./queries.ts";
import { taggingPreview } from "./tag-queries.ts";
import { aNewsroom, anAssignment, aPerson, aStory, aTag, theProgram } from "./testing.ts";

let editor: StaffActor;
let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
  author = await aPerson("author");
});

const none = { done: 0, unchanged: 0, full: 0, forbidden: 0, notFound: 0 };
const namesOf = async (storyId: string) => (await deskStory(theProgram, storyId)).tags.map(({ name }) => name);

describe("a tag for many stories", () => {
  it("is given and taken with a result for each, as the preview said", async () => {
    const [tagId, first] = [await aTag("Glaciers"), await aTag("Water")];
    const full = await Promise.all(Array.from({ length: 40 }, (_, n) => aTag(`Number ${n} of forty`)));
    const mine = await aStory({ by: author, tagIds: [first] });
    const has = await aStory({ by: author, tagIds: [tagId] });
    const packed = await aStory({ by: author, tagIds: full });
    const theirs = await aStory({});
    const secret = await aStory({ confidential: true });
    const toFile = await aStory({ confidential: true });
    await anAssignment({ storyId: toFile.storyId, staffId: author.id });
    const unknown = newId();
    const ids = [mine, has, packed, theirs, secret, toFile].map(({ storyId }) => storyId);
    const asked = { tagId, stories: { ids: [...ids, unknown] } };

    const counts = { done: 2, unchanged: 1, full: 1, forbidden: 1, notFound: 2 };
    expect(await taggingPreview(author, { verb: "tag", ...asked })).toEqual(counts);
    expect(await namesOf(mine.storyId)).toEqual(["Water"]);
    const given = await tagStories(author, asked);
    expect(given.counts).toEqual(counts);
    expect(given.stories.map(({ outcome }) => outcome)).toEqual([
      ...["done", "unchanged", "full", "forbidden", "notFound", "done", "notFound"],
    ]);
    expect(await namesOf(mine.storyId)).toEqual(["Water", "Glaciers"]);
    expect(await deskDb().event.count({ where: { type: "story.changed", subject: mine.storyId } })).toBe(1);
    expect((await deskStory(editor, mine.storyId)).version).toBe(mine.version + 1);
    expect((await deskStory(editor, theirs.storyId)).version).toBe(theirs.version);

    expect((await untagStories(author, asked)).counts).toEqual({
      ...none,
      done: 3,
      unchanged: 1,
      forbidden: 1,
      notFound: 2,
    });
    expect(await namesOf(mine.storyId)).toEqual(["Water"]);
  });

  it("goes by another tag too, and readers see it with the next update", async () => {
    const [pamir, tajikistan] = [await aTag("Pamir"), await aTag("Tajikistan")];
    const story = await aStory({ headline: "On the Pamir", tagIds: [pamir] });
    await publishStory(editor, story);
    await aStory({ tagIds: [pamir, tajikistan] });
    const asked = { tagId: tajikistan, stories: { withTagId: pamir } };
    expect((await tagStories(editor, asked)).counts).toEqual({ ...none, done: 1, unchanged: 1 });
    expect((await publishedStory("on-the-pamir"))?.tags.map(({ name }) => name)).toEqual(["Pamir"]);
    expect((await deskStory(editor, story.storyId)).hasUnpublishedChanges).toBe(true);
    expect((await tagStories(editor, asked)).counts).toEqual({ ...none, unchanged: 2 });
  });

  it("is refused without stories, for more than 10,000, and for a tag that is not there", async () => {
    const tagId = await aTag("Anything");
    const ids = (count: number) => ({ tagId, stories: { ids: Array.from({ length: count }, () => newId()) } });
    await expect(tagStories(editor, ids(0))).rejects.toMatchObject({ fault: "invalid" });
    await expect(tagStories(editor, ids(10_001))).rejects.toMatchObject({ fault: "invalid" });
    expect((await tagStories(editor, ids(10_000))).counts).toEqual({ ...none, notFound: 10_000 });
    const nowhere = { tagId: newId(), stories: { withTagId: tagId } };
    await expect(tagStories(editor, nowhere)).rejects.toMatchObject({ fault: "notFound" });
    await expect(taggingPreview(editor, { verb: "untag", ...nowhere })).rejects.toMatchObject({ fault: "notFound" });
  });

  it("asked for twice at once by the same command id is given once; crosswise ones do not lock each other", async () => {
    const [one, other] = [await aTag("Crosswise one"), await aTag("Crosswise other")];
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await aStory()).storyId));
    const commandId = newId();
    const asked = { tagId: one, stories: { ids } };
    const [first, second] = await Promise.all([
      tagStories(editor, asked, { commandId }),
      tagStories(editor, asked, { commandId }),
      tagStories(editor, { tagId: other, stories: { ids: ids.toReversed() } }),
      untagStories(editor, { tagId: other, stories: { ids } }),
    ]);
    expect(second).toEqual(first);
    expect(first.counts).toEqual({ ...none, done: 5 });
  });
});
