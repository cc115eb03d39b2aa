CREATE TYPE "CorrectionKind" AS ENUM ('typo', 'clarification', 'correction');
CREATE TYPE "NotePlace" AS ENUM ('top', 'bottom');

ALTER TABLE "Newsroom" ADD COLUMN "updatesArePublic" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "PublishedChange" (
    "revisionId" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "kind" "CorrectionKind",
    "note" TEXT,
    "place" "NotePlace",
    "isPublic" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3),
    "difference" JSONB,

    CONSTRAINT "PublishedChange_pkey" PRIMARY KEY ("revisionId")
);
CREATE INDEX "PublishedChange_storyId_at_idx" ON "PublishedChange"("storyId", "at");
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_note_has_its_place" CHECK (("note" IS NULL) = ("place" IS NULL));
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_says_what_was_wrong"
  CHECK ("kind" IS NULL OR "kind" = 'typo' OR "note" IS NOT NULL);

CREATE TABLE "FormerAddress" (
    "language" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "storyId" UUID NOT NULL,
    "leftAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormerAddress_pkey" PRIMARY KEY ("language","slug")
);
CREATE INDEX "FormerAddress_storyId_idx" ON "FormerAddress"("storyId");
ALTER TABLE "FormerAddress" ADD CONSTRAINT "FormerAddress_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "Redirect" (
    "id" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "toStoryId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openFrom" TIMESTAMPTZ(3),

    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Redirect_from_key" ON "Redirect"("from");
CREATE INDEX "Redirect_toStoryId_idx" ON "Redirect"("toStoryId");
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_toStoryId_fkey" FOREIGN KEY ("toStoryId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_leads_somewhere" CHECK (("to" IS NULL) <> ("toStoryId" IS NULL));

CREATE TABLE "LiveCorrection" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "note" TEXT NOT NULL,
    "place" "NotePlace" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "embargoUntil" TIMESTAMPTZ(3),

    CONSTRAINT "LiveCorrection_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "LiveCorrection_at_id_idx" ON "LiveCorrection"("at" DESC, "id");
CREATE INDEX "LiveCorrection_storyId_idx" ON "LiveCorrection"("storyId");
ALTER TABLE "LiveCorrection" ADD CONSTRAINT "LiveCorrection_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "LiveChange" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "kind" "CorrectionKind",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "difference" JSONB NOT NULL,

    CONSTRAINT "LiveChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "LiveChange_storyId_at_idx" ON "LiveChange"("storyId", "at" DESC);
ALTER TABLE "LiveChange" ADD CONSTRAINT "LiveChange_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "LiveRedirect" (
    "language" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "storyId" UUID NOT NULL,

    CONSTRAINT "LiveRedirect_pkey" PRIMARY KEY ("language","slug")
);
CREATE INDEX "LiveRedirect_storyId_idx" ON "LiveRedirect"("storyId");
ALTER TABLE "LiveRedirect" ADD CONSTRAINT "LiveRedirect_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "RetractedAddress" (
    "language" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "storyId" UUID NOT NULL,
    "notice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RetractedAddress_pkey" PRIMARY KEY ("language","slug")
);
CREATE INDEX "RetractedAddress_storyId_idx" ON "RetractedAddress"("storyId");

GRANT SELECT, INSERT, UPDATE, DELETE ON "PublishedChange", "FormerAddress", "Redirect", "LiveCorrection", "LiveChange",
  "LiveRedirect", "RetractedAddress" TO chapar_desk;
GRANT SELECT ON "LiveCorrection", "LiveChange", "LiveRedirect", "RetractedAddress" TO chapar_readers;
GRANT SELECT ("id", "from", "to", "toStoryId") ON "Redirect" TO chapar_readers;

-- A redirect to a story is open while readers may see the story.
CREATE FUNCTION open_redirects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE "Redirect" SET "openFrom" = NULL WHERE "toStoryId" = OLD."id";
  ELSE
    UPDATE "Redirect" SET "openFrom" = COALESCE(NEW."embargoUntil", NEW."publishedAt") WHERE "toStoryId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER redirects_open AFTER INSERT OR DELETE OR UPDATE OF "embargoUntil" ON "LiveStory"
  FOR EACH ROW EXECUTE FUNCTION open_redirects();

CREATE OR REPLACE FUNCTION carry_live_embargo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "LiveStoryTag" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  UPDATE "LiveByline" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  UPDATE "LiveCorrection" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  RETURN NULL;
END $$;

-- Readers see those of stories that they may see now. Where lists are read, the instant stands on the rows themselves: a
-- sub-select would read all of "LiveStory" for six of them. Elsewhere it is itself under the policy of "LiveStory".
ALTER TABLE "LiveCorrection" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveChange" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveRedirect" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Redirect" ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_all ON "LiveCorrection" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveChange" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveRedirect" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "Redirect" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY readers_see_lifted ON "LiveCorrection" FOR SELECT TO chapar_readers
  USING ("embargoUntil" IS NULL OR "embargoUntil" <= now());
CREATE POLICY readers_see_live ON "LiveChange" FOR SELECT TO chapar_readers
  USING (EXISTS (SELECT FROM "LiveStory" live WHERE live."id" = "storyId"));
CREATE POLICY readers_see_live ON "LiveRedirect" FOR SELECT TO chapar_readers
  USING (EXISTS (SELECT FROM "LiveStory" live WHERE live."id" = "storyId"));
CREATE POLICY readers_see_open ON "Redirect" FOR SELECT TO chapar_readers
  USING ("toStoryId" IS NULL OR "openFrom" <= now());
