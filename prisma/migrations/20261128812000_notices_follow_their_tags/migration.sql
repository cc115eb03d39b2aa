-- A notice of retraction stands in the feeds of what its story's tags stand for now: merges, and their undoing, move it.
ALTER TABLE "RetractedAddress" ADD COLUMN "tagIds" UUID[] NOT NULL DEFAULT '{}';
UPDATE "RetractedAddress" told SET "tagIds" = ARRAY(SELECT tag."id" FROM "Tag" tag WHERE tag."slug" = ANY(told."tagSlugs"))
WHERE told."publishedAt" IS NOT NULL;
UPDATE "RetractedAddress" told SET "tagSlugs" = ARRAY(
  WITH RECURSIVE chain AS (
    SELECT tag."slug", tag."mergedIntoId", tag."spikedAt" FROM "Tag" tag WHERE tag."id" = ANY(told."tagIds")
    UNION
    SELECT tag."slug", tag."mergedIntoId", tag."spikedAt" FROM chain JOIN "Tag" tag ON tag."id" = chain."mergedIntoId"
  ) SELECT DISTINCT "slug" FROM chain WHERE "mergedIntoId" IS NULL AND "spikedAt" IS NULL
)
WHERE told."publishedAt" IS NOT NULL;
