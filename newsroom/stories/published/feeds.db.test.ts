import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import type { StaffActor } from "../../kernel/actor.ts";
import type { EventPayload } from "../../kernel/events.ts";
import { newId } from "../../kernel/ids.ts";
import { createProfile } from "../../people/commands/create-profile.ts";
import { changeTag } from "../../tags/commands.ts";
import { spikeTag, unspikeTag } from "../../tags/trash-commands.ts";
import { correctStory } from "../commands/correct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { mergeTags } from "../commands/merge-tags.ts";
import { publishStory } from "../commands/publish-story.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { undoTagMerge } from "../commands/undo-tag-merge.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { touchedBy } from "../publication/reach.ts";
import { aNewsroom, aPerson, aStory, aTag, theProgram, typed } from "../testing.ts";
import { authorFeed, type PublishedFeed, sectionFeed, siteFeed, tagFeed } from "./feeds.ts";
import { authorListing, newestStories, sectionListing, tagListing } from "./lists.ts";
import { listAddresses, storiesIn, storiesInTheNews, storyParts } from "./sitemaps.ts";

let editor: StaffActor;
let tagId: string;
let profileId: string;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
  tagId = await aTag("Water");
  profileId = newId();
  await createProfile(editor, { id: profileId, name: "Elena Kim" });
});
beforeEach(async () => {
  await deskDb().liveStory.deleteMany({});
  await deskDb().retractedAddress.deleteMany({});
});

async function live(headline: string, wishes: Parameters<typeof aStory>[0] = {}) {
  const draft = await aStory({ headline, tagIds: [tagId], byline: [{ profileId }], ...wishes });
  const { version } = await publishStory(editor, draft);
  return { storyId: draft.storyId, version, seq: 0 };
}
type Live = Awaited<ReturnType<typeof live>>;

const feeds: Record<string, () => Promise<PublishedFeed | null>> = {
  site: siteFeed,
  section: () => sectionFeed("security"),
  tag: () => tagFeed("water"),
  author: () => authorFeed("elena-kim"),
};
const lists: Record<string, () => Promise<unknown>> = {
  newest: () => newestStories(10),
  section: () => sectionListing("security", 1),
  tag: () => tagListing("water", 1),
  author: () => authorListing("elena-kim", 1),
};
const sitemaps: Record<string, () => Promise<unknown>> = {
  index: storyParts,
  stories: () => storiesIn({ month: new Date().toISOString().slice(0, 7), part: 1 }),
  news: () => storiesInTheNews(new Date()),
  lists: listAddresses,
};

const told = (found: PublishedFeed | null) =>
  found?.entries.map((entry) => (entry.state === "live" ? entry.story.headline : entry.retraction.notice));

const inTheMap = async () => (await storiesIn({ month: new Date().toISOString().slice(0, 7), part: 1 })) ?? [];

const kill = ({ storyId, version }: Live) => killStory(editor, { storyId, version, reason: "False." });
const unpublish = ({ storyId, version }: Live) => unpublishStory(editor, { storyId, version });
const embargo = ({ storyId, version }: Live) =>
  setEmbargo(editor, { storyId, version, until: new Date(Date.now() + 3_600_000).toISOString() });
const retract = ({ storyId, version }: Live, notice = "It does not stand.") =>
  retractStory(editor, { storyId, version, notice });

describe.each(Object.entries(feeds))("the feed of a %s", (_list, feed) => {
  it("has whole stories, the newest first, and no draft", async () => {
    await live("First", { text: "The river is low." });
    await live("Second");
    await aStory({ headline: "Never published", tagIds: [tagId], byline: [{ profileId }] });
    const found = await feed();
    expect(told(found)).toEqual(["Second", "First"]);
    expect(found?.entries[1]).toMatchObject({
      story: {
        address: expect.stringMatching(/^\/stories\/first(-\d)?$/),
        section: { name: "Security" },
        tags: [{ name: "Water" }],
        byline: [{ name: "Elena Kim" }],
        body: { content: [{ content: [{ text: "The river is low." }] }] },
      },
    });
  });

  it.each([
    ["killed", kill],
    ["unpublished", unpublish],
    ["under an embargo", embargo],
  ])("has nothing of what is %s", async (_state, take) => {
    await live("Stays");
    await take(await live("Goes"));
    expect(told(await feed())).toEqual(["Stays"]);
  });

  it("tells of a retraction in the place of the story, once, with the notice as it was changed last", async () => {
    await live("Stays");
    const { storyId, version } = await live("Goes");
    const moved = await readdressStory(editor, { storyId, version, slug: `it-went-${storyId}` });
    const { version: next } = await retract({ storyId, version: moved.version, seq: 0 });
    expect(told(await feed())).toEqual(["It does not stand.", "Stays"]);
    await retract({ storyId, version: next, seq: 0 }, "It never stood.");
    const found = await feed();
    expect(told(found)).toEqual(["It never stood.", "Stays"]);
    expect(JSON.stringify(found)).not.toMatch(/goes|it-went/i);
    await publishStory(editor, { storyId, version: next + 1, seq: 0 });
    expect(told(await feed())?.toSorted()).toEqual(["Goes", "Stays"]);
  });

  it("has the note of a correction, and its instant", async () => {
    const { storyId, version } = await live("Wrong river");
    const { seq } = await typed(storyId, "It is the Naryn.");
    const note = { kind: "correction" as const, note: "It was the Naryn.", place: "top" as const, isPublic: true };
    await correctStory(editor, { storyId, version, seq, ...note });
    const entry = (await feed())?.entries[0];
    const story = entry?.state === "live" ? entry.story : null;
    expect(story?.notes).toMatchObject([{ note: "It was the Naryn.", at: story?.updatedAt }]);
  });
});

it("a list of nothing has a feed or none, as its page", async () => {
  await retract(await live("Goes"));
  expect(await tagFeed("water")).toBeNull();
  expect(await authorFeed("elena-kim")).toBeNull();
  expect(await sectionFeed("nothing")).toBeNull();
  expect(told(await sectionFeed("security"))).toEqual(["It does not stand."]);
});

it("a notice follows its tag to another address", async () => {
  const other = await aTag("Snow");
  await live("Stays", { tagIds: [other] });
  await retract(await live("Goes", { tagIds: [other] }));
  await changeTag(theProgram, { tagId: other, version: 1, changes: { slug: "snowfall" } });
  expect(told(await tagFeed("snowfall"))).toEqual(["It does not stand.", "Stays"]);
});

describe("a notice follows a tag that", () => {
  const threeTags = async () => {
    const ids = [await aTag(`Snow ${newId()}`), await aTag(`Ice ${newId()}`), await aTag(`Frost ${newId()}`)];
    const tags = await deskDb().tag.findMany({ where: { id: { in: ids } }, orderBy: { name: "desc" } });
    const [snow, ice, frost] = tags;
    if (!snow || !ice || !frost) throw new Error("No tags.");
    for (const { id, name } of tags) await live(`About ${name.split(" ")[0]}`, { tagIds: [id] });
    const feedsNow = async () => {
      const read = async ({ slug }: { slug: string }) => told(await tagFeed(slug))?.includes("It does not stand.");
      return { snow: await read(snow), ice: await read(ice), frost: await read(frost) };
    };
    return { snow: snow.id, ice: ice.id, frost: frost.id, feedsNow };
  };
  const merge = async (tagId: string, intoId: string) => {
    const { version } = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId } });
    return mergeTags(editor, { tagId, version, intoId });
  };

  it("is merged into another, that into a third, and comes back with each undoing", async () => {
    const { snow, ice, frost, feedsNow } = await threeTags();
    await retract(await live("Goes", { tagIds: [snow] }));
    expect(await feedsNow()).toEqual({ snow: true, ice: false, frost: false });
    const first = await merge(snow, ice);
    expect(await feedsNow()).toEqual({ snow: undefined, ice: true, frost: false });
    const second = await merge(ice, frost);
    expect(await feedsNow()).toEqual({ snow: undefined, ice: undefined, frost: true });
    await undoTagMerge(editor, { mergeId: second.mergeId });
    expect(await feedsNow()).toEqual({ snow: undefined, ice: true, frost: false });
    await undoTagMerge(editor, { mergeId: first.mergeId });
    expect(await feedsNow()).toEqual({ snow: true, ice: false, frost: false });
  });

  it("was merged before the story was retracted, and stands by itself again", async () => {
    const { snow, ice, feedsNow } = await threeTags();
    const goes = await live("Goes", { tagIds: [snow] });
    const { mergeId } = await merge(snow, ice);
    await retract(goes);
    expect(await feedsNow()).toMatchObject({ ice: true, frost: false });
    await undoTagMerge(editor, { mergeId });
    expect(await feedsNow()).toEqual({ snow: true, ice: false, frost: false });
  });

  it("stands beside the other in its story: in the one feed once, and in both after it", async () => {
    const { snow, ice, feedsNow } = await threeTags();
    await retract(await live("Goes", { tagIds: [snow, ice] }));
    const { mergeId } = await merge(snow, ice);
    const notices = await deskDb().retractedAddress.findMany({ where: { tagIds: { has: snow } } });
    expect(notices.map(({ tagSlugs }) => tagSlugs.length)).toEqual([1]);
    await undoTagMerge(editor, { mergeId });
    expect(await feedsNow()).toEqual({ snow: true, ice: true, frost: false });
  });

  it("goes to the trash, out of its feed, and comes back", async () => {
    const { snow, feedsNow } = await threeTags();
    await retract(await live("Goes", { tagIds: [snow] }));
    const { slug, version } = await deskDb().tag.findUniqueOrThrow({ where: { id: snow } });
    await spikeTag(editor, { tagId: snow, version, reason: "Nobody needs it." });
    expect(await deskDb().retractedAddress.count({ where: { tagSlugs: { has: slug } } })).toBe(0);
    await unspikeTag(editor, { tagId: snow, version: version + 1 });
    expect(await feedsNow()).toMatchObject({ snow: true });
  });

  it("is changed, or its notice, after a merge", async () => {
    const { snow, ice, feedsNow } = await threeTags();
    const goes = await live("Goes", { tagIds: [snow] });
    const { version } = await retract(goes, "To be changed.");
    await merge(snow, ice);
    await retract({ ...goes, version });
    expect(await feedsNow()).toEqual({ snow: undefined, ice: true, frost: false });
    const other = await deskDb().tag.findUniqueOrThrow({ where: { id: ice } });
    await changeTag(editor, { tagId: ice, version: other.version, changes: { slug: `${other.slug}-now` } });
    expect(told(await tagFeed(`${other.slug}-now`))).toContain("It does not stand.");
  });
});

it("the feed of the paper is in its language; of a tag, in all, each tag as that language calls it", async () => {
  await changeTag(theProgram, { tagId, version: 1, changes: { labels: [{ language: "ky", name: "Суу" }] } });
  await live("Water");
  await live("Суу жок", { language: "ky" });
  expect(told(await siteFeed())).toEqual(["Water"]);
  const entries = (await tagFeed("water"))?.entries ?? [];
  expect(entries.map((entry) => entry.state === "live" && [entry.story.language, entry.story.tags[0]?.name])).toEqual([
    ["ky", "Суу"],
    ["en", "Water"],
  ]);
});

it("every list, feed and sitemap that shows a story is made anew by whatever takes a story from the readers, and at once", async () => {
  for (const take of [kill, unpublish, embargo, retract]) {
    const story = await live("Goes");
    const pages = await Promise.all(
      [...Object.values(lists), ...Object.values(feeds), ...Object.values(sitemaps)].map((page) =>
        recordingDependencies<unknown>(page),
      ),
    );
    await take(story);
    const { type, subject, payload } = await deskDb().event.findFirstOrThrow({
      where: { subject: story.storyId },
      orderBy: { position: "desc" },
    });
    const touched = touchedBy({ type, subject, payload: payload as EventPayload });
    for (const { keys } of pages) expect(keys.filter((key) => touched.once.includes(key))).not.toEqual([]);
  }
});

describe("the sitemap", () => {
  it("has what is live, under a month that stays, with its languages and its last change", async () => {
    const { storyId } = await live("Water", { slug: "the-water" });
    const { translationGroupId } = await deskDb().story.findUniqueOrThrow({ where: { id: storyId } });
    await live("Суу", { language: "ky", slug: "suu", translationGroupId });
    await kill(await live("Killed"));
    await retract(await live("Retracted"));
    await unpublish(await live("Unpublished"));
    await embargo(await live("Promised"));
    const own = { language: "en", address: "/stories/the-water" };
    const other = { language: "ky", address: "/ky/stories/suu" };
    expect(await inTheMap()).toMatchObject([
      { address: own.address, languages: [own, other] },
      { address: other.address, languages: [other, own] },
    ]);
    const month = new Date().toISOString().slice(0, 7);
    expect(await storyParts()).toMatchObject([{ month, part: 1 }]);
    expect(await storiesIn({ month, part: 2 })).toBeNull();
    expect(await storiesIn({ month: "2001-01", part: 1 })).toBeNull();
  });

  it("of lists has those where readers find something", async () => {
    await live("Water");
    await aTag("Nothing here");
    expect(await listAddresses()).toEqual([
      "/",
      "/sections/security",
      "/tags/water",
      "/authors/elena-kim",
      "/corrections",
    ]);
  });

  it("of news has two days, and says when the oldest will be too old", async () => {
    const { storyId } = await live("Old");
    await live("New");
    const hours = (n: number) => new Date(Date.now() - n * 3_600_000);
    await deskDb().liveStory.update({ where: { id: storyId }, data: { publishedAt: hours(47) } });
    const recorded = await recordingDependencies(() => storiesInTheNews(new Date()));
    expect(recorded.result.map(({ headline }) => headline)).toEqual(["New", "Old"]);
    const { publishedAt } = recorded.result[1] ?? {};
    expect(recorded.until).toBe((publishedAt?.getTime() ?? 0) + 48 * 3_600_000);
    const later = await storiesInTheNews(new Date(recorded.until));
    expect(later.map(({ headline }) => headline)).toEqual(["New"]);
  });
});
