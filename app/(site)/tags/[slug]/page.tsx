import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Listing } from "#components/site/listing/Listing";
import { pageAddress } from "../../../../components/site/listing/pagination.ts";
import { type ListedProps, listedUnder, metadataOf } from "../../_site/listed.ts";
import { tagAt, tagNowAt } from "../../_site/published.ts";

async function find(slug: string, page: number) {
  const found = await tagAt(slug, page);
  const movedTo = found ? null : await tagNowAt(slug);
  if (movedTo) permanentRedirect(pageAddress(`/tags/${movedTo}`, page));
  return found && { ...found.tag, title: found.tag.name, listing: found.listing };
}

const load = (props: ListedProps) => listedUnder("tags", props, find, (words, { kind }) => words.tagKinds[kind]);

export const generateMetadata = async (props: ListedProps): Promise<Metadata> => metadataOf(await load(props));

export default async function TagPage(props: ListedProps) {
  return <Listing {...(await load(props))} />;
}
