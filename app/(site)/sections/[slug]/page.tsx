import type { Metadata } from "next";
import { Listing } from "#components/site/listing/Listing";
import { type ListedProps, listedUnder, metadataOf } from "../../_site/listed.ts";
import { sectionAt } from "../../_site/published.ts";

async function find(slug: string, page: number) {
  const found = await sectionAt(slug, page);
  return found && { title: found.section.name, listing: found.listing, showSection: false };
}

const load = (props: ListedProps) => listedUnder("sections", props, find, (words) => words.section);

export const generateMetadata = async (props: ListedProps): Promise<Metadata> => metadataOf(await load(props));

export default async function SectionPage(props: ListedProps) {
  return <Listing {...(await load(props))} />;
}
