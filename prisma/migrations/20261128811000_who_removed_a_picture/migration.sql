-- The trash says who took a picture out of the library.
ALTER TABLE "Picture" ADD COLUMN "removedById" UUID;
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
-- Of those that are out already, the trail knows.
UPDATE "Picture" picture SET "removedById" = staff."id"
FROM (
  SELECT DISTINCT ON ("subject") "subject", "actorId" FROM "Event" WHERE "type" = 'picture.removed' ORDER BY "subject", "position" DESC
) removal JOIN "Staff" staff ON staff."id" = removal."actorId"
WHERE removal."subject" = picture."id" AND picture."removedAt" IS NOT NULL;
