import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import type { StaffActor } from "../kernel/actor.ts";
import { mergeTags } from "../stories/commands/merge-tags.ts";
import { undoTagMerge } from "../stories/commands/undo-tag-merge.ts";
import { mergePreview } from "../stories/tags/tag-queries.ts";
import { aNewsroom, aPerson } from "../stories/testing.ts";
import { foundBy } from "./found-tags.ts";
import { deskTags, nearTags } from "./queries.ts";

/** Names as they might be: two words of 200 each, half of the tags with a second name. */
const filling = [
  `create temporary table word on commit drop as select n, substr(md5(n::text), 1, 4) || substr(translate(md5(n::text), '0123456789', 'aeiouaeiou'), 9, 4) as w from generate_series(1, 200) n`,
  `insert into "Tag" ("id", "slug", "name", "plainName", "kind", "createdAt")
   select uuidv7(), 'many-' || t.n, a.w || ' ' || b.w, a.w || ' ' || b.w, case when t.n % 5 = 0 then 'place' else 'topic' end::"TagKind", now()
   from generate_series(1, 20000) t(n) join word a on a.n = t.n % 200 + 1 join word b on b.n = t.n / 100 % 200 + 1`,
  `insert into "TagName" ("id", "tagId", "name", "plainName")
   select uuidv7(), "id", 'also ' || "name", 'also ' || "plainName" from "Tag" where right("slug", 1)::int % 2 = 0`,
  `insert into "Story" ("id", "slug", "slugChosen", "language", "translationGroupId", "headline", "publication", "createdAt", "changedAt")
   select id, 's-' || n, true, 'en', id, 'Story ' || n, case when n % 2 = 0 then 'live' else 'unpublished' end::"PublicationState", now(), now()
   from (select uuidv7() as id, n from generate_series(1, 40000) n) story`,
  // Four in five hang on ordinary tags, the rest on two that half the archive has.
  `insert into "StoryTag" ("storyId", "tagId", "position")
   select story."id", tag."id", place from (select "id", row_number() over () as n from "Story") story, generate_series(0, 1) place
     join "Tag" tag on true where tag."slug" = 'many-' || ((story.n * 7919 + place * 104729) % 19000 + 1)`,
  `insert into "StoryTag" ("storyId", "tagId", "position")
   select story."id", tag."id", 2 from (select "id", row_number() over () as n from "Story") story
     join "Tag" tag on tag."slug" = 'many-' || (19999 + story.n % 2) where story.n <= 20000`,
  `insert into "TagPair" ("oneId", "otherId", "similarity")
   select least(a."id", b."id"), greatest(a."id", b."id"), 0.8 from "Tag" a join "Tag" b on b."slug" = 'many-' || (right(a."slug", -5)::int + 1)
   where a."slug" like 'many-%'`,
];

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query("begin");
  for (const sql of filling) await owner.query(sql);
  await owner.query("commit");
  await owner.query("vacuum analyze");
  await owner.end();
});

const tagAt = (slug: string) => deskDb().tag.findUniqueOrThrow({ where: { slug } });

describe("with 20,000 tags on 100,000 places", () => {
  it("search reads names by their index", async () => {
    const { name } = await tagAt("many-777");
    const plans = await deskDb().$queryRaw<{ "QUERY PLAN": string }[]>`explain ${foundBy(name)}`;
    const plan = plans.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Bitmap Index Scan on "Tag_plainName_trgm"/);
    expect(plan).toMatch(/Bitmap Index Scan on "TagName_plainName_trgm"/);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it("merges 10,000 stories and gives them back", async () => {
    const [big, other] = [await tagAt("many-19999"), await tagAt("many-20000")];
    const asked = { tagId: big.id, version: 1, intoId: other.id };
    expect(await mergePreview(editor, asked)).toMatchObject({ stories: 10_000, both: 0 });
    const { mergeId, stories } = await mergeTags(editor, asked);
    expect(stories).toBe(10_000);
    expect((await undoTagMerge(editor, { mergeId })).stories).toBe(10_000);
  });

  it("lists them by page, also those of near names", async () => {
    expect(await deskTags(editor, { search: "", show: "all", page: 400 })).toMatchObject({ total: 20_000, pages: 400 });
    expect((await nearTags(editor, 1)).rows).toHaveLength(20);
  });
});
