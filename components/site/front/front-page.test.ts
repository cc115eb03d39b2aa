import { expect, test } from "vitest";
import { frontPage } from "./front-page.ts";

const water = { slug: "water", name: "Water" };
const culture = { slug: "culture", name: "Culture" };
const sections = [water, culture];
const stories = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: i, section: i % 2 ? water : culture }));
const idsOf = ({
  splash,
  seconds,
  briefs,
  blocks,
}: ReturnType<typeof frontPage<{ id: number; section: typeof water }>>) =>
  [splash ? [splash] : [], seconds, briefs, ...blocks.map(({ lead, more }) => [lead, ...more])]
    .flat()
    .map(({ id }) => id);

test("an empty newsroom has an empty front", () => {
  expect(frontPage([], sections)).toEqual({ splash: null, seconds: [], briefs: [], blocks: [] });
});

test("the newest story is the splash", () => {
  expect(frontPage(stories(2), sections)).toMatchObject({
    splash: { id: 0 },
    seconds: [{ id: 1 }],
    briefs: [],
    blocks: [],
  });
});

test("no story stands twice", () => {
  const ids = idsOf(frontPage(stories(30), sections));
  expect(new Set(ids).size).toBe(ids.length);
});

test("blocks follow the order of the sections and leave out empty ones", () => {
  const { blocks } = frontPage(stories(16), [culture, { slug: "sport", name: "Sport" }, water]);
  expect(blocks.map(({ section }) => section.slug)).toEqual(["culture", "water"]);
  expect(blocks[0]).toMatchObject({ lead: { id: 8 }, more: [{ id: 10 }, { id: 12 }, { id: 14 }] });
});
