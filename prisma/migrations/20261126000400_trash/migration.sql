-- Who spiked it, and the same for tags and sections.
ALTER TABLE "Story" ADD COLUMN "spikedById" UUID;
ALTER TABLE "Tag" ADD COLUMN "spikedAt" TIMESTAMPTZ(3), ADD COLUMN "spikedBecause" TEXT, ADD COLUMN "spikedById" UUID;
ALTER TABLE "Section" ADD COLUMN "spikedAt" TIMESTAMPTZ(3), ADD COLUMN "spikedBecause" TEXT, ADD COLUMN "spikedById" UUID;
ALTER TABLE "Story" ADD CONSTRAINT "Story_spikedById_fkey" FOREIGN KEY ("spikedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_spikedById_fkey" FOREIGN KEY ("spikedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Section" ADD CONSTRAINT "Section_spikedById_fkey" FOREIGN KEY ("spikedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
-- The trash is small beside the archive: its list and its clearing read it alone.
CREATE INDEX "Story_trash" ON "Story" ("spikedAt" DESC, "id") WHERE "spikedAt" IS NOT NULL;

-- Where a spiked tag stood. No key to the story: a tag must not wait for stories that wait for it; a story that is gone is passed by.
CREATE TABLE "SpikedTagUse" (
    "tagId" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SpikedTagUse_pkey" PRIMARY KEY ("tagId", "storyId")
);
ALTER TABLE "SpikedTagUse" ADD CONSTRAINT "SpikedTagUse_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- One thing asked of many stories: what was previewed is what is done, a row at a time.
CREATE TYPE "BulkVerb" AS ENUM ('move', 'section', 'addTag', 'removeTag', 'spike', 'unpublish');
CREATE TYPE "BulkOutcome" AS ENUM ('waiting', 'done', 'unchanged', 'refused');
CREATE TABLE "BulkAction" (
    "id" UUID NOT NULL,
    "verb" "BulkVerb" NOT NULL,
    "argument" TEXT,
    "staffId" UUID NOT NULL,
    "undoOfId" UUID,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "workedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkAction_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "BulkAction_undoOfId_key" ON "BulkAction"("undoOfId");
CREATE INDEX "BulkAction_staffId_preparedAt_idx" ON "BulkAction"("staffId", "preparedAt" DESC);
CREATE INDEX "BulkAction_open" ON "BulkAction" ("workedAt" NULLS FIRST) WHERE "startedAt" IS NOT NULL AND "finishedAt" IS NULL;
ALTER TABLE "BulkAction" ADD CONSTRAINT "BulkAction_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "BulkAction" ADD CONSTRAINT "BulkAction_undoOfId_fkey" FOREIGN KEY ("undoOfId") REFERENCES "BulkAction"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "BulkRow" (
    "id" UUID NOT NULL,
    "bulkId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "storyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB NOT NULL DEFAULT '{}',
    "outcome" "BulkOutcome" NOT NULL DEFAULT 'waiting',
    "words" TEXT,
    "versionAfter" INTEGER,

    CONSTRAINT "BulkRow_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "BulkRow_bulkId_position_key" ON "BulkRow"("bulkId", "position");
CREATE INDEX "BulkRow_waiting" ON "BulkRow" ("bulkId", "position") WHERE "outcome" = 'waiting';
ALTER TABLE "BulkRow" ADD CONSTRAINT "BulkRow_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "BulkAction"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "SpikedTagUse", "BulkAction", "BulkRow" TO chapar_desk;

-- The trail is searched by person, type, subject and time, the newest first, in any combination.
DROP INDEX "Event_type_position_idx";
CREATE INDEX "Event_at_position_idx" ON "Event"("at", "position");
CREATE INDEX "Event_type_at_position_idx" ON "Event"("type", "at", "position");
CREATE INDEX "Event_actorId_at_position_idx" ON "Event"("actorId", "at", "position");
CREATE INDEX "Event_actorId_type_at_position_idx" ON "Event"("actorId", "type", "at", "position");

-- What happened is not rewritten, by the owner of the tables neither. A restore puts a whole trail in the place of another with
-- triggers off; whoever must empty a database for a test says so: SET chapar.maintenance = 'on'.
CREATE FUNCTION the_trail_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('chapar.maintenance', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'The audit trail is written once: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER the_trail_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION the_trail_stays();
REVOKE TRUNCATE ON "Event" FROM chapar_desk;
