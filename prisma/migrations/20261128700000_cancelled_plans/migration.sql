-- Who made a plan is named where it is about to be cancelled, and told when it was.
UPDATE "Plan" SET "plannedById" = NULL
  WHERE "plannedById" IS NOT NULL AND NOT EXISTS (SELECT FROM "Staff" WHERE "Staff"."id" = "Plan"."plannedById");
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

ALTER TYPE "NotificationKind" ADD VALUE 'plan';
