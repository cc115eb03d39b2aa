-- A rule that was removed stays, so that the trail can say which it was.
ALTER TABLE "HouseRule" ADD COLUMN "removedAt" TIMESTAMPTZ(3);
REVOKE DELETE ON "HouseRule" FROM chapar_desk;
