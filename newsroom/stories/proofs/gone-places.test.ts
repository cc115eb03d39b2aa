import { describe, expect, it } from "vitest";
import { entryIn, linkIn, lookedAt, mostPlacesLookedAt, placesIn } from "./gone-places.ts";

describe("a page", () => {
  const addresses = ["/stories/pass", "/stories/old-pass"];
  it.each([
    ['<a href="/stories/pass">Snow</a>', "/stories/pass"],
    ['<A class="card" HREF="/stories/old-pass#log">Snow</A>', "/stories/old-pass"],
    ['<link rel="canonical" href="https://paper.example/stories/pass?x=1"/>', "/stories/pass"],
    ['<a href="/ky/stories/pass">in another language</a>', null],
    ['<a href="/stories/pass-2">another</a>', null],
    ['<a href="https://other.example/stories/pass">another paper</a>', null],
    ['<meta content="/stories/pass"/>', null],
    ["", null],
  ])("%s links to %s", (html, found) => {
    expect(linkIn(html, addresses, "https://paper.example")).toBe(found);
  });

  it("of a translation links by its languages; what stands in its text is its own", () => {
    const inText = '<a href="/stories/pass">as we wrote</a>';
    expect(linkIn(inText, addresses, "https://paper.example", "translation")).toBeNull();
    const switched = `${inText}<a href="/stories/pass" hreflang="en">English</a>`;
    expect(linkIn(switched, addresses, "https://paper.example", "translation")).toBe("/stories/pass");
  });

  it("of another story links by what it shows as related; what stands in its text is its own", () => {
    const link = '<a href="/stories/pass">as we wrote</a>';
    const page = (related: string) =>
      `<article>${link}</article><aside class="r" aria-labelledby="related">\n${related}</aside><footer>${link}</footer>`;
    const seen = (html: string) => linkIn(html, addresses, "https://paper.example", "related");
    expect([seen(page("")), seen(link), seen(page(link))]).toEqual([null, null, "/stories/pass"]);
  });
});

describe("a feed or a sitemap", () => {
  const addresses = ["/stories/pass"];
  it.each([
    ["<item><link>https://paper.example/stories/pass</link></item>", "/stories/pass"],
    ['<entry><link rel="alternate" href="https://paper.example/stories/pass"></link></entry>', "/stories/pass"],
    ["<url><loc>https://paper.example/stories/pass</loc></url>", "/stories/pass"],
    ['<xhtml:link rel="alternate" href="https://paper.example/stories/pass"></xhtml:link>', "/stories/pass"],
    [JSON.stringify({ items: [{ url: "https://paper.example/stories/pass" }] }), "/stories/pass"],
    [JSON.stringify({ suggestions: [{ name: "Snow", address: "/stories/pass" }] }), "/stories/pass"],
    [JSON.stringify({ suggestions: [{ name: '"address":"/stories/pass"', address: "/tags/snow" }] }), null],
    ["<item><link>https://paper.example/stories/pass-2</link></item>", null],
    ["<loc>https://paper.example/ky/stories/pass</loc>", null],
    ["<content>&#60;link>https://paper.example/stories/pass&#60;/link></content>", null],
    [JSON.stringify({ content_html: '<a href="/stories/pass">as we wrote</a>, "url":"/stories/pass"' }), null],
    ["", null],
  ])("%s has an entry of %s", (file, found) => {
    expect(entryIn(file, addresses)).toBe(found);
  });
});

const around = {
  newsroomLanguage: "en",
  headline: "Snow on the pass",
  related: ["/stories/avalanche"],
  translations: ["/ru/stories/pereval"],
  sitemaps: ["/sitemaps/stories-2026-11.xml"],
  pictures: ["/media/p/480.webp"],
};

it("the places of a story are its addresses, what listed it, its translations and its pictures", () => {
  const payload = { addresses: ["en/pass", "ky/ashuu"], sections: ["security"], tags: ["snow"], authors: ["aida"] };
  const { addresses, others } = placesIn(payload, around);
  expect(addresses).toEqual(["/stories/pass", "/ky/stories/ashuu"]);
  const lists = ["", "/sections/security", "/tags/snow", "/authors/aida"];
  expect(others.map(({ address, as }) => `${as} ${address}`)).toEqual([
    ...["page /", "page /sections/security", "page /tags/snow", "page /authors/aida", "page /corrections"],
    "page /search?q=Snow%20on%20the%20pass",
    ...["translation /ru/stories/pereval", "related /stories/avalanche", "picture /media/p/480.webp"],
    "file /api/suggest?q=Snow%20on%20the%20pass",
    ...["file /sitemaps/news.xml", "file /sitemaps/stories-2026-11.xml"],
    ...["xml", "atom", "json"].flatMap((form) => lists.map((list) => `file ${list}/feed.${form}`)),
  ]);
});

it.each([
  ['"Snow" -- or -ice on the 3.5-km pass', "Snow ice on the 3.5-km pass"],
  ["Жол жабык", "Жол жабык"],
  ['"-"', null],
  [null, null],
])("search is asked for the words of %j as words, and nothing where there are none", (headline, asked) => {
  const { others } = placesIn({ addresses: [] }, { ...around, headline });
  const questions = others.flatMap(({ address }) => new URL(address, "http://here").searchParams.get("q") ?? []);
  expect(questions).toEqual(asked === null ? [] : [asked, asked]);
});

it("of the other places only so many are looked at", () => {
  const tags = Array.from({ length: 60 }, (_, n) => `t${n}`);
  const places = lookedAt(placesIn({ addresses: ["en/pass"], tags }, around));
  expect(places.others).toHaveLength(mostPlacesLookedAt);
  expect(places.addresses).toEqual(["/stories/pass"]);
});
