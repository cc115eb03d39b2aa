/** What the feeds of a list are called, below its address. */
export const feedName = /^feed\.(xml|atom|json)$/;

const pages = ["/", "/corrections", "/search", "/robots.txt", "/sitemap.xml", "/api/rates", "/api/suggest"];

/** Does a path name something of the site that is always there, whatever is published? */
export const isStandingPage = (path: string): boolean =>
  pages.includes(path) || feedName.test(path.slice(1)) || /^\/sitemaps\/[^/]+$/.test(path);
