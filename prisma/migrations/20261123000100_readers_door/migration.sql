-- What Prisma's schema language cannot say: commit order of events, deferrable keys, one open plan per verb,
-- counts of the readers' projection, and who may read what.

-- Events get their position from this sequence while an advisory lock is held to the end of the transaction.
CREATE SEQUENCE "Event_position_seq" AS BIGINT OWNED BY "Event"."position";

-- One open plan per verb and story; due plans are found by index.
CREATE UNIQUE INDEX "Plan_one_open_per_verb" ON "Plan" ("storyId", "verb")
  WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL AND "failedAt" IS NULL;
CREATE INDEX "Plan_due" ON "Plan" ("at")
  WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL AND "failedAt" IS NULL;

-- A restore loads tables that point at each other in one transaction.
DO $$
DECLARE key RECORD;
BEGIN
  FOR key IN SELECT conname, conrelid::regclass AS "table" FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', key."table", key.conname);
  END LOOP;
END $$;

ALTER TABLE "Newsroom" ADD CONSTRAINT "Newsroom_is_one_row" CHECK ("id" = 1);
ALTER TABLE "Rate" ADD CONSTRAINT "Rate_is_positive" CHECK ("rate" > 0 AND "nominal" > 0);
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_email_is_lower_case" CHECK ("email" = lower("email"));

-- How many live stories a tag, section or author has: a list of 50,000 must not be counted for each reader.
CREATE FUNCTION count_live_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "LiveTag" t SET "stories" = t."stories" + c.n
      FROM (SELECT "tagSlug" AS slug, count(*)::int AS n FROM changed GROUP BY 1 ORDER BY 1) c WHERE t."slug" = c.slug;
  ELSE
    UPDATE "LiveTag" t SET "stories" = t."stories" - c.n
      FROM (SELECT "tagSlug" AS slug, count(*)::int AS n FROM changed GROUP BY 1 ORDER BY 1) c WHERE t."slug" = c.slug;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER live_tags_grow AFTER INSERT ON "LiveStoryTag" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_tags();
CREATE TRIGGER live_tags_shrink AFTER DELETE ON "LiveStoryTag" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_tags();

CREATE FUNCTION count_live_profiles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "LiveProfile" p SET "stories" = p."stories" + c.n
      FROM (SELECT "profileSlug" AS slug, count(DISTINCT "storyId")::int AS n FROM changed
            WHERE "profileSlug" IS NOT NULL GROUP BY 1 ORDER BY 1) c WHERE p."slug" = c.slug;
  ELSE
    UPDATE "LiveProfile" p SET "stories" = p."stories" - c.n
      FROM (SELECT "profileSlug" AS slug, count(DISTINCT "storyId")::int AS n FROM changed
            WHERE "profileSlug" IS NOT NULL GROUP BY 1 ORDER BY 1) c WHERE p."slug" = c.slug;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER live_profiles_grow AFTER INSERT ON "LiveByline" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_profiles();
CREATE TRIGGER live_profiles_shrink AFTER DELETE ON "LiveByline" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_profiles();

-- A live story under embargo is not counted: nobody can see it.
CREATE FUNCTION count_live_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE "LiveSection" s SET "stories" = s."stories" + c.n
      FROM (SELECT "sectionSlug" AS slug, count(*)::int AS n FROM changed
            WHERE "sectionSlug" IS NOT NULL AND "embargoUntil" IS NULL GROUP BY 1 ORDER BY 1) c WHERE s."slug" = c.slug;
  ELSE
    UPDATE "LiveSection" s SET "stories" = s."stories" - c.n
      FROM (SELECT "sectionSlug" AS slug, count(*)::int AS n FROM changed
            WHERE "sectionSlug" IS NOT NULL AND "embargoUntil" IS NULL GROUP BY 1 ORDER BY 1) c WHERE s."slug" = c.slug;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER live_sections_grow AFTER INSERT ON "LiveStory" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_sections();
CREATE TRIGGER live_sections_shrink AFTER DELETE ON "LiveStory" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_sections();

CREATE FUNCTION carry_live_embargo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "LiveStoryTag" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  UPDATE "LiveByline" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER live_embargo_is_carried AFTER UPDATE OF "embargoUntil" ON "LiveStory"
  FOR EACH ROW EXECUTE FUNCTION carry_live_embargo();

-- The two doors. Logins are members of these roles and are made outside migrations; a role is cluster-wide, so it may exist.
DO $$
DECLARE door TEXT;
BEGIN
  FOREACH door IN ARRAY ARRAY['chapar_desk', 'chapar_readers'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = door) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', door);
      EXCEPTION
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'The role % is missing and this login may not make it. As an administrator run: CREATE ROLE % NOLOGIN;', door, door;
        WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
  END LOOP;
  EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO chapar_desk, chapar_readers;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO chapar_desk;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO chapar_desk;
-- The audit trail is written once.
REVOKE UPDATE, DELETE ON "Event" FROM chapar_desk;
-- Prisma's bookkeeping belongs to the owner; the table is not there yet when migrations are rehearsed elsewhere.
DO $$ BEGIN
  IF to_regclass('public."_prisma_migrations"') IS NOT NULL THEN
    REVOKE ALL ON "_prisma_migrations" FROM chapar_desk;
  END IF;
END $$;

GRANT SELECT ON "LiveStory", "LiveStoryTag", "LiveByline", "LiveSection", "LiveTag", "LiveProfile", "GoneAddress"
  TO chapar_readers;
GRANT SELECT ("id", "name", "zone", "language", "languages", "generation") ON "Newsroom" TO chapar_readers;
GRANT SELECT ("id", "pair", "effectiveDate", "source", "rate", "nominal", "fetchedAt", "acceptedAt") ON "Rate" TO chapar_readers;

-- The second lock. No FORCE: the owner of the tables keeps seeing them.
ALTER TABLE "LiveStory" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveStoryTag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveByline" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveTag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveProfile" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Rate" ENABLE ROW LEVEL SECURITY;

CREATE POLICY desk_all ON "LiveStory" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveStoryTag" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveByline" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveTag" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveProfile" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "Rate" TO chapar_desk USING (true) WITH CHECK (true);

CREATE POLICY readers_see_lifted ON "LiveStory" FOR SELECT TO chapar_readers
  USING ("embargoUntil" IS NULL OR "embargoUntil" <= now());
-- A sub-select on "LiveStory" would read all of it for each list of six, so the instant stands on these rows too.
CREATE POLICY readers_see_lifted ON "LiveStoryTag" FOR SELECT TO chapar_readers
  USING ("embargoUntil" IS NULL OR "embargoUntil" <= now());
CREATE POLICY readers_see_lifted ON "LiveByline" FOR SELECT TO chapar_readers
  USING ("embargoUntil" IS NULL OR "embargoUntil" <= now());
CREATE POLICY readers_see_used ON "LiveTag" FOR SELECT TO chapar_readers USING ("stories" > 0);
CREATE POLICY readers_see_used ON "LiveProfile" FOR SELECT TO chapar_readers USING ("stories" > 0);
CREATE POLICY readers_see_accepted ON "Rate" FOR SELECT TO chapar_readers USING ("acceptedAt" IS NOT NULL);

-- The desk finds stories by any part of a headline.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Story_headline_trgm" ON "Story" USING GIN ("headline" gin_trgm_ops);
