-- A note that was a mistake itself is withdrawn; that there was one stays known at the desk.
ALTER TABLE "PublishedChange" ADD COLUMN "noteWithdrawnAt" TIMESTAMPTZ(3);
ALTER TABLE "PublishedChange" DROP CONSTRAINT "PublishedChange_says_what_was_wrong";
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_says_what_was_wrong"
  CHECK ("kind" IS NULL OR "kind" = 'typo' OR "note" IS NOT NULL OR "noteWithdrawnAt" IS NOT NULL);
ALTER TABLE "PublishedChange" ADD CONSTRAINT "PublishedChange_withdrawn_note_is_gone"
  CHECK ("note" IS NULL OR "noteWithdrawnAt" IS NULL);
