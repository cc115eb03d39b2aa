ALTER TABLE "Newsroom" ADD COLUMN "undoWindowSeconds" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "Newsroom" ADD CONSTRAINT "Newsroom_undo_window_is_short" CHECK ("undoWindowSeconds" BETWEEN 0 AND 120);

ALTER TABLE "Plan"
  ADD COLUMN "isUndoable" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "nextTryAt" TIMESTAMPTZ(3);

-- What Publish has just made stands beside what was planned for later, so that Undo brings back what was planned.
DROP INDEX "Plan_one_open_per_verb";
CREATE UNIQUE INDEX "Plan_one_open_per_verb" ON "Plan" ("storyId", "verb", "isUndoable")
  WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL AND "failedAt" IS NULL;

CREATE TABLE "Instance" (
    "name" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Instance_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "Proof" (
    "eventId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "storyId" UUID NOT NULL,
    "revisionId" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "staffId" UUID,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "isProved" BOOLEAN NOT NULL,
    "result" TEXT NOT NULL,

    CONSTRAINT "Proof_pkey" PRIMARY KEY ("eventId", "place")
);
CREATE INDEX "Proof_storyId_changedAt_idx" ON "Proof"("storyId", "changedAt" DESC);
-- Few: what the desk alarms about.
CREATE INDEX "Proof_missing" ON "Proof" ("changedAt") WHERE NOT "isProved";
ALTER TABLE "Proof" ADD CONSTRAINT "Proof_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- How far something outside was told of the events; whoever tells it holds the row.
CREATE TABLE "ToldUpTo" (
    "listener" TEXT NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "ToldUpTo_pkey" PRIMARY KEY ("listener")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "Instance", "Proof", "ToldUpTo" TO chapar_desk;
