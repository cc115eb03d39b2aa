ALTER TABLE "Tag"
  ADD COLUMN "plainName" TEXT,
  ADD COLUMN "mergedIntoId" UUID;
-- The address is the name in Latin letters already; a number that only kept it apart from another is no part of the name.
UPDATE "Tag" SET "plainName" = replace(CASE WHEN "name" ~ '\d\s*$' THEN "slug" ELSE regexp_replace("slug", '-\d+$', '') END, '-', ' ');
ALTER TABLE "Tag" ALTER COLUMN "plainName" SET NOT NULL;
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_is_not_merged_into_itself" CHECK ("mergedIntoId" <> "id");
CREATE INDEX "Tag_mergedIntoId_idx" ON "Tag"("mergedIntoId");
CREATE INDEX "Tag_plainName_trgm" ON "Tag" USING GIN ("plainName" gin_trgm_ops);

CREATE TABLE "TagName" (
    "id" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "language" TEXT,
    "name" TEXT NOT NULL,
    "plainName" TEXT NOT NULL,

    CONSTRAINT "TagName_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "TagName_tagId_language_key" ON "TagName"("tagId", "language");
CREATE INDEX "TagName_tagId_idx" ON "TagName"("tagId");
CREATE INDEX "TagName_plainName_trgm" ON "TagName" USING GIN ("plainName" gin_trgm_ops);
ALTER TABLE "TagName" ADD CONSTRAINT "TagName_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "TagSlug" (
    "slug" TEXT NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "TagSlug_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "TagSlug_tagId_idx" ON "TagSlug"("tagId");
ALTER TABLE "TagSlug" ADD CONSTRAINT "TagSlug_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "TagMerge" (
    "id" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL,
    "mergedById" UUID,

    CONSTRAINT "TagMerge_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "TagMerge_tagId_key" ON "TagMerge"("tagId");
CREATE INDEX "TagMerge_intoId_idx" ON "TagMerge"("intoId");
ALTER TABLE "TagMerge" ADD CONSTRAINT "TagMerge_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "TagMerge" ADD CONSTRAINT "TagMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "TagMerge" ADD CONSTRAINT "TagMerge_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "TagMergeStory" (
    "mergeId" UUID NOT NULL,
    "storyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "hadBoth" BOOLEAN NOT NULL,

    CONSTRAINT "TagMergeStory_pkey" PRIMARY KEY ("mergeId", "storyId")
);
CREATE INDEX "TagMergeStory_storyId_idx" ON "TagMergeStory"("storyId");
ALTER TABLE "TagMergeStory" ADD CONSTRAINT "TagMergeStory_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "TagMerge"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "TagMergeStory" ADD CONSTRAINT "TagMergeStory_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE "TagPair" (
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "similarity" REAL NOT NULL,
    "areDifferent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TagPair_pkey" PRIMARY KEY ("oneId", "otherId"),
    CONSTRAINT "TagPair_stands_once" CHECK ("oneId" < "otherId")
);
CREATE INDEX "TagPair_otherId_idx" ON "TagPair"("otherId");
CREATE INDEX "TagPair_to_look_at" ON "TagPair"("similarity" DESC, "oneId", "otherId") WHERE NOT "areDifferent";
ALTER TABLE "TagPair" ADD CONSTRAINT "TagPair_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "TagPair" ADD CONSTRAINT "TagPair_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Tag"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
INSERT INTO "TagPair" ("oneId", "otherId", "similarity")
  SELECT one."id", other."id", similarity(one."plainName", other."plainName")
  FROM "Tag" one JOIN "Tag" other ON one."plainName" % other."plainName" AND one."id" < other."id"
  WHERE similarity(one."plainName", other."plainName") >= 0.5;

-- The newest story of a tag is the first in this index: ids sort by the time they were made.
DROP INDEX "StoryTag_tagId_idx";
CREATE INDEX "StoryTag_tagId_storyId_idx" ON "StoryTag"("tagId", "storyId");

CREATE TABLE "LiveTagLabel" (
    "tagSlug" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "LiveTagLabel_pkey" PRIMARY KEY ("tagSlug", "language")
);
CREATE TABLE "LiveTagAlias" (
    "slug" TEXT NOT NULL,
    "tagSlug" TEXT NOT NULL,

    CONSTRAINT "LiveTagAlias_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "LiveTagAlias_tagSlug_idx" ON "LiveTagAlias"("tagSlug");

GRANT SELECT, INSERT, UPDATE, DELETE ON "TagName", "TagSlug", "TagMerge", "TagMergeStory", "TagPair", "LiveTagLabel", "LiveTagAlias"
  TO chapar_desk;
GRANT SELECT ON "LiveTagLabel", "LiveTagAlias" TO chapar_readers;

-- Like the tag itself: only as long as readers can see a story there.
ALTER TABLE "LiveTagLabel" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LiveTagAlias" ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_all ON "LiveTagLabel" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY desk_all ON "LiveTagAlias" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY readers_see_used ON "LiveTagLabel" FOR SELECT TO chapar_readers
  USING (EXISTS (SELECT FROM "LiveTag" t WHERE t."slug" = "tagSlug" AND t."stories" > 0));
CREATE POLICY readers_see_used ON "LiveTagAlias" FOR SELECT TO chapar_readers
  USING (EXISTS (SELECT FROM "LiveTag" t WHERE t."slug" = "tagSlug" AND t."stories" > 0));
