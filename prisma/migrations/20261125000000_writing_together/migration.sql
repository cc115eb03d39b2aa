-- What the newest editor that wrote in a document knows, and how often its text had to be put back to a good state.
ALTER TABLE "StoryDocument" ADD COLUMN "schema" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "StoryDocument" ADD COLUMN "generation" INTEGER NOT NULL DEFAULT 1;

-- How far lists show what was typed.
ALTER TABLE "StoryDocument" ADD COLUMN "settledSeq" INTEGER NOT NULL DEFAULT 0;
UPDATE "StoryDocument" SET "settledSeq" = "seq";
CREATE INDEX "StoryDocument_unsettled_idx" ON "StoryDocument"("storyId") WHERE "settledSeq" < "seq";

CREATE TABLE "StoryPresence" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "isIdle" BOOLEAN NOT NULL DEFAULT false,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoryPresence_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "StoryPresence_storyId_seenAt_idx" ON "StoryPresence"("storyId", "seenAt");
CREATE INDEX "StoryPresence_seenAt_idx" ON "StoryPresence"("seenAt");
ALTER TABLE "StoryPresence" ADD CONSTRAINT "StoryPresence_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StoryPresence" ADD CONSTRAINT "StoryPresence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "QuarantinedUpdate" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "staffId" UUID,
    "update" BYTEA NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuarantinedUpdate_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "QuarantinedUpdate_storyId_at_idx" ON "QuarantinedUpdate"("storyId", "at");
ALTER TABLE "QuarantinedUpdate" ADD CONSTRAINT "QuarantinedUpdate_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "StoryDocument"("storyId") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "StoryPresence", "QuarantinedUpdate" TO chapar_desk;
