import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { storyMetadata } from "../../_site/metadata.ts";
import { paperOf, storyAt } from "../../_site/published.ts";
import { StoryDocument } from "../../_site/StoryDocument.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return storyMetadata((await storyAt(slug)) ?? notFound(), await paperOf());
}

export default async function StoryPage({ params }: Props) {
  const { slug } = await params;
  const story = (await storyAt(slug)) ?? notFound();
  return <StoryDocument story={story} paper={await paperOf()} />;
}
