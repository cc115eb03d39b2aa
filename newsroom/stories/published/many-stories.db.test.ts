import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { deskDb } from "#lib/db/desk";
import { newId } from "../../kernel/ids.ts";
import { isPictureLive } from "../../media/published.ts";
import { storyAtAddress } from "../published.ts";
import { authorFeed, sectionFeed, siteFeed, tagFeed } from "./feeds.ts";
import { authorListing, newestStories, noteListing, sectionListing, tagListing } from "./lists.ts";
import { menuSections } from "./newsroom.ts";
import { storiesIn, storiesInTheNews } from "./sitemaps.ts";
import { movedTag } from "./tags.ts";
import { aPaperWithSecrets, theReadersLogin } from "./testing.ts";

let readers: Awaited<ReturnType<typeof theReadersLogin>>;
let liveId: string;
beforeAll(async () => {
  ({ liveId } = await aPaperWithSecrets());
  readers = await theReadersLogin();
});
afterAll(() => readers.close());

const ask = (sql: string, values?: unknown[]) => readers.ask(sql, values);

const slugOf = async (id: string) => (await deskDb().liveStory.findUniqueOrThrow({ where: { id } })).slug;

describe("with 3,000 live stories, each list of the readers' door", () => {
  beforeAll(async () => {
    const ids = Array.from({ length: 3_000 }, () => newId());
    await deskDb().liveSection.upsert({
      where: { slug: "security" },
      create: { slug: "security", name: "Security", position: 1 },
      update: {},
    });
    const numbers = ids.map((_, n) => n);
    await deskDb().liveTag.createMany({
      data: ["many", ...numbers.map((n) => `tag-${n}`)].map((slug) => ({ slug, name: slug, kind: "topic" as const })),
      skipDuplicates: true,
    });
    await deskDb().liveProfile.createMany({
      data: ["who", ...numbers.map((n) => `author-${n}`)].map((slug) => ({ slug, name: slug })),
      skipDuplicates: true,
    });
    await deskDb().liveTagLabel.createMany({
      data: numbers.map((n) => ({ tagSlug: `tag-${n}`, language: "en", name: `Tag ${n}` })),
    });
    await deskDb().liveTagAlias.createMany({
      data: numbers.map((n) => ({ slug: `alias-${n}`, tagSlug: n === 700 ? "many" : `tag-${n}` })),
    });
    await deskDb().goneAddress.createMany({
      data: numbers.map((n) => ({ language: "en", slug: `gone-${n}`, status: 410 })),
    });
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000);
    await deskDb().liveStory.createMany({
      data: ids.map((id, n) => ({
        id,
        revisionId: id,
        language: n % 9 === 0 ? "ky" : "en",
        slug: `story-${n}`,
        translationGroupId: id,
        headline: `Story ${n}`,
        body: { type: "doc", content: [{ type: "paragraph" }] },
        text: "",
        wordCount: 0,
        sectionSlug: n % 7 === 0 ? "security" : "culture",
        publishedAt: at(n),
      })),
    });
    await deskDb().liveCorrection.createMany({
      data: ids.map((storyId, n) => ({ id: storyId, storyId, kind: "typo", note: "x", place: "top", at: at(n) })),
    });
    await deskDb().liveChange.createMany({
      data: ids.map((storyId, n) => ({ id: storyId, storyId, at: at(n), difference: {} })),
    });
    await deskDb().liveRedirect.createMany({
      data: ids.map((storyId, n) => ({ language: "en", slug: `former-${n}`, storyId })),
    });
    await deskDb().liveStoryTag.createMany({
      data: ids.map((storyId, n) => ({
        storyId,
        tagSlug: n % 5 === 0 ? "many" : "csto",
        position: 0,
        publishedAt: at(n),
      })),
    });
    await deskDb().liveByline.createMany({
      data: ids.map((storyId, n) => ({
        storyId,
        position: 0,
        name: "Who",
        profileSlug: n % 5 === 0 ? "who" : "other",
        part: "words" as const,
        publishedAt: at(n),
      })),
    });
    await deskDb().retractedAddress.createMany({
      data: ids.map((storyId, n) => {
        const retracted = { storyId, notice: "It does not stand.", at: at(n), publishedAt: at(n) };
        return { ...retracted, language: "en", slug: `retracted-${n}`, sectionSlug: n % 2 === 0 ? "security" : null };
      }),
    });
    await deskDb().liveStoryPicture.createMany({ data: ids.map((id) => ({ storyId: id, pictureId: id })) });
    const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await owner.connect();
    await owner.query("vacuum analyze");
    await owner.end();
  });

  /** What the readers' client sends to the database meanwhile. */
  async function sentBy(work: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
    const sent: { text: string; values: unknown[] }[] = [];
    const query = vi.spyOn(pg.Client.prototype, "query");
    await work().finally(() => {
      for (const [statement] of query.mock.calls as unknown as [string | { text: string; values?: unknown[] }][])
        if (typeof statement === "object" && /^\s*select/i.test(statement.text))
          sent.push({ text: statement.text, values: statement.values ?? [] });
      query.mockRestore();
    });
    return sent;
  }

  /** As many as a newsroom has in all its years, or one: of these the planner rightly reads all. */
  const few = ["Newsroom", "LiveSection", "LiveCount", "RetractedAddress"];

  it.each<[string, () => Promise<unknown>, number]>([
    ["front", () => newestStories(30), 3],
    ["section's", () => sectionListing("security", 11), 4],
    ["tag's", () => tagListing("many", 11), 5],
    ["author's", () => authorListing("who", 11), 4],
    ["corrections", () => noteListing(11), 4],
    ["story's", async () => storyAtAddress(await slugOf(liveId)), 8],
    ["moved story's", () => storyAtAddress("former-700"), 4],
    ["retracted story's", () => storyAtAddress("retracted-700"), 4],
    ["killed story's", () => storyAtAddress("gone-700"), 4],
    ["moved tag's", () => movedTag("alias-700"), 1],
    ["menu", () => menuSections(), 1],
    ["picture", () => isPictureLive(liveId), 1],
    ["feed", () => siteFeed(), 3],
    ["section's feed", () => sectionFeed("security"), 3],
    ["tag's feed", () => tagFeed("many"), 3],
    ["author's feed", () => authorFeed("who"), 3],
    ["news sitemap", () => storiesInTheNews(new Date(Date.UTC(2026, 0, 4))), 2],
    ["sitemap", () => storiesIn({ month: "2026-01", part: 1 }), 1],
  ])("of the %s page is read by an index, unsorted, and counted nowhere", async (_page, read, least) => {
    const sent = await sentBy(read);
    expect(sent.length).toBeGreaterThanOrEqual(least);
    for (const { text, values } of sent) {
      const plan = (await ask(`explain ${text}`, values)).map((row) => row["QUERY PLAN"]).join("\n");
      const told = `${text}\n${plan}`;
      for (const [, table = ""] of plan.matchAll(/Seq Scan on "(\w+)"/g)) expect(few, told).toContain(table);
      expect(plan, told).not.toMatch(/^\s*(->\s*)?Aggregate /m);
      // What one story has is few; of a list, six are read.
      if (/limit/i.test(text) && !few.some((table) => text.includes(`FROM "public"."${table}"`)))
        expect(plan, told).not.toMatch(/^\s*(->\s*)?Sort /m);
    }
  });

  it("counts the notes that readers can see", async () => {
    const counted = async () => (await noteListing(1))?.total;
    const [{ count }] = (await ask(`select count(*)::int from "LiveCorrection"`)) as [{ count: number }];
    expect(await counted()).toBe(count);
    const some = await deskDb().liveStory.findMany({ where: { slug: { in: ["story-1", "story-2"] } } });
    const where = { id: { in: some.map(({ id }) => id) } };
    await deskDb().liveStory.updateMany({ where, data: { embargoUntil: new Date(Date.now() + 3_600_000) } });
    expect(await counted()).toBe(count - 2);
    await deskDb().liveStory.updateMany({ where, data: { embargoUntil: null } });
    expect(await counted()).toBe(count);
    await deskDb().liveStory.deleteMany({ where });
    expect(await counted()).toBe(count - 2);
  });

  it("counts a sitemap's stories by an index, not by their texts", async () => {
    const sql = `select date_trunc('month', "publishedAt") as "month", count(*), max(coalesce("updatedAt", "publishedAt")) from "LiveStory" group by 1`;
    // So few rows without a text are read whole as fast.
    await ask("set enable_seqscan = off");
    const plan = (await ask(`explain ${sql}`)).map((row) => row["QUERY PLAN"]).join("\n");
    await ask("set enable_seqscan = on");
    expect(plan).toMatch(/Index Only Scan/);
  });

  it("counts for a tag what readers can see of it", async () => {
    const [{ stories }] = (await ask(`select "stories" from "LiveTag" where "slug" = 'many'`)) as [{ stories: number }];
    const [{ count }] = (await ask(`select count(*)::int from "LiveStoryTag" where "tagSlug" = 'many'`)) as [
      { count: number },
    ];
    expect(stories).toBe(count);
    await deskDb().liveStory.deleteMany({ where: { slug: { startsWith: "story-" } } });
    expect(await ask(`select "slug" from "LiveTag" where "slug" = 'many'`)).toEqual([]);
    expect(liveId).toBeDefined();
  });
});
