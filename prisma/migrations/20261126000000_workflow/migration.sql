-- The workflow in the newsroom's own words, and who is to do what until when.
CREATE TYPE "StageMeaning" AS ENUM ('idea', 'writing', 'desk', 'legal', 'ready');
CREATE TYPE "Priority" AS ENUM ('low', 'normal', 'high', 'urgent');
CREATE TYPE "LegalStatus" AS ENUM ('notNeeded', 'required', 'cleared');

CREATE TABLE "Stage" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "meaning" "StageMeaning" NOT NULL,
    "movesTo" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("key")
);
INSERT INTO "Stage" ("key", "name", "position", "meaning") VALUES
  ('idea', 'Idea', 0, 'idea'),
  ('draft', 'Draft', 1, 'writing'),
  ('edit', 'Edit', 2, 'desk'),
  ('legal', 'Legal', 3, 'legal'),
  ('copy', 'Copy', 4, 'desk'),
  ('ready', 'Ready', 5, 'ready');
-- What some import may have put there stands for itself, and can be renamed or removed at the desk.
INSERT INTO "Stage" ("key", "name", "position", "meaning")
  SELECT DISTINCT "stage", "stage", 6, 'desk'::"StageMeaning" FROM "Story"
  ON CONFLICT ("key") DO NOTHING;

CREATE TABLE "Desk" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Desk_name_key" ON "Desk"("name");

CREATE TABLE "StoryNote" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "staffId" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoryNote_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "StoryNote_storyId_at_idx" ON "StoryNote"("storyId", "at");

CREATE TABLE "StoryCircle" (
    "storyId" UUID NOT NULL,
    "staffId" UUID NOT NULL,

    CONSTRAINT "StoryCircle_pkey" PRIMARY KEY ("storyId", "staffId")
);
CREATE INDEX "StoryCircle_staffId_idx" ON "StoryCircle"("staffId");

ALTER TABLE "Story"
  ADD COLUMN "assigneeId" UUID,
  ADD COLUMN "priority" "Priority" NOT NULL DEFAULT 'normal',
  ADD COLUMN "dueAt" TIMESTAMPTZ(3),
  ADD COLUMN "deskId" UUID,
  ADD COLUMN "legalStatus" "LegalStatus" NOT NULL DEFAULT 'notNeeded',
  ADD COLUMN "legalById" UUID,
  ADD COLUMN "legalAt" TIMESTAMPTZ(3),
  ADD COLUMN "heldById" UUID,
  ADD COLUMN "heldAt" TIMESTAMPTZ(3),
  ADD COLUMN "returnNoteId" UUID,
  ADD COLUMN "columnsVersion" INTEGER NOT NULL DEFAULT 1;
-- Whether a live story has changes that readers do not see stays as it was.
UPDATE "Story" SET "columnsVersion" = "version";

CREATE INDEX "Story_assigneeId_changedAt_idx" ON "Story"("assigneeId", "changedAt" DESC);
CREATE INDEX "Story_deskId_changedAt_idx" ON "Story"("deskId", "changedAt" DESC);
CREATE INDEX "Story_priority_changedAt_idx" ON "Story"("priority", "changedAt" DESC);
CREATE INDEX "Story_legalStatus_changedAt_idx" ON "Story"("legalStatus", "changedAt" DESC);
-- Few stories are due, on hold or returned at a time.
CREATE INDEX "Story_due" ON "Story"("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "Story_held" ON "Story"("changedAt" DESC) WHERE "heldBecause" IS NOT NULL;
CREATE INDEX "Story_returned" ON "Story"("changedAt" DESC) WHERE "returnNoteId" IS NOT NULL;

ALTER TABLE "Newsroom" ADD COLUMN "workflowVersion" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "StoryNote" ADD CONSTRAINT "StoryNote_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "StoryNote" ADD CONSTRAINT "StoryNote_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "StoryCircle" ADD CONSTRAINT "StoryCircle_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "StoryCircle" ADD CONSTRAINT "StoryCircle_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Story" ADD CONSTRAINT "Story_stage_fkey" FOREIGN KEY ("stage") REFERENCES "Stage"("key")
  ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Story" ADD CONSTRAINT "Story_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Story" ADD CONSTRAINT "Story_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Story" ADD CONSTRAINT "Story_legalById_fkey" FOREIGN KEY ("legalById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Story" ADD CONSTRAINT "Story_heldById_fkey" FOREIGN KEY ("heldById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Story" ADD CONSTRAINT "Story_returnNoteId_fkey" FOREIGN KEY ("returnNoteId") REFERENCES "StoryNote"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Stage", "Desk", "StoryNote", "StoryCircle" TO chapar_desk;
