import { expect, it } from "vitest";
import { monthOf, sitemapFileName, sitemapOf } from "./sitemap-files.ts";

it.each([
  ["pages.xml", "pages"],
  ["news.xml", "news"],
  ["stories-2026-11.xml", { month: "2026-11", part: 1 }],
  ["stories-2026-11-2.xml", { month: "2026-11", part: 2 }],
  ["stories-2026-11-10.xml", { month: "2026-11", part: 10 }],
])("%s is one name of one sitemap", (name, file) => {
  expect(sitemapOf(name)).toEqual(file);
  const found = sitemapOf(name);
  expect(found && sitemapFileName(found)).toBe(name);
});

it.each([
  ...["stories.xml", "stories-2026-11-1.xml", "stories-2026-11-02.xml", "stories-2026-13.xml", "stories-2026-00.xml"],
  ...["news", "news.xml.gz", "stories-2026-11-1000.xml", "stories-2026-11.xml?"],
])("%s is none", (name) => {
  expect(sitemapOf(name)).toBeNull();
});

it("a month ends where the next begins, in UTC", () => {
  const [from, to] = [new Date("2026-12-01T00:00:00Z"), new Date("2027-01-01T00:00:00Z")];
  expect(monthOf(from)).toEqual({ month: "2026-12", from, to });
  expect(monthOf(new Date(to.getTime() - 1)).month).toBe("2026-12");
  expect(monthOf(to).month).toBe("2027-01");
});
