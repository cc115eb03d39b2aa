import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Search } from "#components/site/search/Search";
import { pageNumber } from "#newsroom/stories/schema";
import { searchAddress } from "../../../components/site/search/address.ts";
import { wordsFor } from "../../../components/site/words.ts";
import { paperOf, searchAt } from "../_site/published.ts";

interface Props {
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>;
}

async function load({ searchParams }: Props) {
  const { q, page } = await searchParams;
  const search = (await searchAt([q ?? ""].flat()[0] ?? "", pageNumber(page) ?? notFound())) ?? notFound();
  return { search, paper: await paperOf() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { search, paper } = await load(props);
  const words = wordsFor(paper.language).search;
  const asked = search.is === "unasked" ? null : search.asked;
  return {
    title: asked ? words.titleFor(asked) : words.title,
    alternates: { canonical: searchAddress(asked, search.is === "answered" ? search.listing.page : 1) },
    // There is no end of questions, and no page of answers says anything that a story does not.
    robots: { index: false, follow: true },
  };
}

export default async function SearchPage(props: Props) {
  return <Search {...(await load(props))} />;
}
