import { expect, it } from "vitest";
import { robots } from "./robots.ts";
import { newsSitemap, pagesSitemap, sitemapIndex, storiesSitemap } from "./sitemap.ts";

const siteUrl = "https://paper.example";
const zone = "Asia/Bishkek";
const at = new Date("2025-05-18T12:00:00.700Z");

it("an index names its sitemaps, and when they changed where that is known", () => {
  const files = [
    { address: "/sitemaps/pages.xml", changedAt: null },
    { address: "/sitemaps/stories-2025-05.xml", changedAt: at },
  ];
  expect(sitemapIndex(files, zone, siteUrl)).toContain(
    "<sitemap><loc>https://paper.example/sitemaps/pages.xml</loc></sitemap>" +
      "<sitemap><loc>https://paper.example/sitemaps/stories-2025-05.xml</loc><lastmod>2025-05-18T18:00:00+06:00</lastmod></sitemap>",
  );
});

it("pages are named by whole addresses", () => {
  expect(pagesSitemap(["/", "/tags/csto"], siteUrl)).toContain(
    "<url><loc>https://paper.example/</loc></url><url><loc>https://paper.example/tags/csto</loc></url>",
  );
});

it("a story stands with all its languages, its own among them", () => {
  const languages = [
    { language: "en", address: "/stories/water" },
    { language: "ky", address: "/ky/stories/suu" },
  ];
  expect(storiesSitemap([{ address: "/stories/water", changedAt: at, languages }], zone, siteUrl)).toContain(
    "<url><loc>https://paper.example/stories/water</loc><lastmod>2025-05-18T18:00:00+06:00</lastmod>" +
      '<xhtml:link rel="alternate" hreflang="en" href="https://paper.example/stories/water"></xhtml:link>' +
      '<xhtml:link rel="alternate" hreflang="ky" href="https://paper.example/ky/stories/suu"></xhtml:link></url>',
  );
});

it.each([
  ["en", "en"],
  ["en-GB", "en"],
  ["uz-Latn", "uz"],
  ["zh-CN", "zh-cn"],
])("news say who publishes them, in which language (%s), and when to the second", (language, said) => {
  const story = { address: "/stories/water", language, headline: "Water & <power>", publishedAt: at };
  expect(newsSitemap([story], { name: "The Paper", zone, language: "en" }, siteUrl)).toContain(
    `<news:publication><news:name>The Paper</news:name><news:language>${said}</news:language></news:publication>` +
      "<news:publication_date>2025-05-18T18:00:00+06:00</news:publication_date>" +
      "<news:title>Water &#38; &#60;power&#62;</news:title>",
  );
});

it("robots are told of the sitemap, and to leave alone what is for staff", () => {
  const lines = robots(siteUrl).split("\n");
  expect(lines).toContain("Sitemap: https://paper.example/sitemap.xml");
  for (const path of ["/desk", "/api/", "/preview/"]) expect(lines).toContain(`Disallow: ${path}`);
});
