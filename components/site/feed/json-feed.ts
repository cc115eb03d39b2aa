import { sayable } from "#lib/xml";
import type { Feed, FeedItem } from "./feed.ts";

/** JSON Feed 1.1. Halves of characters, which some readers of JSON refuse, are put as in the other forms. */
export const jsonFeed = ({ title, page, stem, description, language, items }: Feed): string =>
  JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title,
      home_page_url: page,
      feed_url: `${stem}.json`,
      description,
      language,
      items: items.map(itemOf),
    },
    (_key, value) => (typeof value === "string" ? sayable(value) : value),
  );

const itemOf = ({ id, title, url, summary, content, language, authors, categories, published, updated }: FeedItem) => ({
  id,
  url: url ?? undefined,
  title,
  summary: summary ?? undefined,
  content_html: content,
  language,
  date_published: published.iso,
  date_modified: updated.iso,
  authors: authors.map((author) => ({ name: author.name, url: author.url ?? undefined })),
  tags: categories,
});
