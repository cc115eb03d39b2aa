import { globSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { placesOf } from "#lib/page-cache/addresses";
import { isStandingPage } from "#newsroom/stories/published/standing-pages";
import { sitePages, standIns } from "./site-pages.ts";

const placeOf = placesOf({ pages: sitePages, hidden: Object.values(standIns), answersElsewhere: () => false });

/** The addresses of app/(site), written as the table writes them. */
const routes = globSync("app/(site)/**/{page.tsx,route.ts}").map((file) => {
  const segments = path.relative("app/(site)", path.dirname(file)).split(path.sep);
  return `/${segments.map((segment) => segment.replace(/^\[(\w+)\]$/, ":$1")).join("/")}`;
});

it("names every page of the site, or it would pass by the cache and keep its framework script", () => {
  expect(routes.length).toBeGreaterThan(5);
  const known = [...sitePages.map((page) => page.path), ...Object.values(standIns), "/[...unmatched]"];
  expect(routes.filter((route) => !known.includes(route))).toEqual([]);
});

it("has no fixed address that the newsroom would call a link to nowhere", () => {
  const fixed = sitePages.map((page) => page.path).filter((path) => !path.includes(":"));
  expect(fixed.filter((path) => !isStandingPage(path))).toEqual([]);
});

it("names no page that is not there", () => {
  const named = [...sitePages.map((page) => page.path), ...Object.values(standIns)];
  expect(named.filter((name) => !routes.includes(name))).toEqual([]);
});

it.each([
  ["/stories/a-village-votes", "page"],
  ["/ru/stories/golosovanie", "page"],
  ["/zh-hant/stories/a", "page"],
  ["/tags/csto?page=2", "page"],
  ["/api/rates", "page"],
  ["/stories/A-Village-Votes", "missing"],
  [`/stories/${"a".repeat(81)}`, "missing"],
  ["/tags/csto?page=0", "missing"],
  ["/tags/csto?page=two", "missing"],
  ["/wp-login.php", "missing"],
  ["/api/stories/presence", "missing"],
  ["/page-not-found", "missing"],
  ["/withdrawn", "missing"],
])("%s is %s", (url, is) => {
  expect(placeOf(url).is).toBe(is);
});
