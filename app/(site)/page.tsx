import type { Metadata } from "next";
import { Front } from "#components/site/front/Front";
import { homeFront } from "#newsroom/fronts/published";
import { menuSections } from "#newsroom/stories/published/newsroom";
import { feedLinks } from "./_site/metadata.ts";
import { paperOf } from "./_site/published.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await paperOf();
  const alternates = { canonical: "/", ...feedLinks("/", name) };
  return { alternates, openGraph: { type: "website", title: name, url: "/", siteName: name } };
}

export default async function FrontPage() {
  const [stories, sections, paper] = await Promise.all([homeFront(), menuSections(), paperOf()]);
  return <Front stories={stories} sections={sections} paper={paper} />;
}
