import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { createProfile } from "../people/commands/create-profile.ts";
import { spikeSection, unspikeSection } from "../sections/trash-commands.ts";
import { confideStory } from "../stories/commands/confide-story.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { readdressStory } from "../stories/commands/readdress-story.ts";
import { spikeStory } from "../stories/commands/spike-story.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { aNewsroom, aPerson, aSection, aStory, aTag, theProgram } from "../stories/testing.ts";
import { changeTag } from "../tags/commands.ts";
import { addRedirect, removeRedirect } from "./commands.ts";
import { redirectAt, redirectedPaths } from "./published.ts";
import { redirects } from "./queries.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const lead = (from: string, to: string) => addRedirect(editor, { id: newId(), from, to });
const liveStory = async (headline: string, wishes: Parameters<typeof aStory>[0] = {}) => {
  const { storyId } = await aStory({ headline, ...wishes });
  return { storyId, ...(await publishStory(editor, { storyId, version: 1, seq: 0 })) };
};

describe("a redirect made by hand", () => {
  it("leads to a page, or to another site", async () => {
    await lead("/old-security", "/sections/security");
    await lead("/shop", "https://shop.example/?from=paper");
    expect([await redirectAt("/old-security"), await redirectAt("/shop"), await redirectAt("/else")]).toEqual([
      "/sections/security",
      "https://shop.example/?from=paper",
      null,
    ]);
    expect(await redirectedPaths()).toContain("/shop");
  });

  it("leads to feeds and to the search, and starts at no feed that there is", async () => {
    await lead("/rss", "/feed.xml");
    await lead("/find", "/search");
    const sectionId = await aSection("Fed");
    await liveStory("In the feed", { sectionId });
    await lead("/rss/fed", "/sections/fed/feed.xml");
    expect([await redirectAt("/rss"), await redirectAt("/find"), await redirectAt("/rss/fed")]).toEqual([
      "/feed.xml",
      "/search",
      "/sections/fed/feed.xml",
    ]);
    const atFeed = lead("/sections/fed/feed.atom", "/");
    await expect(atFeed).rejects.toMatchObject({ issues: [{ message: "There is a page at this address." }] });
  });

  it("leads to a story wherever that stands, as long as it is live", async () => {
    const { storyId, version, address } = await liveStory("Led to");
    await lead("/2019/led-to.html", address);
    const moved = await readdressStory(editor, { storyId, version, slug: "led-to-here" });
    expect(await redirectAt("/2019/led-to.html")).toBe("/stories/led-to-here");
    await lead("/2018/led-to.html", address);
    expect(await redirectAt("/2018/led-to.html")).toBe("/stories/led-to-here");
    await unpublishStory(editor, { storyId, version: moved.version });
    expect(await redirectAt("/2019/led-to.html")).toBeNull();
    expect(await redirectedPaths()).not.toContain("/2019/led-to.html");
  });

  it("leads to a section, a tag or an author only as long as readers find them, and after a tag that moves", async () => {
    const sectionId = await aSection("Leaving");
    const [tagId, profileId] = [await aTag("Resting"), newId()];
    await createProfile(theProgram, { id: profileId, name: "Aigul Sadykova" });
    const wishes = { tagIds: [tagId], byline: [{ profileId }] };
    const { storyId, version } = await liveStory("The only one", wishes);
    await lead("/to-section", "/sections/leaving");
    await lead("/to-tag", "/tags/resting");
    await lead("/to-author", "/authors/aigul-sadykova");
    const led = () => Promise.all(["/to-section", "/to-tag", "/to-author"].map(redirectAt));
    const open = async () =>
      (await redirects(editor, { search: "/to-" })).redirects
        .filter(({ from }) => /section|tag|author/.test(from))
        .map(({ isOpen }) => isOpen);
    expect(await led()).toEqual(["/sections/leaving", "/tags/resting", "/authors/aigul-sadykova"]);
    await changeTag(editor, { tagId, version: 1, changes: { slug: "resting-here" } });
    expect(await redirectAt("/to-tag")).toBe("/tags/resting-here");
    expect(await open()).toEqual([true, true, true]);

    await spikeSection(editor, { sectionId, version: 1, reason: "Empty." });
    await unpublishStory(editor, { storyId, version });
    expect([await led(), await open()]).toEqual([
      [null, null, null],
      [false, false, false],
    ]);
    await unspikeSection(editor, { sectionId, version: 2 });
    expect(await redirectAt("/to-section")).toBe("/sections/leaving");
  });

  it("is flattened: to where another starts, and when another starts where it leads", async () => {
    await lead("/chain/1", "https://one.example/");
    await lead("/chain/2", "/chain/1");
    expect(await redirectAt("/chain/2")).toBe("https://one.example/");
    await aTag("Soon unused");
    const { storyId, version } = await liveStory("With a tag", { tagIds: [await aTag("For a while")] });
    await lead("/chain/3", "/tags/for-a-while");
    await unpublishStory(editor, { storyId, version });
    await lead("/tags/for-a-while", "https://two.example/");
    expect(await redirectAt("/chain/3")).toBe("https://two.example/");
  });

  it("cannot lead in a circle", async () => {
    await expect(lead("/round", "/round")).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "to" }] });
    const { storyId, version } = await liveStory("With another tag", { tagIds: [await aTag("Round")] });
    await lead("/to-round", "/tags/round");
    await unpublishStory(editor, { storyId, version });
    await expect(lead("/tags/round", "/to-round")).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "to" }],
    });
  });

  it.each([
    ["a page", "/sections/security", "/"],
    ["another redirect", "/taken", "/"],
    ["a draft", "/stories/a-draft", "/"],
    ["a killed or unpublished story", "/stories/was-here", "/"],
    ["the program's own", "/desk/x", "/"],
  ])("does not start where %s is", async (_what, from, to) => {
    await deskDb().redirect.createMany({
      data: [{ id: newId(), from: "/taken", to: "/", createdAt: new Date() }],
      skipDuplicates: true,
    });
    if (from.endsWith("a-draft")) await aStory({ slug: "a-draft" });
    if (from.endsWith("was-here")) {
      const { storyId, version } = await liveStory("Was here");
      await unpublishStory(editor, { storyId, version });
    }
    await expect(lead(from, to)).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "from" }] });
  });

  it.each(["/nothing-there", "/stories/never-was", "/stories/only-a-draft", "/sections/none"])(
    "does not lead to %s, where nothing is",
    async (to) => {
      if (to.endsWith("only-a-draft")) await aStory({ slug: "only-a-draft" });
      await expect(lead("/leads-nowhere", to)).rejects.toMatchObject({ fault: "invalid", issues: [{ path: "to" }] });
    },
  );

  it("is for editors, and can be taken away once", async () => {
    const author = await aPerson("author");
    const id = newId();
    await expect(addRedirect(author, { id, from: "/mine", to: "/" })).rejects.toMatchObject({ fault: "forbidden" });
    await addRedirect(editor, { id, from: "/mine", to: "/" });
    await expect(removeRedirect(author, { redirectId: id })).rejects.toMatchObject({ fault: "forbidden" });
    await removeRedirect(editor, { redirectId: id });
    expect(await redirectAt("/mine")).toBeNull();
    await expect(removeRedirect(editor, { redirectId: id })).rejects.toMatchObject({ fault: "notFound" });
    await expect(redirects(author)).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("the desk's list", () => {
  it("has both kinds, finds by either end, and says which are open", async () => {
    const { storyId, version } = await liveStory("Listed");
    await readdressStory(editor, { storyId, version, slug: "listed-anew" });
    await lead("/listed-by-hand", "/stories/listed-anew");
    const found = await redirects(editor, { search: "listed" });
    expect(found.redirects).toMatchObject([
      { from: "/listed-by-hand", to: "/stories/listed-anew", story: { id: storyId }, isOpen: true, by: editor.name },
      { id: null, from: "/stories/listed", to: "/stories/listed-anew", isOpen: true, by: null },
    ]);
    await unpublishStory(editor, { storyId, version: version + 1 });
    const closed = await redirects(editor, { search: "listed" });
    expect(closed.redirects.map(({ isOpen }) => isOpen)).toEqual([false, false]);
    expect((await redirects(editor, { search: "100%" })).redirects).toEqual([]);
    expect((await redirects(editor, { search: "\u0000\ud800" })).redirects).toBeDefined();
  });

  it("names no story that who asks may not read: one of a closed circle, one in the trash", async () => {
    const { storyId, version } = await liveStory("Unspoken");
    await lead("/unspoken", "/stories/unspoken");
    const shown = async (who: StaffActor) => (await redirects(who, { search: "/unspoken" })).redirects;
    const circle = { create: { staffId: (await aPerson("editor")).id } };
    await deskDb().story.update({ where: { id: storyId }, data: { confidential: true, circle } });
    expect(await shown(editor)).toMatchObject([{ to: "/stories/unspoken", story: null, isOpen: true }]);
    expect(await shown(await aPerson("admin"))).toMatchObject([{ story: { id: storyId, name: "Unspoken" } }]);
    await unpublishStory(theProgram, { storyId, version });
    await spikeStory(theProgram, { storyId, version: version + 1, reason: "Spoken." });
    expect(await shown(await aPerson("admin"))).toMatchObject([{ story: null, isOpen: false }]);
  });

  it("tells nobody outside where a closed story stands that is not live, nor finds it by that", async () => {
    const { storyId, version } = await liveStory("Was public");
    await lead("/to-was-public", "/stories/was-public");
    await unpublishStory(editor, { storyId, version });
    const insider = await aPerson("editor");
    const circle = [insider.id];
    await confideStory(insider, { storyId, version: version + 1, confidential: true, circle });
    await readdressStory(insider, { storyId, version: version + 2, slug: "bribes-once" });
    await readdressStory(insider, { storyId, version: version + 3, slug: "bribes-now" });

    const shown = async (who: StaffActor, search: string) =>
      (await redirects(who, { search })).redirects.map(({ from, to }) => `${from} ${to}`);
    expect(await shown(insider, "bribes")).toEqual([
      "/stories/bribes-once /stories/bribes-now",
      "/stories/was-public /stories/bribes-now",
      "/to-was-public /stories/bribes-now",
    ]);
    expect(await shown(editor, "bribes")).toEqual([]);
    expect(await shown(editor, "was-public")).toEqual(["/to-was-public null"]);

    await publishStory(insider, { storyId, version: version + 4, seq: 0 });
    expect(await shown(editor, "bribes-now")).toHaveLength(3);
  });

  it("goes through 10,000, page by page, and finds one among them", async () => {
    const to = "https://archive.example/";
    await deskDb().redirect.createMany({
      data: Array.from({ length: 10_000 }, (_, n) => ({
        id: newId(),
        from: `/archive/${String(n).padStart(5, "0")}`,
        to,
        createdAt: new Date(),
      })),
    });
    const first = await redirects(editor, { search: "/archive/" });
    const second = await redirects(editor, { search: "/archive/", after: first.next ?? "" });
    expect((await redirects(editor, { search: "09876" })).redirects).toHaveLength(1);
    await lead("/archive-index", "/archive/00007");
    expect(await redirectAt("/archive-index")).toBe(to);
    expect((await redirectedPaths()).size).toBeGreaterThan(10_000);
    expect([first.redirects.length, second.redirects.at(0)?.from]).toEqual([50, "/archive/00050"]);
  });
});
