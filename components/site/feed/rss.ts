import { element, xmlDocument } from "#lib/xml";
import type { Feed, FeedItem } from "./feed.ts";
import { htmlOf } from "./html.ts";

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** RSS 2.0. */
export const rss = ({ title, page, stem, description, language, updated, items }: Feed): string =>
  xmlDocument(
    element(
      "rss",
      { version: "2.0", ...namespaces },
      element(
        "channel",
        {},
        element("title", {}, title),
        element("link", {}, page),
        element("description", {}, description),
        element("language", {}, language),
        updated && element("lastBuildDate", {}, updated.at.toUTCString()),
        element("atom:link", { rel: "self", type: "application/rss+xml", href: `${stem}.xml` }),
        ...items.map(itemOf),
      ),
    ),
  );

/** Descriptions are HTML by custom, titles and names are text. `author` would ask for a mail address. */
const itemOf = ({ id, title, url, summary, content, language, authors, categories, published, updated }: FeedItem) =>
  element(
    "item",
    {},
    element("title", {}, title),
    url === null ? null : element("link", {}, url),
    element("guid", { isPermaLink: "false" }, id),
    element("pubDate", {}, published.at.toUTCString()),
    element("atom:updated", {}, updated.iso),
    element("dc:language", {}, language),
    ...authors.map(({ name }) => element("dc:creator", {}, name)),
    ...categories.map((category) => element("category", {}, category)),
    summary === null ? null : element("description", {}, htmlOf(summary)),
    element("content:encoded", {}, content),
  );
