import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBody } from "#newsroom/body/schema";
import { profiles } from "./profiles.ts";
import { sections } from "./sections.ts";
import type { DemoStory } from "./shape.ts";
import { stories } from "./stories.ts";
import { tags } from "./tags.ts";

const live = stories.filter((story) => story.state === "live");
const carrying = (tag: DemoStory["tags"][number]) => live.filter((story) => story.tags.includes(tag));
const twice = (list: readonly string[]) => list.filter((entry, index) => list.indexOf(entry) !== index);

describe("the demo newsroom", () => {
  it("has thirty live stories, a draft, one in edit and one planned", () => {
    expect(live).toHaveLength(30);
    expect(stories.filter((story) => story.state === "draft")).toHaveLength(1);
    expect(stories.filter((story) => story.state === "edit")).toHaveLength(1);
    expect(stories.filter((story) => typeof story.state === "object")).toHaveLength(1);
    expect(stories).toHaveLength(33);
  });

  it("lists every file of the folder, under the slug it is named after", () => {
    const files = readdirSync(new URL("./stories/", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
    expect(stories.map((story) => story.slug).toSorted()).toEqual(files.toSorted());
  });

  it("names nothing twice", () => {
    expect(twice(stories.map((story) => story.slug))).toEqual([]);
    expect(twice(stories.map((story) => story.key))).toEqual([]);
    expect(twice(stories.map((story) => story.headline))).toEqual([]);
    for (const list of [sections, tags, profiles]) {
      expect(twice(list.map((entry) => entry.slug))).toEqual([]);
      expect(twice(list.map((entry) => entry.name))).toEqual([]);
    }
    for (const story of stories) {
      expect(twice(story.tags), story.slug).toEqual([]);
      expect(twice(story.byline), story.slug).toEqual([]);
    }
  });

  it("has a live story for every section, tag and profile", () => {
    for (const { slug } of sections)
      expect(
        live.some((story) => story.section === slug),
        slug,
      ).toBe(true);
    for (const { slug } of tags) expect(carrying(slug).length, slug).toBeGreaterThan(0);
    for (const { slug } of profiles)
      expect(
        live.some((story) => story.byline.includes(slug)),
        slug,
      ).toBe(true);
  });

  it("refers to no section, tag or profile that does not exist", () => {
    const known = { sections: sections.map(slugOf), tags: tags.map(slugOf), profiles: profiles.map(slugOf) };
    for (const story of stories) {
      expect(known.sections).toContain(story.section);
      expect(known.tags).toEqual(expect.arrayContaining([...story.tags]));
      expect(known.profiles).toEqual(expect.arrayContaining([...story.byline]));
    }
  });

  it("shows exactly four stories from the Tajik-Afghan border, all of them about Tajikistan", () => {
    expect(carrying("tajik-afghan-border")).toHaveLength(4);
    expect(stories.filter((story) => story.tags.includes("tajik-afghan-border"))).toHaveLength(4);
    for (const story of carrying("tajik-afghan-border")) expect(story.tags).toContain("tajikistan");
  });

  it("fills three pages of six with one tag, and has several stories under the tags that people look for", () => {
    expect(Math.max(...tags.map(({ slug }) => carrying(slug).length))).toBeGreaterThanOrEqual(13);
    for (const slug of ["csto", "refugees", "migration", "water", "energy"] as const)
      expect(carrying(slug).length, slug).toBeGreaterThanOrEqual(3);
    for (const kind of ["topic", "person", "place", "organisation", "series"] as const) {
      const several = tags.filter((tag) => tag.kind === kind && carrying(tag.slug).length >= 2);
      expect(several.length, kind).toBeGreaterThanOrEqual(2);
    }
  });

  it("has only bodies that the editor could have made", () => {
    for (const story of stories) expect(() => parseBody(story.body), story.slug).not.toThrow();
  });

  it("says nothing twice", () => {
    expect(
      twice(stories.flatMap((story) => story.body.content.map((block) => wordsOf(block))).filter(Boolean)),
    ).toEqual([]);
  });

  it("tells stories of many lengths, under headlines that fit", () => {
    const lengths = stories.map((story) => wordsOf(story.body).split(/\s+/).length);
    expect(Math.min(...lengths)).toBeLessThan(200);
    expect(Math.max(...lengths)).toBeGreaterThan(1_000);
    for (const { headline, slug } of stories) {
      expect(headline.length, slug).toBeGreaterThanOrEqual(40);
      expect(headline.length, slug).toBeLessThanOrEqual(90);
    }
  });
});

const slugOf = ({ slug }: { slug: string }): string => slug;

/** The words of a block and of all that is in it, in reading order. */
function wordsOf(node: object): string {
  if ("text" in node) return String(node.text);
  if (!("content" in node) || !Array.isArray(node.content)) return "";
  return node.content.map(wordsOf).join("type" in node && node.type === "doc" ? "\n" : "");
}
