import type { Metadata } from "next";
import { Front } from "#components/site/front/Front";
import { newestStories } from "#newsroom/stories/published-lists";
import { menuSections } from "#newsroom/stories/published-newsroom";
import { feedLinks } from "./_site/metadata.ts";
import { paperOf } from "./_site/published.ts";

const newest = 48;

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await paperOf();
  const alternates = { canonical: "/", ...feedLinks("/", name) };
  return { alternates, openGraph: { type: "website", title: name, url: "/", siteName: name } };
}

export default async function FrontPage() {
  const [stories, sections, paper] = await Promise.all([newestStories(newest), menuSections(), paperOf()]);
  return <Front stories={stories} sections={sections} paper={paper} />;
}
