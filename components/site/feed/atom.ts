import { element, xmlDocument } from "#lib/xml";
import type { Feed, FeedItem } from "./feed.ts";

/** Atom demands an instant of change even of a feed that never had an item. */
const never = "1970-01-01T00:00:00Z";

/** Atom, RFC 4287. */
export const atom = ({ title, page, stem, description, language, updated, items }: Feed): string =>
  xmlDocument(
    element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language },
      element("id", {}, `${stem}.atom`),
      element("title", {}, title),
      element("subtitle", {}, description),
      element("updated", {}, updated?.iso ?? never),
      element("link", { rel: "self", type: "application/atom+xml", href: `${stem}.atom` }),
      element("link", { rel: "alternate", type: "text/html", href: page }),
      // Of entries that name nobody.
      element("author", {}, element("name", {}, title)),
      ...items.map(entryOf),
    ),
  );

const entryOf = ({ id, title, url, summary, content, language, authors, categories, published, updated }: FeedItem) =>
  element(
    "entry",
    { "xml:lang": language },
    element("id", {}, id),
    element("title", {}, title),
    element("published", {}, published.iso),
    element("updated", {}, updated.iso),
    url === null ? null : element("link", { rel: "alternate", type: "text/html", href: url }),
    ...authors.map((author) =>
      element(
        "author",
        {},
        element("name", {}, author.name),
        author.url === null ? null : element("uri", {}, author.url),
      ),
    ),
    ...categories.map((term) => element("category", { term })),
    summary === null ? null : element("summary", {}, summary),
    element("content", { type: "html" }, content),
  );
