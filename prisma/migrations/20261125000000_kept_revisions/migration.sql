-- A new type in place of ALTER TYPE … ADD VALUE: values added to a type cannot be used in the transaction that adds them,
-- and a restore applies all migrations and loads its rows in one.
ALTER TYPE "RevisionKind" RENAME TO "RevisionKind_before";
CREATE TYPE "RevisionKind" AS ENUM ('published', 'submitted', 'planned', 'conflict', 'checkpoint', 'restored', 'autosave');
ALTER TABLE "Revision" ALTER COLUMN "kind" TYPE "RevisionKind" USING "kind"::text::"RevisionKind";
DROP TYPE "RevisionKind_before";

ALTER TABLE "Revision"
  ADD COLUMN "name" TEXT,
  ADD COLUMN "authors" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "restoredFromId" UUID,
  ADD COLUMN "restoredFromAt" TIMESTAMPTZ(3);

ALTER TABLE "StoryDocument" ADD COLUMN "writers" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- One that rolls: the newest is written over the one before.
CREATE UNIQUE INDEX "Revision_autosave_key" ON "Revision"("storyId") WHERE "kind" = 'autosave';
