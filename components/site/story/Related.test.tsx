import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { linkIn } from "#newsroom/stories/proofs/gone-places";
import type { LiveCard } from "#newsroom/stories/published/cards";
import { Related } from "./Related.tsx";

const paper = { name: "The Paper", language: "en", zone: "UTC" };
const story: LiveCard = {
  id: "one",
  slug: "pass",
  language: "en",
  address: "/stories/pass",
  kicker: null,
  headline: "Snow closes the pass",
  standfirst: null,
  teaser: null,
  section: null,
  byline: [],
  publishedAt: new Date(0),
  updatedAt: null,
  leadImage: null,
};

it("is found by whoever proves that a story is gone from there", () => {
  const html = renderToStaticMarkup(<Related stories={[story]} paper={paper} />);
  expect(linkIn(html, ["/stories/pass"], "https://paper.example", "related")).toBe("/stories/pass");
});
