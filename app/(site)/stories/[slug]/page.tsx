import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { metadataAt } from "../../_site/metadata.ts";
import { paperOf, storyAt } from "../../_site/published.ts";
import { StoryDocument } from "../../_site/StoryDocument.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return metadataAt((await storyAt(slug)) ?? notFound(), await paperOf());
}

export default async function StoryPage({ params }: Props) {
  const { slug } = await params;
  const found = (await storyAt(slug)) ?? notFound();
  return <StoryDocument found={found} paper={await paperOf()} />;
}
