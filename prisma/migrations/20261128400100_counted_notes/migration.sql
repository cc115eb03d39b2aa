-- How many rows a list without a row of its own has for readers: all notes, at their page, must not be counted for each of them.
CREATE TABLE "LiveCount" (
    "list" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LiveCount_pkey" PRIMARY KEY ("list")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "LiveCount" TO chapar_desk;
GRANT SELECT ON "LiveCount" TO chapar_readers;

INSERT INTO "LiveCount" ("list", "rows")
  SELECT 'corrections', count(*) FROM "LiveCorrection" WHERE "embargoUntil" IS NULL;

-- A note under embargo is not counted: nobody can see it.
CREATE FUNCTION count_live_notes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE more INTEGER;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    more := (NEW."embargoUntil" IS NULL)::int - (OLD."embargoUntil" IS NULL)::int;
  ELSE
    SELECT count(*) INTO more FROM changed WHERE "embargoUntil" IS NULL;
    IF TG_OP = 'DELETE' THEN
      more := -more;
    END IF;
  END IF;
  IF more <> 0 THEN
    INSERT INTO "LiveCount" ("list", "rows") VALUES ('corrections', more)
      ON CONFLICT ("list") DO UPDATE SET "rows" = "LiveCount"."rows" + more;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER live_notes_grow AFTER INSERT ON "LiveCorrection" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_notes();
CREATE TRIGGER live_notes_shrink AFTER DELETE ON "LiveCorrection" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_live_notes();
CREATE TRIGGER live_notes_change AFTER UPDATE OF "embargoUntil" ON "LiveCorrection"
  FOR EACH ROW EXECUTE FUNCTION count_live_notes();
