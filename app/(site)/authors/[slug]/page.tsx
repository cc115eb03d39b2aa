import type { Metadata } from "next";
import { Listing } from "#components/site/listing/Listing";
import { type ListedProps, listedUnder, metadataOf } from "../../_site/listed.ts";
import { authorAt } from "../../_site/published.ts";

async function find(slug: string, page: number) {
  const found = await authorAt(slug, page);
  return found && { title: found.profile.name, description: found.profile.bio, listing: found.listing };
}

const load = (props: ListedProps) => listedUnder("authors", props, find, (words) => words.author);

export const generateMetadata = async (props: ListedProps): Promise<Metadata> => metadataOf(await load(props));

export default async function AuthorPage(props: ListedProps) {
  return <Listing {...(await load(props))} />;
}
