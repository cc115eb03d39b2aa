import { deskDb } from "#lib/db/desk";
import { newId } from "#newsroom/kernel/ids";
import { createProfile } from "#newsroom/people/commands/create-profile";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { aStory, aTag, theProgram } from "#newsroom/stories/testing";
import * as ratesHandler from "../../app/(site)/api/rates/route.ts";
import * as suggestHandler from "../../app/(site)/api/suggest/route.ts";
import * as authorFeed from "../../app/(site)/authors/[slug]/[feed]/route.ts";
import * as atomFeed from "../../app/(site)/feed.atom/route.ts";
import * as jsonFeed from "../../app/(site)/feed.json/route.ts";
import * as rssFeed from "../../app/(site)/feed.xml/route.ts";
import * as robotsFile from "../../app/(site)/robots.txt/route.ts";
import * as sectionFeed from "../../app/(site)/sections/[slug]/[feed]/route.ts";
import * as sitemapIndex from "../../app/(site)/sitemap.xml/route.ts";
import * as sitemap from "../../app/(site)/sitemaps/[file]/route.ts";
import * as tagFeed from "../../app/(site)/tags/[slug]/[feed]/route.ts";
import { parametersOf } from "./asked.ts";
import { type Door, door } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** Of the readers' site: open to all. */
export const readersDoors: Door[] = [
  door(ratesHandler.GET, "public", () => [new Request(`${ourSite}/api/rates`)]),
  ...[rssFeed.GET, atomFeed.GET, jsonFeed.GET, sitemapIndex.GET, robotsFile.GET].map((get) =>
    door(get, "public", () => []),
  ),
  door(sitemap.GET, "public", () => [new Request(ourSite), parametersOf({ file: "news.xml" })]),
  door(sectionFeed.GET, "public", () => [new Request(ourSite), parametersOf({ slug: "security", feed: "feed.xml" })]),
  door(tagFeed.GET, "public", async () => [
    new Request(ourSite),
    parametersOf({ slug: (await aListedStory()).tag, feed: "feed.atom" }),
  ]),
  door(authorFeed.GET, "public", async () => [
    new Request(ourSite),
    parametersOf({ slug: (await aListedStory()).author, feed: "feed.json" }),
  ]),
  door(suggestHandler.GET, "public", () => [new Request(`${ourSite}/api/suggest?q=snow`)]),
];

/** A live story's tag and author, by their addresses. */
async function aListedStory(): Promise<{ tag: string; author: string }> {
  const name = `Listed ${newId()}`;
  const profileId = newId();
  const { slug: author } = await createProfile(theProgram, { id: profileId, name });
  const tagId = await aTag(name);
  await publishStory(theProgram, await aStory({ tagIds: [tagId], byline: [{ profileId }] }));
  const { slug: tag } = await deskDb().tag.findUniqueOrThrow({ where: { id: tagId }, select: { slug: true } });
  return { tag, author };
}
