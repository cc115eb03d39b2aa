-- What was said with a verb is part of the trail. It goes with its story, by the owner's cascade, and in no other way.
REVOKE UPDATE, DELETE ON "StoryNote" FROM chapar_desk;

-- The owner too may only take the name of somebody who is removed from a note, unless they say that they mean more.
CREATE TRIGGER the_trail_stays AFTER UPDATE ON "StoryNote" FOR EACH ROW
  WHEN (
    (OLD."id", OLD."storyId", OLD."text", OLD."at") IS DISTINCT FROM (NEW."id", NEW."storyId", NEW."text", NEW."at")
    OR NEW."staffId" IS NOT NULL AND NEW."staffId" IS DISTINCT FROM OLD."staffId"
  )
  EXECUTE FUNCTION the_trail_stays();

-- A revision is a cut of what stood then: what a plan does with it changes, what it says does not.
REVOKE UPDATE ON "Revision" FROM chapar_desk;
GRANT UPDATE ("kind", "storyVersion") ON "Revision" TO chapar_desk;
