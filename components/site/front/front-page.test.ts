import { expect, test } from "vitest";
import { frontPage } from "./front-page.ts";

const water = { slug: "water", name: "Water" };
const culture = { slug: "culture", name: "Culture" };
const sections = [water, culture];
const story = (id: number) => ({ id, section: id % 2 ? water : culture });
const stories = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => story(from + i));

test("an empty newsroom has an empty front", () => {
  const top = Array.from({ length: 8 }, () => null);
  expect(frontPage({ top, rest: [] }, sections)).toEqual({ splash: null, seconds: [], briefs: [], blocks: [] });
});

test("the places on top are splash, two seconds and the briefs, in their order", () => {
  const { splash, seconds, briefs } = frontPage({ top: stories(0, 8), rest: [] }, sections);
  expect(splash?.id).toBe(0);
  expect(seconds.map(({ id }) => id)).toEqual([1, 2]);
  expect(briefs.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7]);
});

test("a place without a story leaves no gap", () => {
  const { splash, seconds, briefs } = frontPage({ top: [null, story(4), null, story(5)], rest: [] }, sections);
  expect([splash?.id, seconds.map(({ id }) => id), briefs]).toEqual([4, [5], []]);
});

test("blocks follow the order of the sections and leave out empty ones", () => {
  const sport = { slug: "sport", name: "Sport" };
  const { blocks } = frontPage({ top: stories(0, 8), rest: stories(8, 16) }, [culture, sport, water]);
  expect(blocks.map(({ section }) => section.slug)).toEqual(["culture", "water"]);
  expect(blocks[0]).toMatchObject({ lead: { id: 8 }, more: [{ id: 10 }, { id: 12 }, { id: 14 }] });
});
