import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BylineEntry } from "#newsroom/stories/published/cards";
import { Byline } from "./Byline.tsx";

const html = (byline: BylineEntry[]) => renderToStaticMarkup(<Byline byline={byline} language="en" />);

test("writers come first, joined as the language does, each with a page", () => {
  const byline: BylineEntry[] = [
    { name: "Ruslan", slug: null, part: "pictures" },
    { name: "Elena", slug: "elena", part: "words" },
    { name: "Nurlan", slug: "nurlan", part: "words" },
    { name: "A Stringer", slug: null, part: "words" },
  ];
  expect(html(byline)).toBe(
    '<p>By <a href="/authors/elena" rel="author">Elena</a>, <a href="/authors/nurlan" rel="author">Nurlan</a> and A Stringer</p>' +
      "<p>Pictures by Ruslan</p>",
  );
});

test("a story without names has no byline", () => {
  expect(html([])).toBe("");
});
