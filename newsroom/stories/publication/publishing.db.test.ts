import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { readersDb } from "#lib/db/readers";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import { plainText } from "../../body/text.ts";
import type { StaffActor } from "../../kernel/actor.ts";
import type { EventPayload } from "../../kernel/events.ts";
import { newId } from "../../kernel/ids.ts";
import { changeProfile } from "../../people/commands/change-profile.ts";
import { createProfile } from "../../people/commands/create-profile.ts";
import { changeStory } from "../commands/change-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { publishStory } from "../commands/publish-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { announceLapses } from "../jobs.ts";
import { newestStories, sectionListing, tagListing } from "../published/lists.ts";
import { publishedStory } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, aTag, typed, writeColumns } from "../testing.ts";
import { touchedBy } from "./reach.ts";

let editor: StaffActor;
let sectionId: string;
beforeAll(async () => {
  ({ sectionId } = await aNewsroom());
  editor = await aPerson("editor");
});

const liveStory = async (wishes: Parameters<typeof aStory>[0] = {}) => {
  const draft = await aStory(wishes);
  const { version, address, revisionId } = await publishStory(editor, draft);
  return { ...draft, version, address, revisionId, slug: address.replace("/stories/", "") };
};

describe("publishing", () => {
  it("puts the story before the readers under its address, section and tags", async () => {
    const tag = await aTag("Refugees");
    const { slug, storyId, address } = await liveStory({
      headline: "Families wait in Khorog",
      tagIds: [tag],
      text: "The road is closed.",
    });
    expect(address).toBe("/stories/families-wait-in-khorog");
    const story = await publishedStory(slug);
    expect(story).toMatchObject({
      id: storyId,
      headline: "Families wait in Khorog",
      section: { slug: "security" },
      tags: [{ slug: "refugees" }],
    });
    expect(story && plainText(story.body)).toBe("The road is closed.");
    expect((await newestStories(5)).map(({ id }) => id)).toContain(storyId);
    expect((await sectionListing("security", 1))?.listing.stories.map(({ id }) => id)).toContain(storyId);
    expect((await tagListing("refugees", 1))?.listing).toMatchObject({ from: 1, to: 1, total: 1, pages: 1 });
  });

  it("shows readers the old text until it is published again", async () => {
    const { storyId, slug, version } = await liveStory({ headline: "Old and new" });
    await typed(storyId, "New words.");
    expect(plainText((await publishedStory(slug))?.body ?? { type: "doc", content: [] })).toBe("Lorries wait.");
    expect((await deskStory(editor, storyId)).hasUnpublishedChanges).toBe(true);
    await publishStory(editor, { storyId, version, seq: 1 });
    const story = await publishedStory(slug);
    expect(story && plainText(story.body)).toBe("Lorries wait.\nNew words.");
    expect(story?.updatedAt).not.toBeNull();
    expect((await deskStory(editor, storyId)).hasUnpublishedChanges).toBe(false);
  });

  it("refuses a stale version, and text that the publisher has not seen", async () => {
    const { storyId, version } = await aStory({ headline: "Two at once" });
    await typed(storyId, "By a colleague.");
    await expect(publishStory(editor, { storyId, version, seq: 0 })).rejects.toMatchObject({
      fault: "conflict",
      detail: { seq: 1 },
    });
    await changeStory(editor, { storyId, version, changes: { dateline: "Osh" } });
    await expect(publishStory(editor, { storyId, version, seq: 1 })).rejects.toMatchObject({
      fault: "conflict",
      detail: { version: 2 },
    });
  });

  it("says all that is missing at once", async () => {
    const empty = await aStory({ headline: "", text: " ", sectionId: null });
    await expect(publishStory(editor, empty)).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "headline" }, { path: "body" }, { path: "sectionId" }],
    });
  });

  it("gives each story an address of its own and never another's", async () => {
    const first = await liveStory({ headline: "The same headline" });
    const second = await liveStory({ headline: "The same headline" });
    expect([first.address, second.address]).toEqual(["/stories/the-same-headline", "/stories/the-same-headline-2"]);
    await unpublishStory(editor, { storyId: first.storyId, version: first.version });
    expect((await liveStory({ headline: "The same headline" })).address).toBe("/stories/the-same-headline-3");
    const { storyId, version } = await aStory();
    await expect(
      changeStory(editor, { storyId, version, changes: { slug: "the-same-headline" } }),
    ).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "slug" }],
    });
  });

  it("keeps the address once a story was published", async () => {
    const { storyId, version } = await liveStory({ headline: "Stays where it is" });
    await expect(changeStory(editor, { storyId, version, changes: { slug: "moved" } })).rejects.toMatchObject({
      fault: "invalid",
    });
  });

  it("answers a repeated command with its first result, and announces once", async () => {
    const draft = await aStory({ headline: "Once only" });
    const commandId = newId();
    const [one, two] = await Promise.all([
      publishStory(editor, draft, { commandId }),
      publishStory(editor, draft, { commandId }),
    ]);
    expect(two).toEqual(one);
    expect(await publishStory(editor, draft, { commandId })).toEqual(one);
    expect(await deskDb().event.count({ where: { subject: draft.storyId, type: "story.published" } })).toBe(1);
  });

  it("stores nothing of the words in its events", async () => {
    const { storyId } = await liveStory({ headline: "Quiet words" });
    const events = await deskDb().event.findMany({ where: { subject: storyId } });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain("Quiet words");
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["story.created", "story.published"]));
  });

  it("shows each translation the other's address", async () => {
    const { storyId, slug } = await liveStory({ headline: "In two languages" });
    const draft = await aStory({ headline: "Эки тилде", language: "ky", translationGroupId: storyId });
    expect((await publishStory(editor, draft)).address).toBe("/ky/stories/eki-tilde");
    expect((await publishedStory(slug))?.translations).toEqual([{ language: "ky", address: "/ky/stories/eki-tilde" }]);
    expect((await newestStories(50)).every(({ language }) => language === "en")).toBe(true);
  });
});

describe("taking back", () => {
  it("unpublish: gone everywhere, as if it had never been", async () => {
    const tag = await aTag("Avalanches");
    const { storyId, slug, version } = await liveStory({ headline: "A duplicate", tagIds: [tag] });
    await unpublishStory(editor, { storyId, version });
    const { result, gone } = await recordingDependencies(() => publishedStory(slug));
    expect([result, gone]).toEqual([null, null]);
    expect(await tagListing("avalanches", 1)).toBeNull();
    expect((await newestStories(50)).map(({ id }) => id)).not.toContain(storyId);
    await expect(unpublishStory(editor, { storyId, version: version + 1 })).rejects.toMatchObject({
      fault: "conflict",
    });
  });

  it("and what was unpublished may be published again, with its first date", async () => {
    const { storyId, slug, version } = await liveStory({ headline: "Back again" });
    const first = (await publishedStory(slug))?.publishedAt;
    await unpublishStory(editor, { storyId, version });
    await publishStory(editor, { storyId, version: version + 1, seq: 0 });
    expect((await publishedStory(slug))?.publishedAt).toEqual(first);
  });

  it("kill: its address says that it is gone, and nobody may publish it again", async () => {
    const { storyId, slug, version } = await liveStory({ headline: "False report" });
    await killStory(editor, { storyId, version, reason: "The source was wrong." });
    expect(await recordingDependencies(() => publishedStory(slug))).toMatchObject({ result: null, gone: 410 });
    await expect(publishStory(editor, { storyId, version: version + 1, seq: 0 })).rejects.toMatchObject({
      fault: "conflict",
    });
  });

  it("kill by legal order answers 451, and wants a reason", async () => {
    const { storyId, slug, version } = await liveStory({ headline: "Court order" });
    await expect(killStory(editor, { storyId, version, reason: " " })).rejects.toMatchObject({ fault: "invalid" });
    await killStory(editor, { storyId, version, reason: "Order 12/26.", legal: true });
    expect((await recordingDependencies(() => publishedStory(slug))).gone).toBe(451);
  });

  it("killed once is killed: only a legal order comes after it, and nothing after that", async () => {
    const { storyId, slug, version } = await liveStory({ headline: "Killed twice" });
    await killStory(editor, { storyId, version, reason: "Order 12/26.", legal: true });
    for (const legal of [false, true])
      await expect(
        killStory(editor, { storyId, version: version + 1, reason: "By mistake.", legal }),
      ).rejects.toMatchObject({ fault: "conflict" });
    expect((await recordingDependencies(() => publishedStory(slug))).gone).toBe(451);
    expect((await deskStory(editor, storyId)).publication).toMatchObject({ how: "legal", reason: "Order 12/26." });

    const other = await liveStory({ headline: "Killed, then ordered" });
    const at = { storyId: other.storyId, version: other.version };
    await killStory(editor, { ...at, reason: "False." });
    const again = { ...at, version: at.version + 1, reason: "Twice." };
    await expect(killStory(editor, again)).rejects.toMatchObject({ fault: "conflict" });
    await killStory(editor, { ...again, reason: "Order 13/26.", legal: true });
    expect((await recordingDependencies(() => publishedStory(other.slug))).gone).toBe(451);
  });

  it("an embargo whose end cannot be announced does not hold up the others", async () => {
    const until = new Date(Date.now() + 1_800_000);
    const [broken, fine] = [await liveStory({ headline: "Broken" }), await liveStory({ headline: "Fine" })];
    for (const [n, { storyId, version }] of [broken, fine].entries())
      await setEmbargo(editor, { storyId, version, until: new Date(until.getTime() + n).toISOString() });
    const { columns } = await deskDb().revision.findUniqueOrThrow({ where: { id: broken.revisionId } });
    await writeColumns(broken.revisionId, {});
    const later = new Date(until.getTime() + 1_000);
    expect(await announceLapses(later)).toBe(1);
    expect((await publishedStory(fine.slug))?.section).toMatchObject({ slug: "security" });
    await writeColumns(broken.revisionId, columns);
    expect(await announceLapses(later)).toBe(1);
  });

  it("an embargo hides a live story until it ends, by the database itself", async () => {
    const { storyId, slug, version } = await liveStory({ headline: "Promised to a source" });
    const until = new Date(Date.now() + 3_600_000);
    await setEmbargo(editor, { storyId, version, until: until.toISOString() });
    expect(await publishedStory(slug)).toBeNull();
    expect(await readersDb().liveStory.count({ where: { id: storyId } })).toBe(0);
    expect(await deskDb().liveStory.count({ where: { id: storyId } })).toBe(1);
    await expect(publishStory(editor, { storyId, version: version + 1, seq: 0 })).rejects.toMatchObject({
      fault: "conflict",
    });

    expect(await announceLapses(new Date(until.getTime() - 1))).toBe(0);
    expect(await announceLapses(until)).toBe(1);
    expect(await announceLapses(until)).toBe(0);
    expect((await publishedStory(slug))?.section).toMatchObject({ slug: "security" });
    expect(await deskDb().event.count({ where: { subject: storyId, type: "story.embargo_lapsed" } })).toBe(1);
  });
});

describe("a byline", () => {
  it("of another name makes every page old on which it stands", async () => {
    const profileId = newId();
    await createProfile(editor, { id: profileId, name: "Nargiza Alieva" });
    const { slug } = await liveStory({ headline: "By Nargiza", byline: [{ profileId }] });
    const pages = [() => publishedStory(slug), () => newestStories(50), () => sectionListing("security", 1)];
    await changeProfile(editor, { profileId, version: 1, changes: { name: "Nargiza Aliyeva" } });
    const { type, subject, payload } = await deskDb().event.findFirstOrThrow({ where: { type: "profile.changed" } });
    const { soon: keys } = touchedBy({ type, subject, payload: payload as EventPayload });
    for (const page of pages) {
      const recorded = await recordingDependencies<unknown>(page);
      expect(recorded.keys.filter((key) => keys.includes(key))).not.toEqual([]);
    }
  });
});

describe("who may", () => {
  it("a contributor publishes nothing, an author their own unless the newsroom says no", async () => {
    const [contributor, author] = [await aPerson("contributor"), await aPerson("author")];
    const ofContributor = await aStory({ by: contributor, sectionId });
    await expect(publishStory(contributor, ofContributor)).rejects.toMatchObject({ fault: "forbidden" });
    await expect(publishStory(author, ofContributor)).rejects.toMatchObject({ fault: "forbidden" });
    const ofAuthor = await aStory({ by: author, sectionId });
    await deskDb().newsroom.update({ where: { id: 1 }, data: { authorsPublishOwn: false } });
    await expect(publishStory(author, ofAuthor)).rejects.toMatchObject({ fault: "forbidden" });
    await deskDb().newsroom.update({ where: { id: 1 }, data: { authorsPublishOwn: true } });
    await expect(publishStory(author, ofAuthor)).resolves.toMatchObject({ version: 2 });
  });
});
