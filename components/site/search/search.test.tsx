import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FoundStory, Search as Searched } from "#newsroom/search/published";
import { Search } from "./Search.tsx";

const paper = { name: "The Test Paper", zone: "Asia/Bishkek", language: "en" };
const story: FoundStory = {
  id: "1",
  slug: "apricots",
  language: "en",
  address: "/stories/apricots",
  kicker: null,
  headline: "Apricots of Batken",
  standfirst: "An orchard at night",
  teaser: null,
  section: null,
  byline: [],
  leadImage: null,
  publishedAt: new Date("2026-11-01T10:00:00Z"),
  updatedAt: null,
  snippet: [
    { text: "The ", isMarked: false },
    { text: "<b>orchards</b>", isMarked: true },
    { text: " are watered.", isMarked: false },
  ],
};
const answered = (wishes: object): Searched => ({
  is: "answered",
  asked: 'orchards "& more"',
  listing: { from: 1, to: 1, total: 1, page: 1, pages: 1, isCut: false, stories: [story] },
  tags: [],
  ...wishes,
});
const page = (search: Searched) => renderToStaticMarkup(<Search search={search} paper={paper} />);

it("marks the words that were found, as text", () => {
  expect(page(answered({}))).toMatch(/The <mark[^>]*>&lt;b&gt;orchards&lt;\/b&gt;<\/mark> are watered\./);
});

it("shows the standfirst where no word stands in the text", () => {
  const listing = { from: 1, to: 1, total: 1, page: 1, pages: 1, isCut: false, stories: [{ ...story, snippet: null }] };
  expect(page(answered({ listing }))).toContain("An orchard at night");
});

it("says again what was asked, and leads on with it", () => {
  const listing = { from: 1, to: 6, total: 13, page: 1, pages: 3, isCut: false, stories: [story] };
  const html = page(answered({ listing }));
  expect(html).toContain('value="orchards &quot;&amp; more&quot;"');
  expect(html).toContain('href="/search?q=orchards%20%22%26%20more%22&amp;page=2"');
  expect(html).toContain("Viewing results 1–6 of 13");
});

it("says honestly that it found nothing, or looked at the newest only", () => {
  const none = { from: 0, to: 0, total: 0, page: 1, pages: 1, isCut: false, stories: [] };
  const tags = [{ slug: "csto", name: "CSTO", kind: "organisation" }];
  const nothing = page(answered({ listing: none, tags }));
  expect(nothing).toContain("Nothing was found.");
  expect(nothing).toMatch(/Did you mean.*href="\/tags\/csto"/s);
  const many = { from: 1, to: 6, total: 600, page: 1, pages: 100, isCut: true, stories: [story] };
  expect(page(answered({ listing: many }))).toContain("More stories than 600 have this; these are the newest.");
});

it("is a form alone until something is asked, and says when a search took too long", () => {
  expect(page({ is: "unasked" })).toContain("“Quotes” keep words together");
  expect(page({ is: "busy", asked: "snow" })).toContain("Please try again in a moment");
});
