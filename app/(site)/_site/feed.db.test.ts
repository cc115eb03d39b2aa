import { beforeAll, describe, expect, it } from "vitest";
import { mergeTags } from "#newsroom/stories/commands/merge-tags";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { entryIn } from "#newsroom/stories/proofs/gone-places";
import { aNewsroom, aStory, aTag, theProgram } from "#newsroom/stories/testing";
import { GET as atom } from "../feed.atom/route.ts";
import { GET as json } from "../feed.json/route.ts";
import { GET as rss } from "../feed.xml/route.ts";
import { GET as sitemapIndex } from "../sitemap.xml/route.ts";
import { GET as sitemap } from "../sitemaps/[file]/route.ts";
import { GET as tagFeed } from "../tags/[slug]/[feed]/route.ts";

let id: string;
beforeAll(async () => {
  await aNewsroom();
  const tagId = await aTag("Water");
  const story = await aStory({ headline: "The river is low", text: "Words to the last one.", tagIds: [tagId] });
  id = story.storyId;
  await publishStory(theProgram, story);
  await mergeTags(theProgram, { tagId: await aTag("Waters"), version: 1, intoId: tagId });
});

const ofTag = (slug: string, feed: string) =>
  tagFeed(new Request("http://elsewhere.example"), { params: Promise.resolve({ slug, feed }) });

describe("a feed", () => {
  it.each([
    ["RSS", rss, "application/rss+xml"],
    ["Atom", atom, "application/atom+xml"],
    ["JSON", json, "application/feed+json"],
  ])("as %s says what it is and has the story whole, under its own id", async (_form, get, type) => {
    const answer = await get();
    expect(answer.headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    const text = await answer.text();
    expect(text).toContain("Words to the last one.");
    expect(text).toContain(`urn:uuid:${id}`);
    expect(text).not.toContain("elsewhere.example");
    expect(entryIn(text, ["/stories/the-river-is-low"])).toBe("/stories/the-river-is-low");
  });

  it("of a merged tag leads to where its stories are, in the same form", async () => {
    expect(await (await ofTag("water", "feed.json")).json()).toMatchObject({ title: "Water – The Test Paper" });
    await expect(ofTag("waters", "feed.json")).rejects.toMatchObject({
      digest: expect.stringContaining(";/tags/water/feed.json;308;"),
    });
  });

  it.each([
    ["nothing", "feed.xml"],
    ["water", "feed.txt"],
  ])("of /tags/%s/%s is not there", (slug, feed) =>
    expect(ofTag(slug, feed)).rejects.toMatchObject({ digest: expect.stringContaining("404") }),
  );
});

it("each sitemap that the index names is there", async () => {
  const index = await (await sitemapIndex()).text();
  const files = [...index.matchAll(/\/sitemaps\/([\w.-]+)/g)].map(([, file = ""]) => file);
  expect(files).toEqual(["pages.xml", "news.xml", `stories-${new Date().toISOString().slice(0, 7)}.xml`]);
  for (const file of files) {
    const answer = await sitemap(new Request("http://elsewhere.example"), { params: Promise.resolve({ file }) });
    expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    const address = file === "pages.xml" ? "/tags/water" : "/stories/the-river-is-low";
    expect(entryIn(await answer.text(), [address])).toBe(address);
  }
});
