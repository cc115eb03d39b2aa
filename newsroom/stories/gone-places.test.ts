import { describe, expect, it } from "vitest";
import { linkIn, lookedAt, mostPagesLookedAt, placesIn } from "./gone-places.ts";

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
    expect(linkIn(inText, addresses, "https://paper.example", true)).toBeNull();
    const switched = `${inText}<a href="/stories/pass" hreflang="en">English</a>`;
    expect(linkIn(switched, addresses, "https://paper.example", true)).toBe("/stories/pass");
  });
});

it("the places of a story are its addresses, the lists that named it, and its translations", () => {
  const payload = { addresses: ["en/pass", "ky/ashuu"], sections: ["security"], tags: ["snow"], authors: ["aida"] };
  expect(placesIn(payload, ["/ru/stories/pereval"], "en")).toEqual({
    addresses: ["/stories/pass", "/ky/stories/ashuu"],
    pages: ["/", "/sections/security", "/tags/snow", "/authors/aida", "/corrections"],
    translations: ["/ru/stories/pereval"],
  });
});

it("of the pages only so many are looked at", () => {
  const tags = Array.from({ length: 40 }, (_, n) => `t${n}`);
  const places = lookedAt(placesIn({ addresses: ["en/pass"], tags }, ["/ru/stories/pereval"], "en"));
  expect(places.pages).toHaveLength(mostPagesLookedAt);
  expect(places.translations).toEqual([]);
  expect(places.addresses).toEqual(["/stories/pass"]);
});
