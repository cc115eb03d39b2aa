import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Listing } from "#components/site/listing/Listing";
import { pageNumber } from "#newsroom/stories/schema";
import { pageAddress } from "../../../../components/site/listing/pagination.ts";
import { wordsFor } from "../../../../components/site/words.ts";
import { listingMetadata } from "../../_site/metadata.ts";
import { authorAt, paperOf } from "../../_site/published.ts";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

async function load({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = pageNumber((await searchParams).page) ?? notFound();
  return { ...((await authorAt(slug, page)) ?? notFound()), paper: await paperOf(), path: `/authors/${slug}` };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { profile, listing, paper, path } = await load(props);
  const address = pageAddress(path, listing.page);
  return listingMetadata({ title: profile.name, description: profile.bio, address, page: listing.page }, paper);
}

export default async function AuthorPage(props: Props) {
  const { profile, listing, paper, path } = await load(props);
  return (
    <Listing
      label={wordsFor(paper.language).author}
      title={profile.name}
      description={profile.bio}
      path={path}
      listing={listing}
      paper={paper}
    />
  );
}
