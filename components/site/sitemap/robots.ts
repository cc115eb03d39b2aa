/** What is for staff or for whoever holds a link; the rest is for everybody. */
const closed = ["/desk", "/sign-in", "/sign-out", "/set-password/", "/preview/", "/api/", "/collab"];

export const robots = (siteUrl: string): string =>
  `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join("")}\nSitemap: ${siteUrl}/sitemap.xml\n`;
