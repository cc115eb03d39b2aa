import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import type { StaffActor } from "../kernel/actor.ts";
import type { EventPayload } from "../kernel/events.ts";
import { newId } from "../kernel/ids.ts";
import { createProfile } from "../people/commands/create-profile.ts";
import { changeTag } from "../tags/commands.ts";
import { correctStory } from "./commands/correct-story.ts";
import { killStory } from "./commands/kill-story.ts";
import { publishStory } from "./commands/publish-story.ts";
import { readdressStory } from "./commands/readdress-story.ts";
import { retractStory } from "./commands/retract-story.ts";
import { setEmbargo } from "./commands/set-embargo.ts";
import { unpublishStory } from "./commands/unpublish-story.ts";
import { authorFeed, type PublishedFeed, sectionFeed, siteFeed, tagFeed } from "./published-feeds.ts";
import { listAddresses, storiesIn, storiesInTheNews, storyParts } from "./published-sitemaps.ts";
import { touchedBy } from "./reach.ts";
import { aNewsroom, aPerson, aStory, aTag, theProgram, typed } from "./testing.ts";

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

it("every feed and sitemap is made anew by whatever takes a story from the readers, and at once", async () => {
  for (const take of [kill, unpublish, embargo, retract]) {
    const story = await live("Goes");
    const pages = await Promise.all(
      Object.values({ ...feeds, ...sitemaps }).map((page) => recordingDependencies<unknown>(page)),
    );
    await take(story);
    const { type, subject, payload } = await deskDb().event.findFirstOrThrow({
      where: { subject: story.storyId },
      orderBy: { position: "desc" },
    });
    const touched = touchedBy({ type, subject, payload: payload as EventPayload });
    expect(touched.when).toBe("once");
    for (const { keys } of pages) expect(keys.filter((key) => touched.keys.includes(key))).not.toEqual([]);
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
