import pg from "pg";
import { b, body, crosshead, p, quote, ul } from "#newsroom/body/testing";
import { plainText, wordCount } from "#newsroom/body/text";
import { documentOf } from "#newsroom/stories/document/document";

/** How many sections, tags and authors the archive is spread over, two tags a story; every second story has a note. */
const spread = { sections: 6, tags: 40, authors: 25 };
const perPage = 6;

/** The last full page of each list of its kind in an archive of `size` stories. */
export function lastPage(list: "section" | "tag" | "author" | "note", size: number): number {
  const long = { section: size / spread.sections, tag: (2 * size) / spread.tags, author: size / spread.authors };
  return Math.floor((list === "note" ? size / 2 : long[list]) / perPage);
}

const sentence = "The water reached the upper fields on Tuesday, two weeks later than the villages had been told. ";

const note =
  "An earlier version of this story named the wrong village. The water reached Kara-Suu on Tuesday, not Kara-Balta.";

/** About 650 words, as long as an ordinary report. */
const report = body(
  p(sentence.repeat(4)),
  crosshead("What was said"),
  p(sentence.repeat(5), b("Nobody had asked."), " ", sentence.repeat(3)),
  ul(sentence, sentence, sentence),
  quote(sentence.repeat(2)),
  ...Array.from({ length: 6 }, () => p(sentence.repeat(4))),
);

const archive = `
  create temporary table archive on commit drop as
  select uuidv7() as story, uuidv7() as revision, n, now() - make_interval(mins => ($1 - n) * 7) as at, n % ${spread.sections} as section,
    n % ${spread.tags} as tag, (n * 7 + 1) % ${spread.tags} as second, n % ${spread.authors} as author
  from generate_series(1, $1::int) as n`;

const filling: [sql: string, values: unknown[]][] = (() => {
  const words = wordCount(report);
  const json = JSON.stringify(report);
  const rows = (name: string, n: number) => `from generate_series(0, ${n - 1}) as n -- ${name}`;
  return [
    [
      `insert into "Section" ("id", "slug", "name", "position", "createdAt") select uuidv7(), 'section-' || n, 'Section ' || n, n, now() ${rows("sections", spread.sections)}`,
      [],
    ],
    [
      `insert into "Tag" ("id", "slug", "name", "plainName", "kind", "createdAt") select uuidv7(), 'tag-' || n, 'Tag ' || n, 'tag ' || n, 'topic', now() ${rows("tags", spread.tags)}`,
      [],
    ],
    [
      `insert into "Profile" ("id", "slug", "name", "createdAt") select uuidv7(), 'author-' || n, 'Author ' || n, now() ${rows("authors", spread.authors)}`,
      [],
    ],
    [`insert into "LiveSection" ("slug", "name", "position") select "slug", "name", "position" from "Section"`, []],
    [`insert into "LiveTag" ("slug", "name", "kind") select "slug", "name", "kind" from "Tag"`, []],
    [`insert into "LiveProfile" ("slug", "name") select "slug", "name" from "Profile"`, []],
    [
      `insert into "Story" ("id", "slug", "slugChosen", "language", "translationGroupId", "headline", "wordCount", "sectionId",
         "publication", "publicationAt", "firstPublishedAt", "publishedAt", "createdAt", "changedAt", "version")
       select story, 'story-' || n, true, 'en', story, 'Water story ' || n || ' of the archive', $1::int, s."id", 'live', at, at, at, at, at, 2
       from archive join "Section" s on s."position" = section`,
      [words],
    ],
    [
      `insert into "StoryDocument" ("storyId", "state") select story, $1::bytea from archive`,
      [Buffer.from(documentOf({ headline: "From the archive", body: report }))],
    ],
    [
      `insert into "StoryTag" ("storyId", "tagId", "position")
       select story, t."id", place from archive, lateral (values (tag, 0), (second, 1)) as v(number, place)
       join "Tag" t on t."slug" = 'tag-' || number on conflict do nothing`,
      [],
    ],
    [
      `insert into "StoryByline" ("storyId", "profileId", "position") select story, p."id", 0 from archive join "Profile" p on p."slug" = 'author-' || author`,
      [],
    ],
    [
      `insert into "Revision" ("id", "storyId", "kind", "number", "headline", "body", "columns", "documentSeq", "storyVersion", "wordCount", "createdAt")
       select revision, story, 'published', 1, 'Water story ' || n || ' of the archive', $1::jsonb, '{}', 0, 2, $2::int, at from archive`,
      [json, words],
    ],
    [`update "Story" s set "liveRevisionId" = a.revision from archive a where a.story = s."id"`, []],
    [
      `insert into "LiveStory" ("id", "revisionId", "language", "slug", "translationGroupId", "headline", "standfirst", "body", "text", "wordCount", "sectionSlug", "publishedAt")
       select story, revision, 'en', 'story-' || n, story, 'Water story ' || n || ' of the archive', 'Two weeks later than the villages had been told.',
         $1::jsonb, $2, $3::int, 'section-' || section, at from archive`,
      [json, plainText(report), words],
    ],
    [
      `insert into "LiveStoryTag" ("storyId", "tagSlug", "position", "publishedAt")
       select l."storyId", t."slug", l."position", a.at from "StoryTag" l join "Tag" t on t."id" = l."tagId" join archive a on a.story = l."storyId"`,
      [],
    ],
    [
      `insert into "LiveByline" ("storyId", "position", "name", "profileSlug", "part", "publishedAt")
       select story, 0, 'Author ' || author, 'author-' || author, 'words', at from archive`,
      [],
    ],
    [
      `insert into "PublishedChange" ("revisionId", "storyId", "kind", "note", "place", "isPublic", "at")
       select revision, story, 'correction', $1, 'bottom', false, at from archive where n % 2 = 0`,
      [note],
    ],
    [
      `insert into "LiveCorrection" ("id", "storyId", "kind", "note", "place", "at")
       select revision, story, 'correction', $1, 'bottom', at from archive where n % 2 = 0`,
      [note],
    ],
  ];
})();

/**
 * Fills an empty newsroom with `count` live stories, by plain SQL as the owner of the tables: an archive as it looks
 * after years, made in seconds. Every row stands where a publication would have put it.
 */
export async function fillArchive(ownerAddress: string, count: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerAddress });
  await owner.connect();
  try {
    await owner.query("begin");
    await owner.query(archive, [count]);
    for (const [sql, values] of filling) await owner.query(sql, values);
    await owner.query("commit");
    await owner.query("vacuum analyze");
  } finally {
    await owner.end();
  }
}
