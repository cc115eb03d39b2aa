ALTER TABLE "QuarantinedUpdate" ADD COLUMN "seenAt" TIMESTAMPTZ(3);
UPDATE "QuarantinedUpdate" SET "seenAt" = "at";
CREATE INDEX "QuarantinedUpdate_staffId_storyId_seenAt_idx" ON "QuarantinedUpdate"("staffId", "storyId", "seenAt");
