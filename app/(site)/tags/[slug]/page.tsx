import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Listing } from "#components/site/listing/Listing";
import { pageNumber } from "#newsroom/stories/schema";
import { pageAddress } from "../../../../components/site/listing/pagination.ts";
import { wordsFor } from "../../../../components/site/words.ts";
import { listingMetadata } from "../../_site/metadata.ts";
import { paperOf, tagAt } from "../../_site/published.ts";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

async function load({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = pageNumber((await searchParams).page) ?? notFound();
  return { ...((await tagAt(slug, page)) ?? notFound()), paper: await paperOf(), path: `/tags/${slug}` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { tag, listing, paper, path } = await load(props);
  const address = pageAddress(path, listing.page);
  return listingMetadata({ title: tag.name, description: tag.description, address, page: listing.page }, paper);
}

export default async function TagPage(props: Props) {
  const { tag, listing, paper, path } = await load(props);
  return (
    <Listing
      label={wordsFor(paper.language).tagKinds[tag.kind]}
      title={tag.name}
      description={tag.description}
      path={path}
      listing={listing}
      paper={paper}
    />
  );
}
