-- Ideas before there is text, who files what by when, and what people at the desk are told.
ALTER TABLE "Story" ADD COLUMN "brief" TEXT;

-- The board: what readers have never had, stage by stage, what is due first.
CREATE INDEX "Story_publication_stage_dueAt_changedAt_id_idx" ON "Story"("publication", "stage", "dueAt", "changedAt" DESC, "id");
-- The calendar: what happens between two instants.
CREATE INDEX "Story_firstPublishedAt_idx" ON "Story"("firstPublishedAt") WHERE "firstPublishedAt" IS NOT NULL;
CREATE INDEX "Story_embargoUntil_idx" ON "Story"("embargoUntil") WHERE "embargoUntil" IS NOT NULL;

CREATE TYPE "AssignmentKind" AS ENUM ('words', 'pictures', 'video', 'graphics', 'translation', 'other');
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "kind" "AssignmentKind" NOT NULL,
    "brief" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "filedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Assignment_storyId_givenAt_idx" ON "Assignment"("storyId", "givenAt");
CREATE INDEX "Assignment_staffId_storyId_idx" ON "Assignment"("staffId", "storyId");
-- Few are open at a time.
CREATE INDEX "Assignment_due" ON "Assignment"("dueAt") WHERE "dueAt" IS NOT NULL AND "filedAt" IS NULL AND "withdrawnAt" IS NULL;
CREATE INDEX "Assignment_open" ON "Assignment"("staffId", "dueAt") WHERE "filedAt" IS NULL AND "withdrawnAt" IS NULL;

ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TYPE "NotificationKind" AS ENUM ('mention', 'assignment', 'return', 'overdue');
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "storyId" UUID NOT NULL,
    "aboutId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3),
    "isShown" BOOLEAN NOT NULL,
    "mailAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),
    "mailTries" INTEGER NOT NULL DEFAULT 0,
    "mailFailure" TEXT,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Notification_staffId_cause_key" ON "Notification"("staffId", "cause");
CREATE INDEX "Notification_staffId_at_idx" ON "Notification"("staffId", "at" DESC);
CREATE INDEX "Notification_storyId_idx" ON "Notification"("storyId");
CREATE INDEX "Notification_unseen" ON "Notification"("staffId", "at" DESC) WHERE "seenAt" IS NULL AND "isShown";
CREATE INDEX "Notification_mail" ON "Notification"("mailAt") WHERE "mailAt" IS NOT NULL;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "NotificationChoice" (
    "staffId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "isShown" BOOLEAN NOT NULL,
    "isMailed" BOOLEAN NOT NULL,

    CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("staffId", "kind")
);
ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Assignment", "Notification", "NotificationChoice" TO chapar_desk;
