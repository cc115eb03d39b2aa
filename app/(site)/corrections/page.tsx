import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Corrections } from "#components/site/corrections/Corrections";
import { pageNumber } from "#newsroom/stories/schema";
import { pageAddress } from "../../../components/site/listing/pagination.ts";
import { wordsFor } from "../../../components/site/words.ts";
import { listingMetadata } from "../_site/metadata.ts";
import { notesAt, paperOf } from "../_site/published.ts";

interface Props {
  searchParams: Promise<{ page?: string | string[] }>;
}

async function load({ searchParams }: Props) {
  const page = pageNumber((await searchParams).page) ?? notFound();
  return { listing: (await notesAt(page)) ?? notFound(), paper: await paperOf() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { listing, paper } = await load(props);
  const { title, description } = wordsFor(paper.language).corrections;
  return listingMetadata(
    { title, description, address: pageAddress("/corrections", listing.page), page: listing.page },
    paper,
  );
}

export default async function CorrectionsPage(props: Props) {
  const { listing, paper } = await load(props);
  return <Corrections listing={listing} paper={paper} />;
}
