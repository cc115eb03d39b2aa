import type { Metadata } from "next";
import { Notice } from "#components/site/shell/Notice";
import { wordsFor } from "../../../components/site/words.ts";
import { paperOf } from "../_site/published.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await paperOf();
  return { title: wordsFor(language).withdrawn.title, robots: { index: false } };
}

/** Not a page of its own: the page cache answers with it, under the right status, in place of what is not there. */
export default async function WithdrawnPage() {
  return <Notice kind="withdrawn" paper={await paperOf()} />;
}
