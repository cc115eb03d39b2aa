import fc from "fast-check";
import sax from "sax";
import { describe, expect, it } from "vitest";
import { sayable } from "#lib/xml";
import { body, p } from "#newsroom/body/testing";
import { noRates } from "#newsroom/rates/schema";
import type { FeedEntry, FeedStory } from "#newsroom/stories/published/feeds";
import { newsArticle } from "../story/news-article.ts";
import { atom } from "./atom.ts";
import { feedOf } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

const paper = { name: "The Paper", zone: "Asia/Bishkek", language: "en" };
const siteUrl = "https://paper.example";
const story: FeedStory = {
  id: "019a0000-0000-7000-8000-000000000001",
  revisionId: "019a0000-0000-7000-8000-000000000002",
  slug: "water",
  address: "/stories/water",
  language: "en",
  kicker: null,
  headline: "Water",
  standfirst: "Less of it.",
  teaser: null,
  dateline: "NARYN",
  section: { slug: "economy", name: "Economy" },
  tags: [{ slug: "water", name: "Water & power", kind: "topic" }],
  byline: [
    { name: "Elena Kim", slug: "elena-kim", part: "words" },
    { name: "A Stringer", slug: null, part: "words" },
    { name: "Ruslan Akmatov", slug: "ruslan-akmatov", part: "pictures" },
  ],
  leadImage: null,
  publishedAt: new Date("2025-05-18T12:00:00.700Z"),
  updatedAt: null,
  wordCount: 3,
  body: body(p("The river is low.")),
  notes: [],
};
const corrected: Partial<FeedStory> = {
  updatedAt: new Date("2025-05-19T03:30:00Z"),
  notes: [
    {
      id: "1",
      kind: "correction",
      note: "It was the Naryn.\n\nWe regret it.",
      place: "top",
      at: new Date("2025-05-19T03:30:00Z"),
    },
  ],
};
const retraction = {
  id: story.id,
  language: "en",
  notice: "It does not stand.",
  publishedAt: story.publishedAt,
  at: new Date("2025-05-20T00:00:00Z"),
};

const live = (changes: Partial<FeedStory> = {}): FeedEntry => ({ state: "live", story: { ...story, ...changes } });
const feed = (...entries: FeedEntry[]) =>
  feedOf({ found: { title: null, description: null, entries }, path: "/", paper, siteUrl, ratesOf: () => noRates });

/** What a strict parser reads: the text of each element that has no other in it, by its name. */
function texts(document: string): [string, string][] {
  const parser = sax.parser(true, { xmlns: true });
  const found: [string, string][] = [];
  let text = "";
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = () => {
    text = "";
  };
  parser.ontext = (part) => {
    text += part;
  };
  parser.onclosetag = (name) => {
    if (text !== "") found.push([name, text]);
    text = "";
  };
  parser.write(document).close();
  return found;
}
const named = (document: string, name: string) =>
  texts(document)
    .filter(([one]) => one === name)
    .map(([, text]) => text);

describe("an item", () => {
  it("has the story whole, with whole addresses, who wrote it and where it belongs", () => {
    expect(feed(live()).items).toEqual([
      {
        id: "urn:uuid:019a0000-0000-7000-8000-000000000001",
        language: "en",
        title: "Water",
        url: "https://paper.example/stories/water",
        summary: "Less of it.",
        content: '<div lang="en" dir="ltr"><p><span>NARYN</span><span> — </span>The river is low.</p></div>',
        authors: [
          { name: "Elena Kim", url: "https://paper.example/authors/elena-kim" },
          { name: "A Stringer", url: null },
        ],
        categories: ["Economy", "Water & power"],
        published: { at: story.publishedAt, iso: "2025-05-18T18:00:00+06:00" },
        updated: { at: story.publishedAt, iso: "2025-05-18T18:00:00+06:00" },
      },
    ]);
  });

  it("keeps its id when its address changes", () => {
    const [before, after] = feed(live(), live({ slug: "the-river", address: "/stories/the-river" })).items;
    expect(after?.url).not.toBe(before?.url);
    expect(after?.id).toBe(before?.id);
  });

  it("of a corrected story begins with the note and its date, and was changed then", () => {
    const [item] = feed(live(corrected)).items;
    expect(item?.content).toMatch(
      /^<div lang="en" dir="ltr"><blockquote>.*It was the Naryn.*<\/blockquote>.*river is low/s,
    );
    expect(item?.content).toContain("<strong>Correction</strong>");
    expect(item?.content).toContain(
      '<time datetime="2025-05-19T09:30:00+06:00">19 May 2025, 09:30</time> Bishkek time',
    );
    expect(item?.content).toContain("<p>We regret it.</p>");
    expect(item?.updated.iso).toBe("2025-05-19T09:30:00+06:00");
  });

  it("has a note that stands below the text there", () => {
    const notes = (corrected.notes ?? []).map((note) => ({ ...note, place: "bottom" as const }));
    expect(feed(live({ notes })).items[0]?.content).toMatch(/river is low.*It was the Naryn/s);
  });

  it("of a retracted story is the notice under the same id, with none of its words nor its address", () => {
    const found = feed({ state: "retracted", retraction });
    const [item] = found.items;
    expect(item).toMatchObject({ id: feed(live()).items[0]?.id, title: "This story has been retracted", url: null });
    expect(item?.content).toContain("It does not stand.");
    expect(item?.updated.iso).toBe("2025-05-20T06:00:00+06:00");
    for (const write of [rss, atom, jsonFeed]) expect(write(found)).not.toMatch(/water|river|Less/i);
  });

  it("of another language says so, and which way it is read", () => {
    const found = feed(live({ language: "fa", headline: "آب" }));
    expect(found.items[0]?.content).toMatch(/^<div lang="fa" dir="rtl">/);
    expect(rss(found)).toContain("<dc:language>fa</dc:language>");
    expect(atom(found)).toContain('<entry xml:lang="fa">');
    expect(JSON.parse(jsonFeed(found)).items[0].language).toBe("fa");
  });

  it("of one of the longest stories leads to it", () => {
    const content = feed(live({ wordCount: 20_001, ...corrected })).items[0]?.content;
    expect(content).toContain('<a href="https://paper.example/stories/water">Read this long story at The Paper</a>');
    expect(content).toContain("It was the Naryn.");
    expect(content).not.toContain("river is low");
  });
});

describe("one instant everywhere", () => {
  it("in the page's data and in all three forms", () => {
    const found = feed(live(corrected));
    const data = newsArticle({ ...story, ...corrected }, paper, siteUrl);
    const [published, modified] = [data.datePublished, data.dateModified];
    expect(JSON.parse(jsonFeed(found)).items[0]).toMatchObject({ date_published: published, date_modified: modified });
    expect(named(atom(found), "published")).toEqual([published]);
    expect(named(atom(found), "updated")).toEqual([modified, modified]);
    expect(named(rss(found), "atom:updated")).toEqual([modified]);
    const seconds = (date: string) => Math.floor(new Date(date).getTime() / 1_000);
    expect(named(rss(found), "pubDate")).toEqual(["Sun, 18 May 2025 12:00:00 GMT"]);
    expect(named(rss(found), "pubDate").map(seconds)).toEqual([seconds(published)]);
    expect(data.correction).toMatchObject([{ datePublished: modified }]);
  });

  it("a feed was changed when the newest change in it was made, not when it was asked for", () => {
    const found = feed(live({ publishedAt: new Date("2025-05-18T13:00:00Z") }), live(corrected));
    expect(named(atom(found), "updated")[0]).toBe("2025-05-19T09:30:00+06:00");
    expect(named(rss(found), "lastBuildDate")).toEqual(["Mon, 19 May 2025 03:30:00 GMT"]);
  });

  it("a feed without items is a feed", () => {
    expect(named(atom(feed()), "updated")).toEqual(["1970-01-01T00:00:00Z"]);
    expect(named(rss(feed()), "lastBuildDate")).toEqual([]);
    expect(JSON.parse(jsonFeed(feed())).items).toEqual([]);
  });
});

it("names itself, its page and its story by whole addresses", () => {
  const found = feedOf({
    found: { title: "Economy", description: null, entries: [live()] },
    path: "/sections/economy",
    paper,
    siteUrl,
    ratesOf: () => noRates,
  });
  expect(named(rss(found), "title")).toEqual(["Economy – The Paper", "Water"]);
  expect(rss(found)).toContain(
    '<atom:link rel="self" type="application/rss+xml" href="https://paper.example/sections/economy/feed.xml">',
  );
  expect(rss(found)).toContain('<guid isPermaLink="false">urn:uuid:');
  expect(named(rss(found), "dc:creator")).toEqual(["Elena Kim", "A Stringer"]);
  expect(atom(found)).toContain('href="https://paper.example/sections/economy/feed.atom"');
  expect(JSON.parse(jsonFeed(found))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    home_page_url: "https://paper.example/sections/economy",
    feed_url: "https://paper.example/sections/economy/feed.json",
    items: [{ authors: [{ name: "Elena Kim" }, { name: "A Stringer" }], tags: ["Economy", "Water & power"] }],
  });
  for (const write of [rss, atom, jsonFeed]) expect(write(found)).not.toMatch(/(href|src)=(["']|&#34;)\//);
});

it.each([
  "Bread & <b>water</b> ]]> &amp;",
  "one\u000btwo\u0000three",
  "half \ud83d face",
  "\u202eآب و برق\u202c",
  "<!--<script>alert(1)</script>",
])("whatever words hold, every form is well-formed and gives them back: %j", (words) => {
  const found = feed(live({ headline: words, standfirst: words, body: body(p(words)), tags: [] }));
  const said = sayable(words);
  expect(named(rss(found), "title")).toContain(said);
  expect(named(atom(found), "title")).toContain(said);
  expect(named(atom(found), "summary")).toEqual([said]);
  const [item] = JSON.parse(jsonFeed(found)).items;
  expect([item.title, item.summary]).toEqual([said, said]);
  // In HTML, markup that somebody typed is text.
  for (const html of [item.content_html, ...named(rss(found), "description"), ...named(rss(found), "content:encoded")])
    expect(html).not.toMatch(/<(b|script|!--)/);
});

it("is well-formed for any words", () => {
  const unit = fc.oneof(fc.nat(0xff), fc.integer({ min: 0xd7f0, max: 0xe00f }), fc.nat(0xffff));
  const text = fc.array(unit, { minLength: 1, maxLength: 20 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const found = feed(
        live({
          headline: one,
          standfirst: other,
          tags: [{ slug: "a", name: one, kind: "topic" }],
          byline: [{ name: other, slug: null, part: "words" }],
        }),
        { state: "retracted", retraction: { ...retraction, notice: one } },
      );
      for (const write of [rss, atom]) expect(() => texts(write(found))).not.toThrow();
      expect(() => JSON.parse(jsonFeed(found))).not.toThrow();
    }),
    { numRuns: 30 },
  );
});
