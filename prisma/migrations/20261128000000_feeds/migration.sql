-- Feeds tell of a retraction where the story stood.
ALTER TABLE "RetractedAddress"
  ADD COLUMN "publishedAt" TIMESTAMPTZ(3),
  ADD COLUMN "sectionSlug" TEXT,
  ADD COLUMN "tagSlugs" TEXT[],
  ADD COLUMN "authorSlugs" TEXT[];
CREATE INDEX "RetractedAddress_at_storyId_idx" ON "RetractedAddress"("at" DESC, "storyId");

-- Sitemaps: a month's stories, and how many there are, without their texts.
CREATE INDEX "LiveStory_publishedAt_id_updatedAt_embargoUntil_idx" ON "LiveStory"("publishedAt", "id", "updatedAt", "embargoUntil");

-- What is retracted already, as far as it can be told: where it stood is in the event that took it down.
UPDATE "RetractedAddress" retracted SET
  "publishedAt" = story."firstPublishedAt",
  "sectionSlug" = event."payload" -> 'sections' ->> 0,
  "tagSlugs" = ARRAY(SELECT jsonb_array_elements_text(event."payload" -> 'tags')),
  "authorSlugs" = ARRAY(SELECT jsonb_array_elements_text(event."payload" -> 'authors'))
FROM "Story" story
  JOIN LATERAL (
    SELECT "payload" FROM "Event" WHERE "type" = 'story.retracted' AND "subject" = story."id" ORDER BY "position" LIMIT 1
  ) event ON true
WHERE story."id" = retracted."storyId" AND story."language" = retracted."language" AND story."slug" = retracted."slug";
