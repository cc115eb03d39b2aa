import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Listing } from "#newsroom/stories/published/lists";
import type { PublicNewsroom } from "#newsroom/stories/published/newsroom";
import { pageNumber } from "#newsroom/stories/schema";
import { pageAddress } from "../../../components/site/listing/pagination.ts";
import { type Words, wordsFor } from "../../../components/site/words.ts";
import { listingMetadata } from "./metadata.ts";
import { paperOf } from "./published.ts";

export interface ListedProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

interface Found {
  title: string;
  description?: string | null;
  listing: Listing;
  showSection?: boolean;
}

interface Listed extends Found {
  label: string;
  path: string;
  paper: PublicNewsroom;
}

/** The stories under `/{folder}/{slug}`, as `find` has them; 404 for what it has not, and for a page that is no number. */
export async function listedUnder<Place extends Found>(
  folder: string,
  { params, searchParams }: ListedProps,
  find: (slug: string, page: number) => Promise<Place | null>,
  labelOf: (words: Words, place: Place) => string,
): Promise<Listed> {
  const { slug } = await params;
  const page = pageNumber((await searchParams).page) ?? notFound();
  const place = (await find(slug, page)) ?? notFound();
  const { title, description, listing, showSection } = place;
  const paper = await paperOf();
  const label = labelOf(wordsFor(paper.language), place);
  return { title, description, listing, showSection, label, paper, path: `/${folder}/${slug}` };
}

export const metadataOf = ({ title, description, listing, path, paper }: Listed): Metadata =>
  listingMetadata(
    { title, description, address: pageAddress(path, listing.page), page: listing.page, feedsOf: path },
    paper,
  );
