-- The last of a section's thousand pages is found in the index alone: what row-level security asks stands in it too.
DROP INDEX "LiveStory_sectionSlug_publishedAt_id_idx";
CREATE INDEX "LiveStory_sectionSlug_publishedAt_id_embargoUntil_idx" ON "LiveStory"("sectionSlug", "publishedAt" DESC, "id", "embargoUntil");
