-- The dollars that a story's amounts are shown with, fixed when a currency is first published in it.
CREATE TABLE "StoryRate" (
    "storyId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "rate" DECIMAL(24,12) NOT NULL,
    "effectiveDate" DATE NOT NULL,
    "fixedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoryRate_pkey" PRIMARY KEY ("storyId","currency")
);

ALTER TABLE "StoryRate" ADD CONSTRAINT "StoryRate_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "StoryRate" ADD CONSTRAINT "StoryRate_is_positive" CHECK ("rate" > 0);

GRANT SELECT, INSERT, UPDATE, DELETE ON "StoryRate" TO chapar_desk;
GRANT SELECT ON "StoryRate" TO chapar_readers;

-- Readers see those of stories that they may see now; the sub-select is itself under the policy of "LiveStory".
ALTER TABLE "StoryRate" ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_all ON "StoryRate" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY readers_see_live ON "StoryRate" FOR SELECT TO chapar_readers
  USING (EXISTS (SELECT FROM "LiveStory" live WHERE live."id" = "storyId"));
