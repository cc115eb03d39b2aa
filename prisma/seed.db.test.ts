import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { currentRates } from "#newsroom/rates/published";
import { foundNewsroom } from "#newsroom/settings/commands";
import { createStory } from "#newsroom/stories/commands/create-story";
import { publishedStory } from "#newsroom/stories/published";
import { authorListing, newestStories, sectionListing, tagListing } from "#newsroom/stories/published/lists";
import { menuSections } from "#newsroom/stories/published/newsroom";
import { removeDemo } from "#newsroom/transfer/remove-demo";
import "#newsroom/wiring";
import { sections } from "./demo/sections.ts";
import { emptyNewsroom } from "./demo/testing.ts";
import { seedDemo } from "./seed.ts";

const program = system("test");
const now = new Date("2026-11-23T12:00:00Z");

beforeAll(() => foundNewsroom(program, { name: "The Test", zone: "Asia/Bishkek", language: "en" }));

describe("a seeded newsroom", () => {
  beforeAll(async () => {
    await seedDemo(now);
  });

  it("has thirty live stories, and one each in the drafts, in edit and on a plan, and three ideas", async () => {
    const count = (where: object) => deskDb().story.count({ where });
    expect(await count({ publication: "live" })).toBe(30);
    expect(await count({ publication: "unpublished", stage: "draft" })).toBe(1);
    expect(await count({ publication: "unpublished", stage: "edit" })).toBe(1);
    expect(await count({ publication: "unpublished", stage: "idea" })).toBe(3);
    const plans = await deskDb().plan.findMany();
    expect(plans).toMatchObject([
      { verb: "publish", at: new Date("2026-11-25T01:00:00Z"), doneAt: null, zone: "Asia/Bishkek" },
    ]);
  });

  it("dates its stories by when they were published, not by when they were seeded", async () => {
    const story = await publishedStory("csto-arms-for-the-tajik-afghan-border-from-2026");
    expect(story?.publishedAt).toEqual(new Date("2025-05-19T11:40:00Z"));
    expect(story?.updatedAt).toBeNull();
    const [newest] = await newestStories(1);
    expect(newest).toMatchObject({ slug: "the-lid-on-bishkek", publishedAt: new Date("2026-11-22T01:20:00Z") });
    expect(await deskDb().event.count({ where: { at: { gt: now } } })).toBe(0);
  });

  it("fills the readers' pages: menu, sections, tags, authors", async () => {
    expect(await menuSections()).toEqual(sections.map(({ slug, name }) => ({ slug, name })));
    expect((await tagListing("tajik-afghan-border", 1))?.listing).toMatchObject({ from: 1, to: 4, total: 4, pages: 1 });
    expect((await tagListing("kyrgyzstan", 3))?.listing).toMatchObject({ from: 13, page: 3 });
    expect((await sectionListing("sport", 1))?.listing.total).toBe(2);
    expect((await authorListing("firuz-nazarzoda", 1))?.profile.name).toBe("Firuz Nazarzoda");
  });

  it("has the rates of a recorded day in its strip, dated so", async () => {
    expect(
      (await currentRates(now))?.map(({ pair, value, effectiveDate, stale }) => [pair, value, effectiveDate, stale]),
    ).toEqual([
      ["KGS/USD", "0.01143", "2026-09-29", true],
      ["KZT/USD", "0.00227", "2026-09-29", true],
      ["TJS/USD", "0.10831", "2026-09-29", true],
      ["UZS/USD", "0.0000848", "2026-09-29", true],
      ["TMT/USD", "0.28573", "2026-09-29", true],
    ]);
  });

  it("is not seeded twice", async () => {
    const changed = () =>
      deskDb().story.findMany({ orderBy: { id: "asc" }, select: { id: true, version: true, changedAt: true } });
    const before = await changed();
    expect(await seedDemo(new Date("2027-01-01T00:00:00Z"))).toBe(0);
    expect(await changed()).toEqual(before);
  });

  it("is not touched where people have taken a story over", async () => {
    const draft = await deskDb().story.findFirstOrThrow({ where: { publication: "unpublished", stage: "edit" } });
    await deskDb().story.update({ where: { id: draft.id }, data: { stage: "draft", version: { increment: 1 } } });
    expect(await seedDemo(now)).toBe(0);
  });
});

describe("seeding", () => {
  beforeEach(emptyNewsroom);

  it("goes on where it was cut short", async () => {
    const stop = 20;
    let said = 0;
    const cut = seedDemo(now, () => {
      if (++said === stop) throw new Error("killed");
    });
    await expect(cut).rejects.toThrow("killed");
    expect(await seedDemo(now)).toBe(33 + 3 - stop);
    expect(await deskDb().story.count({ where: { publication: "live" } })).toBe(30);
    expect(await deskDb().plan.count()).toBe(1);
  });

  it("leaves a newsroom alone that has a story of its own", async () => {
    await createStory(program, { id: newId() }, { now });
    expect(await seedDemo(now)).toBe(0);
    expect(await deskDb().story.count()).toBe(1);
    expect(await deskDb().tag.count()).toBe(0);
  });

  it("does not come back once the demo was removed", async () => {
    await seedDemo(now);
    await removeDemo(program, {}, { now });
    expect(await seedDemo(now)).toBe(0);
    expect(await deskDb().story.count()).toBe(0);
  });
});
