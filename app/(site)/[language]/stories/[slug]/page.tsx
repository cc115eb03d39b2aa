import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { AtAddress } from "#newsroom/stories/published";
import { metadataAt } from "../../../_site/metadata.ts";
import { paperOf, storyAt } from "../../../_site/published.ts";
import { StoryDocument } from "../../../_site/StoryDocument.tsx";

interface Props {
  params: Promise<{ language: string; slug: string }>;
}

/** Stories in other languages than the newsroom's own, whose prefix would be a second address for the same page. */
async function storyIn({ params }: Props): Promise<AtAddress> {
  const { language, slug } = await params;
  const { language: unprefixed } = await paperOf();
  return (language === unprefixed ? null : await storyAt(slug, language)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataAt(await storyIn(props), await paperOf());
}

export default async function TranslatedStoryPage(props: Props) {
  return <StoryDocument found={await storyIn(props)} paper={await paperOf()} />;
}
