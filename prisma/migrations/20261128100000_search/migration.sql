-- What search looks in, in a narrow table of its own: finding the newest of 50,000 must not read the rows with the bodies.
CREATE TABLE "LiveSearch" (
    "storyId" UUID NOT NULL,
    "configuration" TEXT NOT NULL,
    "words" TSVECTOR NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "embargoUntil" TIMESTAMPTZ(3),

    CONSTRAINT "LiveSearch_pkey" PRIMARY KEY ("storyId")
);
-- Not packed: what is ranked is read as it is.
ALTER TABLE "LiveSearch" ALTER COLUMN "words" SET STORAGE EXTERNAL;
CREATE INDEX "LiveSearch_publishedAt_storyId_idx" ON "LiveSearch"("publishedAt" DESC, "storyId");
ALTER TABLE "LiveSearch" ADD CONSTRAINT "LiveSearch_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- By what a tag is found: its name, labels, synonyms and those of the tags merged into it, as plain names; for typing
-- ahead, each from its later words on as well.
CREATE TABLE "LiveTagName" (
    "tagSlug" TEXT NOT NULL,
    "plainName" TEXT COLLATE "C" NOT NULL,
    "isWhole" BOOLEAN NOT NULL,

    CONSTRAINT "LiveTagName_pkey" PRIMARY KEY ("tagSlug", "plainName")
);
CREATE INDEX "LiveTagName_plainName_idx" ON "LiveTagName"("plainName");
ALTER TABLE "LiveTagName" ADD CONSTRAINT "LiveTagName_tagSlug_fkey" FOREIGN KEY ("tagSlug") REFERENCES "LiveTag"("slug")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- How PostgreSQL takes the words of a language apart; where it knows no stems, words are found as they are written.
CREATE FUNCTION search_configuration(language TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE split_part(lower(language), '-', 1)
  WHEN 'ar' THEN 'arabic' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german' WHEN 'en' THEN 'english'
  WHEN 'es' THEN 'spanish' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french' WHEN 'hu' THEN 'hungarian'
  WHEN 'id' THEN 'indonesian' WHEN 'it' THEN 'italian' WHEN 'nb' THEN 'norwegian' WHEN 'nl' THEN 'dutch'
  WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian'
  WHEN 'ru' THEN 'russian' WHEN 'sv' THEN 'swedish' WHEN 'tr' THEN 'turkish' ELSE 'simple' END;

CREATE FUNCTION search_words(configuration REGCONFIG, headline TEXT, lines TEXT, text TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(configuration, headline), 'A') || setweight(to_tsvector(configuration, lines), 'B')
  || to_tsvector(configuration, text);

CREATE FUNCTION show_to_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chosen TEXT := search_configuration(NEW."language");
  lines TEXT := concat_ws(' . ', NEW."kicker", NEW."standfirst", NEW."teaser", NEW."dateline");
  found TSVECTOR;
BEGIN
  -- A text may not fail to be published because search cannot hold all its words: then the beginning has to do.
  BEGIN
    found := search_words(chosen::regconfig, NEW."headline", lines, left(NEW."text", 200000));
  EXCEPTION WHEN program_limit_exceeded THEN
    found := search_words(chosen::regconfig, NEW."headline", left(lines, 20000), left(NEW."text", 20000));
  END;
  INSERT INTO "LiveSearch" ("storyId", "configuration", "words", "publishedAt", "embargoUntil")
  VALUES (NEW."id", chosen, found, NEW."publishedAt", NEW."embargoUntil")
  ON CONFLICT ("storyId") DO UPDATE SET "configuration" = EXCLUDED."configuration", "words" = EXCLUDED."words",
    "publishedAt" = EXCLUDED."publishedAt", "embargoUntil" = EXCLUDED."embargoUntil";
  RETURN NULL;
END $$;
CREATE TRIGGER live_stories_are_searched AFTER INSERT OR UPDATE OF "language", "kicker", "headline", "standfirst", "teaser",
  "dateline", "text", "publishedAt", "embargoUntil" ON "LiveStory"
  FOR EACH ROW EXECUTE FUNCTION show_to_search();

CREATE FUNCTION name_live_tag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "LiveTagName" WHERE "tagSlug" = NEW."slug";
  INSERT INTO "LiveTagName" ("tagSlug", "plainName", "isWhole")
  WITH RECURSIVE family AS (
    SELECT "id", "plainName" FROM "Tag" WHERE "slug" = NEW."slug"
    UNION ALL
    SELECT tag."id", tag."plainName" FROM family JOIN "Tag" tag ON tag."mergedIntoId" = family."id"
  ), named AS (
    SELECT "plainName" FROM family
    UNION SELECT name."plainName" FROM family JOIN "TagName" name ON name."tagId" = family."id"
  ), ends AS (
    SELECT array_to_string(words[n:], ' ') AS "plainName", n = 1 AS "isWhole"
    FROM (SELECT string_to_array("plainName", ' ') AS words FROM named) split, generate_subscripts(words, 1) n
  )
  SELECT NEW."slug", "plainName", bool_or("isWhole") FROM ends WHERE "plainName" <> '' GROUP BY "plainName";
  RETURN NULL;
END $$;
-- What a tag is called is written anew whenever anything of its names changes; its count is not among them.
CREATE TRIGGER live_tags_are_named AFTER INSERT OR UPDATE OF "name" ON "LiveTag"
  FOR EACH ROW EXECUTE FUNCTION name_live_tag();

-- What is live already. The same column under the same trigger, so that there is one way to fill it.
UPDATE "LiveStory" SET "headline" = "headline";
UPDATE "LiveTag" SET "name" = "name";

-- In one go over all rows, and without a list of what is still to be sorted in, which each search would read.
CREATE INDEX "LiveSearch_words" ON "LiveSearch" USING GIN ("words") WITH (fastupdate = off);

-- What was typed, as each way of taking words apart understands it, for the languages that there are stories in.
CREATE FUNCTION search_questions(asked TEXT, beside TEXT)
RETURNS TABLE ("configurations" TEXT[], "whole" TSQUERY, "rest" TSQUERY, "asks" BOOLEAN, "asksBeside" BOOLEAN)
LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH RECURSIVE spoken(language) AS (
    SELECT min(live."language") FROM "LiveStory" live
    UNION ALL
    SELECT (SELECT min(live."language") FROM "LiveStory" live WHERE live."language" > spoken.language)
    FROM spoken WHERE spoken.language IS NOT NULL
  ), each AS (
    SELECT configuration, websearch_to_tsquery(configuration::regconfig, asked) AS whole,
      websearch_to_tsquery(configuration::regconfig, beside) AS rest
    FROM (SELECT DISTINCT search_configuration(language) AS configuration FROM spoken WHERE language IS NOT NULL) used
  )
  -- A question without a word that must be there would look at everything.
  SELECT array_agg(configuration), whole, rest, querytree(whole) NOT IN ('', 'T'), querytree(rest) NOT IN ('', 'T')
  FROM each GROUP BY whole, rest
$$;

-- Text operators use no index under row-level security, so search is a function of the owner that reads the readers'
-- projection alone, with the condition on embargo written out in it.
-- `asked`: what was typed. `tags`, `authors`: what it names, or a part of it; `beside`: its words without that part.
-- Of more than `most` stories the newest are looked at. `total` is how many those are.
CREATE FUNCTION search_live_stories(asked TEXT, tags TEXT[], authors TEXT[], beside TEXT, most INT, skip INT, take INT)
RETURNS TABLE ("id" UUID, "total" INT)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET enable_seqscan = off
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  depth INT;
  recent UUID[] := '{}';
BEGIN
  -- A word that many stories have is in enough of the newest, and they are quicker read than all that have it.
  FOREACH depth IN ARRAY ARRAY[100, 4 * most] LOOP
    SELECT coalesce(array_agg(match."storyId"), '{}') INTO recent FROM (
      SELECT newest."storyId" FROM (
        SELECT search."storyId", search."words", search."configuration" FROM "LiveSearch" search
        WHERE search."embargoUntil" IS NULL OR search."embargoUntil" <= now()
        ORDER BY search."publishedAt" DESC, search."storyId" LIMIT depth
      ) newest JOIN search_questions(asked, beside) question
        ON newest."configuration" = ANY (question."configurations") AND newest."words" @@ question."whole"
      WHERE question."asks" LIMIT most
    ) match;
    EXIT WHEN cardinality(recent) < depth / 4;
  END LOOP;
  IF cardinality(recent) < most THEN
    recent := '{}';
  END IF;

  RETURN QUERY
  WITH question AS MATERIALIZED (
    SELECT * FROM search_questions(asked, beside)
  ), found AS (
    SELECT search."storyId", search."publishedAt", false AS named FROM "LiveSearch" search WHERE search."storyId" = ANY (recent)
    UNION ALL
    -- Which match first, then which of them are the newest: else the planner may walk all stories by their dates.
    SELECT match.* FROM question CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT search."storyId", search."publishedAt", false FROM "LiveSearch" search
        WHERE search."words" @@ question."whole" AND search."configuration" = ANY (question."configurations")
          AND (search."embargoUntil" IS NULL OR search."embargoUntil" <= now())
        OFFSET 0
      ) matching ORDER BY matching."publishedAt" DESC, matching."storyId" LIMIT most
    ) match WHERE question."asks" AND cardinality(recent) = 0
    UNION ALL
    SELECT match.* FROM question CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT search."storyId", search."publishedAt", true FROM "LiveSearch" search
        WHERE search."words" @@ question."rest" AND search."configuration" = ANY (question."configurations")
          AND (search."embargoUntil" IS NULL OR search."embargoUntil" <= now())
          AND (EXISTS (SELECT FROM "LiveStoryTag" tag WHERE tag."storyId" = search."storyId" AND tag."tagSlug" = ANY (tags))
            OR EXISTS (SELECT FROM "LiveByline" by WHERE by."storyId" = search."storyId" AND by."profileSlug" = ANY (authors)))
        OFFSET 0
      ) matching ORDER BY matching."publishedAt" DESC, matching."storyId" LIMIT most
    ) match WHERE question."asksBeside" AND cardinality(tags) + cardinality(authors) > 0
    UNION ALL
    SELECT match.* FROM unnest(tags) AS named(slug) CROSS JOIN LATERAL (
      SELECT tag."storyId", tag."publishedAt", true FROM "LiveStoryTag" tag
      WHERE tag."tagSlug" = named.slug AND (tag."embargoUntil" IS NULL OR tag."embargoUntil" <= now())
      ORDER BY tag."publishedAt" DESC, tag."storyId" LIMIT most
    ) match WHERE beside = ''
    UNION ALL
    SELECT match.* FROM unnest(authors) AS named(slug) CROSS JOIN LATERAL (
      SELECT DISTINCT by."storyId", by."publishedAt", true FROM "LiveByline" by
      WHERE by."profileSlug" = named.slug AND (by."embargoUntil" IS NULL OR by."embargoUntil" <= now())
      ORDER BY by."publishedAt" DESC, by."storyId" LIMIT most
    ) match WHERE beside = ''
  ), once AS (
    SELECT "storyId", max("publishedAt") AS at, bool_or(named) AS named FROM found GROUP BY "storyId"
  ), newest AS MATERIALIZED (
    SELECT "storyId", at, named, least(count(*) OVER (), most)::int AS total FROM once ORDER BY at DESC, "storyId" LIMIT most
  )
  SELECT newest."storyId", newest.total
  FROM newest JOIN "LiveSearch" search ON search."storyId" = newest."storyId"
    JOIN question ON search."configuration" = ANY (question."configurations")
  ORDER BY
    -- What is named counts like a word of the standfirst and more; a year makes half of a match.
    (ts_rank(search."words", question."whole") + CASE WHEN newest.named THEN 0.4 ELSE 0 END)
      / (1 + greatest(extract(epoch FROM now() - newest.at), 0) / 31557600) DESC,
    newest.at DESC, newest."storyId"
  OFFSET skip LIMIT take;
END $$;

REVOKE ALL ON FUNCTION search_questions(TEXT, TEXT) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_live_stories(TEXT, TEXT[], TEXT[], TEXT, INT, INT, INT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_live_stories(TEXT, TEXT[], TEXT[], TEXT, INT, INT, INT) TO chapar_readers;

-- Nobody who reads has the words themselves: the function answers.
GRANT SELECT, INSERT, UPDATE, DELETE ON "LiveSearch", "LiveTagName" TO chapar_desk;
GRANT SELECT ON "LiveTagName" TO chapar_readers;
ALTER TABLE "LiveSearch" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveTagName" ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_all ON "LiveSearch" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveTagName" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY readers_see_used ON "LiveTagName" FOR SELECT TO chapar_readers
  USING (EXISTS (SELECT FROM "LiveTag" t WHERE t."slug" = "tagSlug" AND t."stories" > 0));
