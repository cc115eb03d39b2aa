import { notFound } from "next/navigation";
import { ratesOfStory } from "#newsroom/rates/published";
import { noRates } from "#newsroom/rates/schema";
import { type FeedFile, feedFileOf } from "#newsroom/stories/published/feed-files";
import type { FeedEntry, PublishedFeed } from "#newsroom/stories/published/feeds";
import { atom } from "../../../components/site/feed/atom.ts";
import { type Feed, feedOf } from "../../../components/site/feed/feed.ts";
import { jsonFeed } from "../../../components/site/feed/json-feed.ts";
import { rss } from "../../../components/site/feed/rss.ts";
import { siteUrl } from "./address.ts";
import { paperOf } from "./published.ts";

export interface FeedProps {
  params: Promise<{ slug: string; feed: string }>;
}

const forms: Record<FeedFile, { type: string; write: (feed: Feed) => string }> = {
  "feed.xml": { type: "application/rss+xml", write: rss },
  "feed.atom": { type: "application/atom+xml", write: atom },
  "feed.json": { type: "application/feed+json", write: jsonFeed },
};

/** The feed of the page at `path`, in the form that its file name says. */
export async function answerFeed(file: FeedFile, path: string, found: PublishedFeed): Promise<Response> {
  const [paper, rates] = await Promise.all([paperOf(), ratesIn(found.entries)]);
  const ratesOf = (storyId: string) => rates.get(storyId) ?? noRates;
  const { type, write } = forms[file];
  const feed = feedOf({ found, path, paper, siteUrl: siteUrl(), ratesOf });
  return new Response(write(feed), { headers: { "content-type": `${type}; charset=utf-8` } });
}

async function ratesIn(entries: FeedEntry[]) {
  const stories = entries.flatMap((entry) => (entry.state === "live" ? [entry.story] : []));
  return new Map(await Promise.all(stories.map(async ({ id, body }) => [id, await ratesOfStory(id, body)] as const)));
}

/** The feed of `/{folder}/{slug}`, as `find` has it; 404 for what it has not, and for what is no feed. */
export async function answerListFeed(
  folder: string,
  { params }: FeedProps,
  find: (slug: string, file: FeedFile) => Promise<PublishedFeed | null>,
): Promise<Response> {
  const { slug, feed } = await params;
  const file = feedFileOf(feed) ?? notFound();
  return answerFeed(file, `/${folder}/${slug}`, (await find(slug, file)) ?? notFound());
}
