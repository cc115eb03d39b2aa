import { describe, expect, it } from "vitest";
import { placeAt, redirectEnd, redirectStart } from "./paths.ts";

const site = "https://paper.example";
const start = (written: string) => redirectStart(written, site);
const end = (written: string) => redirectEnd(written, site);

describe("a redirect starts at", () => {
  it.each([
    ["/about-us", "/about-us"],
    [" /about-us/ ", "/about-us"],
    ["/2019//05/./old.html", "/2019/05/old.html"],
    ["/жаңылык", "/%D0%B6%D0%B0%D2%A3%D1%8B%D0%BB%D1%8B%D0%BA"],
    ["/%d0%b6", "/%D0%B6"],
    ["/%61bout", "/about"],
    ["https://paper.example/old/page", "/old/page"],
    ["/desktop", "/desktop"],
  ])("%s as %s", (written, path) => expect(start(written)).toEqual({ ok: true, value: path }));

  it.each(
    [
      ...["", "about-us", "//evil.example/x", "/\\evil.example", "https://evil.example/x", "javascript:alert(1)"],
      ...["/", "/corrections", "/desk", "/desk/stories", "/Desk", "/api/rates", "/_next/x", "/sign-in", "/preview/x"],
      ...["/search", "/feed.xml", "/feed.json", "/sitemap.xml", "/sitemaps/news.xml", "/robots.txt"],
      ...["/old?page=2", "/old#there", "/a%00b", "/x/../desk", `/${"a".repeat(1_001)}`, "https://me@paper.example/x"],
    ].map((written) => [written]),
  )("and not at %s", (written) => expect(start(written)).toMatchObject({ ok: false }));
});

describe("a redirect leads to", () => {
  it.each([
    ["/stories/snow", "/stories/snow"],
    ["https://paper.example/", "/"],
    ["https://other.example/page?x=1#there", "https://other.example/page?x=1#there"],
    ["https://кыргыз.example", "https://xn--c1aihy8cc.example/"],
  ])("%s as %s", (written, target) => expect(end(written)).toMatchObject({ ok: true, value: target }));

  it.each([
    "",
    "stories/snow",
    "http://other.example/",
    "//other.example",
    "/\\other.example",
    "https://me:secret@other.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.example",
    "/desk",
    "/stories/snow?x=1",
  ])("and not to %s", (written) => expect(end(written)).toMatchObject({ ok: false }));
});

it.each([
  ["/", { kind: "standing" }],
  ["/feed.xml", { kind: "standing" }],
  ["/stories/snow", { kind: "story", language: null, slug: "snow" }],
  ["/ky/stories/kar", { kind: "story", language: "ky", slug: "kar" }],
  ["/sections/security", { kind: "section", slug: "security", feed: "" }],
  ["/tags/csto", { kind: "tag", slug: "csto", feed: "" }],
  ["/authors/elena-kim", { kind: "author", slug: "elena-kim", feed: "" }],
  ["/tags/csto/feed.atom", { kind: "tag", slug: "csto", feed: "/feed.atom" }],
  ["/tags/csto/feed", { kind: "other" }],
  ["/stories/snow/feed.xml", { kind: "other" }],
  ["/stories", { kind: "other" }],
  ["/stories/Snow", { kind: "other" }],
  ["/a/b/c/d", { kind: "other" }],
  ["/old.html", { kind: "other" }],
])("%s names a page", (path, place) => expect(placeAt(path)).toEqual(place));
