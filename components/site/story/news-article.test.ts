import { expect, test } from "vitest";
import type { LeadImage } from "#newsroom/media/schema";
import type { StoryNote } from "#newsroom/stories/published";
import { newsArticle, scriptJson } from "./news-article.ts";

const paper = { name: "Chapar", zone: "Asia/Bishkek", language: "en" };
const story = {
  address: "/stories/water",
  headline: "Water",
  standfirst: "Less of it.",
  teaser: null,
  language: "en",
  section: { slug: "economy", name: "Economy" },
  tags: [{ slug: "water", name: "Water", kind: "topic" as const }],
  byline: [
    { name: "Elena Kim", slug: "elena-kim", part: "words" as const },
    { name: "A Stringer", slug: null, part: "words" as const },
    { name: "Ruslan Akmatov", slug: "ruslan-akmatov", part: "pictures" as const },
  ],
  publishedAt: new Date("2025-05-18T12:00:00Z"),
  updatedAt: null as Date | null,
  leadImage: null as LeadImage | null,
  wordCount: 612,
  notes: [] as StoryNote[],
};

test("addresses are absolute and dates carry the newsroom's offset", () => {
  expect(newsArticle(story, paper, "https://paper.example")).toMatchObject({
    mainEntityOfPage: "https://paper.example/stories/water",
    headline: "Water",
    datePublished: "2025-05-18T18:00:00+06:00",
    dateModified: "2025-05-18T18:00:00+06:00",
    publisher: { name: "Chapar", url: "https://paper.example/" },
  });
});

test("an updated story says when", () => {
  const updated = { ...story, updatedAt: new Date("2025-05-19T03:30:00Z") };
  expect(newsArticle(updated, paper, "https://paper.example").dateModified).toBe("2025-05-19T09:30:00+06:00");
});

test("a corrected story says what was put right, and when", () => {
  const at = new Date("2025-05-19T03:30:00Z");
  const note = { id: "1", kind: "correction" as const, note: "It was the Naryn.", place: "top" as const, at };
  expect(newsArticle({ ...story, notes: [note] }, paper, "https://paper.example").correction).toEqual([
    { "@type": "CorrectionComment", text: "It was the Naryn.", datePublished: "2025-05-19T09:30:00+06:00" },
  ]);
  expect(newsArticle(story, paper, "https://paper.example").correction).toBeUndefined();
});

test("a story with a lead image says where it is and who made it", () => {
  const leadImage = {
    ...{ pictureId: "a", width: 3_200, height: 2_000, altText: "Snow", caption: "The pass.", credit: "Aida Bekova" },
    focalPoint: null,
  };
  expect(newsArticle({ ...story, leadImage }, paper, "https://paper.example").image).toEqual([
    {
      "@type": "ImageObject",
      url: "https://paper.example/media/a/1600.jpg",
      width: 1_600,
      height: 1_000,
      caption: "The pass.",
      creditText: "Aida Bekova",
    },
  ]);
  expect(newsArticle(story, paper, "https://paper.example").image).toBeUndefined();
});

test("authors are who wrote it, one bare name each", () => {
  expect(newsArticle(story, paper, "https://paper.example").author).toEqual([
    { "@type": "Person", name: "Elena Kim", url: "https://paper.example/authors/elena-kim" },
    { "@type": "Person", name: "A Stringer", url: undefined },
  ]);
});

test("nothing in the data can leave its script element", () => {
  const text = "</script><script>alert(1)</script>\u2028\u2029<!--";
  const json = scriptJson({ text });
  expect(json).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual({ text });
});
