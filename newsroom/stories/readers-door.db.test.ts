import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { newId } from "../kernel/ids.ts";
import { addRedirect } from "../redirects/commands.ts";
import { changeTag } from "../tags/commands.ts";
import { correctStory } from "./commands/correct-story.ts";
import { killStory } from "./commands/kill-story.ts";
import { mergeTags } from "./commands/merge-tags.ts";
import { publishStory } from "./commands/publish-story.ts";
import { readdressStory } from "./commands/readdress-story.ts";
import { retractStory } from "./commands/retract-story.ts";
import { setEmbargo } from "./commands/set-embargo.ts";
import { unpublishStory } from "./commands/unpublish-story.ts";
import { aNewsroom, aPerson, aStory, aTag, theProgram, typed } from "./testing.ts";

/** Whatever somebody could do who holds the readers' login itself. */
let readers: pg.Client;
const ask = async (sql: string, values: unknown[] = []) => (await readers.query(sql, values)).rows;
const refused = { code: "42501" };

const secret = "Unpublished words of a source";
let liveId: string;

beforeAll(async () => {
  await aNewsroom();
  readers = new pg.Client({ connectionString: process.env.READERS_DATABASE_URL });
  await readers.connect();
  await aPerson("admin", secret);
  const secretTag = await aTag("Secret tag");
  await aStory({ headline: secret, text: secret, tagIds: [secretTag] });
  const labels = [{ language: "ky", name: secret }];
  await changeTag(theProgram, { tagId: secretTag, version: 1, changes: { slug: "new-secret-tag", labels } });
  await mergeTags(theProgram, { tagId: await aTag("Merged secret tag"), version: 1, intoId: secretTag });

  const csto = await aTag("CSTO");
  await changeTag(theProgram, { tagId: csto, version: 1, changes: { labels: [{ language: "ru", name: "ОДКБ" }] } });
  await mergeTags(theProgram, { tagId: await aTag("Collective treaty"), version: 1, intoId: csto });
  const live = await aStory({ headline: "For everybody", tagIds: [csto] });
  ({ storyId: liveId } = live);
  await publishStory(theProgram, live);
  await typed(liveId, secret);

  const embargoed = await corrected({ headline: secret, tagIds: [await aTag("Embargoed tag")] });
  await setEmbargo(theProgram, {
    ...embargoed,
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });
  for (const take of [unpublishStory, killStory]) {
    await take(theProgram, { ...(await corrected({ headline: secret })), reason: secret });
  }
  await retractStory(theProgram, { ...(await corrected({ headline: secret })), notice: "It does not stand." });
});
afterAll(() => readers.end());

/** A live story with a note, a public difference and a former address, all of them secret; a redirect leads to it. */
async function corrected(wishes: Parameters<typeof aStory>[0]) {
  const draft = await aStory(wishes);
  const { storyId } = draft;
  const published = await publishStory(theProgram, draft);
  const { seq } = await typed(storyId, secret);
  const note = { kind: "correction" as const, note: secret, place: "top" as const, isPublic: true };
  const { version } = await correctStory(theProgram, { storyId, version: published.version, seq, ...note });
  const moved = await readdressStory(theProgram, { storyId, version, slug: `x-${storyId}` });
  await addRedirect(theProgram, { id: newId(), from: `/old/${storyId}`, to: moved.address });
  return { storyId, version: moved.version };
}

describe("the readers' login", () => {
  it("sees what is live", async () => {
    expect(await ask(`select "headline" from "LiveStory"`)).toEqual([{ headline: "For everybody" }]);
    expect(await ask(`select "slug" from "LiveTag"`)).toEqual([{ slug: "csto" }]);
    expect(await ask(`select "slug" from "LiveTagAlias"`)).toEqual([{ slug: "collective-treaty" }]);
    expect(await ask(`select "name" from "LiveTagLabel"`)).toEqual([{ name: "ОДКБ" }]);
    expect(await ask(`select "name", "zone" from "Newsroom"`)).toEqual([
      { name: "The Test Paper", zone: "Asia/Bishkek" },
    ]);
  });

  it("sees no note, change, former address or redirect of what it may not see", async () => {
    for (const table of ["LiveCorrection", "LiveChange", "LiveRedirect"])
      expect(await ask(`select * from "${table}"`)).toEqual([]);
    expect(await ask(`select "from", "to", "toStoryId" from "Redirect"`)).toEqual([]);
    const retracted = await ask(`select "notice", "slug" from "RetractedAddress"`);
    expect(retracted.map(({ notice }) => notice)).toEqual(["It does not stand.", "It does not stand."]);
  });

  it("may not read a single row of any table but the readers' projection, the public settings and the rates", async () => {
    const tables = await deskDb().$queryRaw<
      { name: string }[]
    >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
    const open = [
      ...["GoneAddress", "LiveByline", "LiveChange", "LiveCorrection", "LiveProfile", "LiveRedirect", "LiveSection"],
      ...["LiveStory", "LiveStoryTag", "LiveTag", "RetractedAddress", "StoryRate", "LiveTagAlias", "LiveTagLabel"],
      "LiveStoryPicture",
    ];
    const readable: string[] = [];
    for (const { name } of tables) {
      const rows = await ask(`select * from "${name}"`).catch((error) => {
        expect(error).toMatchObject(refused);
        return null;
      });
      if (rows) readable.push(name);
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(readable.toSorted()).toEqual(open.toSorted());
    expect(tables.length).toBeGreaterThan(25);
  });

  it.each([
    `select "authorsPublishOwn" from "Newsroom"`,
    `select "hash" from "Rate"`,
    `select "passwordHash" from "Staff"`,
    `select * from "StaffSession"`,
    `select * from "Event"`,
    `select "createdById" from "Redirect"`,
    `select "difference" from "PublishedChange"`,
    `select "slug" from "FormerAddress"`,
    `insert into "LiveSection" ("slug", "name", "position") values ('x', 'x', 1)`,
    `update "LiveStory" set "headline" = 'x'`,
    `delete from "LiveStory"`,
    `create table leak (x text)`,
    `create temporary table leak (x text)`,
    `set role chapar_desk`,
    `set role chapar_owner`,
    `set session authorization chapar_owner`,
    `alter table "LiveStory" disable row level security`,
    `copy "LiveStory" to program 'cat'`,
    `select pg_read_file('/etc/passwd')`,
    `select * from pg_authid`,
  ])("is refused: %s", (sql) => expect(ask(sql)).rejects.toMatchObject(refused));

  it("cannot switch row-level security off for itself", async () => {
    await ask("set row_security = off");
    await expect(ask(`select "headline" from "LiveStory"`)).rejects.toMatchObject(refused);
    await ask("set row_security = on");
  });

  it("learns no word from what the planner knows", async () =>
    expect(JSON.stringify(await ask("select * from pg_stats"))).not.toContain(secret));
});

describe("with 3,000 live stories, each list of the readers' door", () => {
  beforeAll(async () => {
    const ids = Array.from({ length: 3_000 }, () => newId());
    await deskDb().liveSection.upsert({
      where: { slug: "security" },
      create: { slug: "security", name: "Security", position: 1 },
      update: {},
    });
    await deskDb().liveTag.createMany({ data: [{ slug: "many", name: "Many", kind: "topic" }], skipDuplicates: true });
    await deskDb().liveProfile.createMany({ data: [{ slug: "who", name: "Who" }], skipDuplicates: true });
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000);
    await deskDb().liveStory.createMany({
      data: ids.map((id, n) => ({
        id,
        revisionId: id,
        language: n % 9 === 0 ? "ky" : "en",
        slug: `story-${n}`,
        translationGroupId: id,
        headline: `Story ${n}`,
        body: {},
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
    await deskDb().liveStoryPicture.createMany({ data: ids.map((id) => ({ storyId: id, pictureId: id })) });
    const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await owner.connect();
    await owner.query(
      `analyze "LiveStory", "LiveStoryTag", "LiveByline", "LiveCorrection", "LiveChange", "LiveRedirect", "LiveStoryPicture"`,
    );
    await owner.end();
  });

  it.each([
    ["front", `select "id" from "LiveStory" where "language" = 'en' order by "publishedAt" desc, "id" limit 30`],
    [
      "section",
      `select "id" from "LiveStory" where "sectionSlug" = 'security' order by "publishedAt" desc, "id" limit 6 offset 60`,
    ],
    [
      "tag",
      `select "storyId" from "LiveStoryTag" where "tagSlug" = 'many' order by "publishedAt" desc, "storyId" limit 6 offset 60`,
    ],
    [
      "author",
      `select distinct "publishedAt", "storyId" from "LiveByline" where "profileSlug" = 'who' order by "publishedAt" desc, "storyId" limit 6 offset 60`,
    ],
    ["corrections", `select "id" from "LiveCorrection" order by "at" desc, "id" limit 6 offset 60`],
    [
      "log",
      `select "difference" from "LiveChange" where "storyId" = '019a0000-0000-7000-8000-000000000001' order by "at" desc`,
    ],
    ["redirect", `select "storyId" from "LiveRedirect" where "language" = 'en' and "slug" = 'former-700'`],
    ["story", `select "id" from "LiveStory" where "language" = 'en' and "slug" = 'story-700'`],
    ["picture", `select "storyId" from "LiveStoryPicture" where "pictureId" = '019a0000-0000-7000-8000-000000000001'`],
    [
      "translations",
      `select "id" from "LiveStory" where "translationGroupId" = '019a0000-0000-7000-8000-000000000001'`,
    ],
  ])("of the %s page is read by an index, unsorted", async (_page, sql) => {
    const plan = (await ask(`explain ${sql}`)).map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toMatch(/Seq Scan on "Live/);
    expect(plan).not.toMatch(/^\s*(->\s*)?Sort /m);
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
