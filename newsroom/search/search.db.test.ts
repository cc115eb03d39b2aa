import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import { createProfile } from "../people/commands/create-profile.ts";
import { killStory } from "../stories/commands/kill-story.ts";
import { mergeTags } from "../stories/commands/merge-tags.ts";
import { publishStory } from "../stories/commands/publish-story.ts";
import { retractStory } from "../stories/commands/retract-story.ts";
import { setEmbargo } from "../stories/commands/set-embargo.ts";
import { unpublishStory } from "../stories/commands/unpublish-story.ts";
import { aNewsroom, aStory, aTag, type StoryWishes, theProgram } from "../stories/testing.ts";
import { changeTag } from "../tags/commands.ts";
import { searchStories } from "./published.ts";

const secret = "zmeevik";
let readers: pg.Client;
let owner: pg.Client;
const ask = async (sql: string, values: unknown[] = []) => (await readers.query(sql, values)).rows;

const live = async (wishes: StoryWishes) => {
  const story = await aStory(wishes);
  return { storyId: story.storyId, version: (await publishStory(theProgram, story)).version };
};

/** The headlines that a question finds, in order. */
async function headlines(typed: string, page = 1): Promise<string[]> {
  const search = await searchStories(typed, page);
  return search?.is === "answered" ? search.listing.stories.map(({ headline }) => headline) : [];
}

beforeAll(async () => {
  await aNewsroom();
  readers = new pg.Client({ connectionString: process.env.READERS_DATABASE_URL });
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await readers.connect();
  await owner.connect();

  const csto = await aTag("CSTO");
  const labels = [
    { language: "ru", name: "ОДКБ" },
    { language: "ky", name: "ЖККУ" },
  ];
  await changeTag(theProgram, { tagId: csto, version: 1, changes: { labels, synonyms: ["Tashkent Pact"] } });
  const profile = await createProfile(theProgram, { id: newId(), name: "Aizada Mambetova" });
  const byline = [{ profileId: profile.id }];
  await live({ headline: "Six armies meet", text: "The manoeuvres ended on Friday.", tagIds: [csto] });
  await live({ headline: "Учения на границе", text: "Пограничники вернулись.", language: "ru", tagIds: [csto] });
  await live({ headline: "Кыргыз-өзбек чек арасы", text: "Чек ара ачылды.", language: "ky" });
  await live({ headline: "Apricots of Batken", text: "The orchards are watered at night.", byline });
  await live({
    headline: "Night bus",
    text: "The bus to Batken waters nobody. An apricot rolled by.",
    lines: { standfirst: "A journey" },
  });

  await aStory({ headline: secret, text: secret });
  await setEmbargo(theProgram, {
    ...(await live({ headline: secret, text: secret, tagIds: [csto], byline })),
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await unpublishStory(theProgram, {
    ...(await live({ headline: secret, text: secret, tagIds: [csto] })),
    reason: secret,
  });
  await killStory(theProgram, {
    ...(await live({ headline: secret, text: secret, tagIds: [csto], byline })),
    reason: secret,
  });
  await retractStory(theProgram, { ...(await live({ headline: secret, text: secret })), notice: "It does not stand." });
});
afterAll(async () => {
  await readers.end();
  await owner.end();
});

describe("search", () => {
  it.each([
    ["a word in another form", "orchard", ["Apricots of Batken"]],
    ["the headline before the text, and both", "apricot", ["Apricots of Batken", "Night bus"]],
    ["every word that was typed", "apricots orchards", ["Apricots of Batken"]],
    ["words that stand together", '"bus to batken"', ["Night bus"]],
    ["without a word", "batken -orchards", ["Night bus"]],
    ["one or the other", "orchards or manoeuvres", ["Apricots of Batken", "Six armies meet"]],
    ["Russian by its stems, whatever the front's language", "учение", ["Учения на границе"]],
    ["Kyrgyz as it is written", "чек ара", ["Кыргыз-өзбек чек арасы"]],
    ["by a tag", "csto", ["Six armies meet", "Учения на границе"]],
    ["by a tag's label", "одкб", ["Six armies meet", "Учения на границе"]],
    ["by a label in another language", "ЖККУ", ["Six armies meet", "Учения на границе"]],
    ["by a synonym", "tashkent pact", ["Six armies meet", "Учения на границе"]],
    ["by a tag together with words", "одкб manoeuvre", ["Six armies meet"]],
    ["by a writer", "Mambetova", ["Apricots of Batken"]],
    ["by a writer together with words", "aizada mambetova water", ["Apricots of Batken"]],
  ])("finds %s", async (_how, typed, expected) => {
    expect((await headlines(typed)).toSorted()).toEqual(expected.toSorted());
  });

  it("puts what says it in the headline first", async () => {
    expect(await headlines("apricot")).toEqual(["Apricots of Batken", "Night bus"]);
  });

  it("shows where the words stand", async () => {
    const search = await searchStories("orchards", 1);
    expect(search?.is === "answered" && search.listing.stories[0]?.snippet).toEqual([
      { text: "The ", isMarked: false },
      { text: "orchards", isMarked: true },
      { text: " are watered at night.", isMarked: false },
    ]);
  });

  it("offers tags that are called nearly so where it finds nothing", async () => {
    expect(await searchStories("cstoo", 1)).toMatchObject({
      is: "answered",
      listing: { total: 0, stories: [] },
      tags: [{ slug: "csto", name: "CSTO" }],
    });
  });

  it.each(["", " ", "\u0000", "\uD800", "\uE000"])("asks for words where there are none: %j", async (typed) => {
    expect(await searchStories(typed, 1)).toEqual({ is: "unasked" });
  });

  it.each([
    "the of and",
    "- -- \" ' or OR | & ! ( ) : * <->",
    "-batken",
    "orchards or -batken",
    '\'; drop table "LiveStory"; --',
    "(.*)+$ [a-z]{1,99} \\",
    "%_%",
    "\u0000\uD800x\uDFFF",
    "<b>&lt;</b>",
  ])("answers %j", async (typed) => {
    expect(await searchStories(typed, 1)).toMatchObject({ is: "answered", listing: { page: 1, from: 0, to: 0 } });
  });

  it.each([
    ["one word of 10,000 letters", "a".repeat(10_000)],
    ["2,000 words", "plenty or ".repeat(2_000)],
  ])("answers %s", async (_what, typed) => {
    const search = await searchStories(typed, 1);
    expect(search).toMatchObject({ is: "answered", listing: { total: 0 } });
    expect(search?.is === "answered" && search.asked.length).toBeLessThanOrEqual(200);
  });

  it("has no page past the last", async () => {
    expect(await searchStories("csto", 2)).toBeNull();
    expect(await searchStories("", 2)).toBeNull();
    expect(await searchStories("csto", 9_999)).toBeNull();
  });

  it("follows a tag through a merge", async () => {
    const cstos = await aTag("Collective Security");
    const target = await aTag("Defence pacts");
    await live({ headline: "Merged away", tagIds: [cstos] });
    await mergeTags(theProgram, { tagId: cstos, version: 1, intoId: target });
    expect(await headlines("collective security")).toEqual(["Merged away"]);
    expect(await headlines("defence pacts")).toEqual(["Merged away"]);
  });
});

describe("the readers' login", () => {
  const search = (asked: string, tags: string[] = [], authors: string[] = [], beside = "") =>
    ask(`select * from search_live_stories($1, $2, $3, $4, 100, 0, 100)`, [asked, tags, authors, beside]);

  it("finds by the function nothing that readers cannot see", async () => {
    expect(await search(secret)).toEqual([]);
    const visible = (await ask(`select "id" from "LiveStory"`)).map(({ id }) => id);
    const all = [
      ...(await search("nothing", ["csto"])),
      ...(await search("nothing", [], ["aizada-mambetova"])),
      ...(await search("nothing", ["csto"], ["aizada-mambetova"], secret)),
    ].map(({ id }) => id);
    expect(all).toHaveLength(3);
    expect(visible).toEqual(expect.arrayContaining(all));
  });

  it.each([
    `select * from "LiveSearch"`,
    `select count("words") from "LiveSearch"`,
    `set role chapar_owner`,
    `alter function search_live_stories(text, text[], text[], text, int, int, int) security invoker`,
    `create function public.now() returns timestamptz language sql as $$ select 'infinity'::timestamptz $$`,
  ])("is refused: %s", (sql) => expect(ask(sql)).rejects.toMatchObject({ code: "42501" }));

  it("gets the function by a grant of its own, not as everybody", async () => {
    const { rows } = await owner.query(
      `select proacl::text as rights, prosecdef as definer, proconfig as settings from pg_proc where proname = 'search_live_stories'`,
    );
    expect(rows[0].rights).toMatch(/^\{chapar_owner=X\/chapar_owner,chapar_readers=X\/chapar_owner\}$/);
    expect(rows[0].definer).toBe(true);
    expect(rows[0].settings).toContain("search_path=pg_catalog, public, pg_temp");
  });

  it("has the words looked up in their index, never in all rows", async () => {
    const scans = async () => {
      await owner.query("select pg_stat_clear_snapshot()");
      const { rows } = await owner.query(
        `select (select seq_scan from pg_stat_user_tables where relname = 'LiveSearch')::int as whole,
           (select idx_scan from pg_stat_user_indexes where indexrelname = 'LiveSearch_words')::int as indexed`,
      );
      return rows[0];
    };
    await ask("select pg_stat_force_next_flush()");
    await ask("select 1");
    const before = await scans();
    await search("batken");
    await ask("select pg_stat_force_next_flush()");
    await ask("select 1");
    const after = await scans();
    expect(after.indexed).toBeGreaterThan(before.indexed);
    expect(after.whole).toBe(before.whole);
  });
});

describe("of a word that 700 stories have", () => {
  beforeAll(async () => {
    await owner.query(
      `insert into "LiveStory" ("id", "revisionId", "language", "slug", "translationGroupId", "headline", "body", "text", "wordCount", "publishedAt", "embargoUntil")
       select id, id, 'en', 'many-' || n, id, 'Harvest ' || n, '{}', 'Grain ' || case n when 5 then 'and hail' else '' end, 1,
         now() - make_interval(hours => n), case when n % 7 = 0 then now() + interval '1 day' end
       from (select uuidv7() as id, n from generate_series(1, 816) n) made`,
    );
    await owner.query(`analyze "LiveStory", "LiveSearch"`);
  });

  it("the newest 600 are looked at, and it says so", async () => {
    const search = await searchStories("harvest", 1);
    expect(search).toMatchObject({ is: "answered", listing: { from: 1, to: 6, total: 600, pages: 100, isCut: true } });
    expect((await headlines("harvest"))[0]).toBe("Harvest 1");
    expect(await headlines("grain", 100)).toHaveLength(6);
    expect(await searchStories("grain", 101)).toBeNull();
  });

  it("the few that have another one too are all found", async () => {
    expect(await headlines("harvest hail")).toEqual(["Harvest 5"]);
    expect(await searchStories("harvest hail", 1)).toMatchObject({ listing: { total: 1, isCut: false } });
  });

  it("none is found that is under embargo", async () => {
    const all = await ask(`select * from search_live_stories('harvest', '{}', '{}', '', 10000, 0, 10000)`);
    expect(all).toHaveLength(700);
    expect(await headlines("harvest 7")).toEqual([]);
  });

  it("a search that takes too long is ended and says so", async () => {
    await owner.query(`begin; lock table "LiveSearch" in access exclusive mode`);
    expect(await searchStories("harvest", 1)).toEqual({ is: "busy", asked: "harvest" });
    await owner.query("rollback");
    expect(await searchStories("harvest", 1)).toMatchObject({ is: "answered" });
  });
});
