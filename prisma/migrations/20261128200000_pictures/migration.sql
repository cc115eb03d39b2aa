-- The library of pictures, a story's lead image, and which pictures readers may have.
CREATE TABLE "Picture" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "altText" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "focalX" DOUBLE PRECISION,
    "focalY" DOUBLE PRECISION,
    "isOfStory" BOOLEAN NOT NULL DEFAULT false,
    "storyId" UUID,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Picture_createdAt_id_idx" ON "Picture"("createdAt" DESC, "id");
CREATE INDEX "Picture_sha256_idx" ON "Picture"("sha256");
CREATE INDEX "Picture_storyId_idx" ON "Picture"("storyId");
CREATE INDEX "Picture_removedAt_idx" ON "Picture"("removedAt");
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_has_a_size" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0);
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_focal_point_is_within" CHECK (
  ("focalX" IS NULL) = ("focalY" IS NULL) AND "focalX" BETWEEN 0 AND 1 AND "focalY" BETWEEN 0 AND 1);

ALTER TABLE "Story" ADD COLUMN "leadImageId" UUID;
ALTER TABLE "Story" ADD COLUMN "leadAltText" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Story" ADD COLUMN "leadCaption" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Story" ADD COLUMN "leadCredit" TEXT NOT NULL DEFAULT '';
CREATE INDEX "Story_leadImageId_idx" ON "Story"("leadImageId");
ALTER TABLE "Story" ADD CONSTRAINT "Story_leadImageId_fkey" FOREIGN KEY ("leadImageId") REFERENCES "Picture"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE "LiveStory" ADD COLUMN "leadImage" JSONB;
CREATE TABLE "LiveStoryPicture" (
    "storyId" UUID NOT NULL,
    "pictureId" UUID NOT NULL,
    "embargoUntil" TIMESTAMPTZ(3),

    CONSTRAINT "LiveStoryPicture_pkey" PRIMARY KEY ("storyId","pictureId")
);
CREATE INDEX "LiveStoryPicture_pictureId_idx" ON "LiveStoryPicture"("pictureId");
ALTER TABLE "LiveStoryPicture" ADD CONSTRAINT "LiveStoryPicture_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "LiveStory"("id")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Picture", "LiveStoryPicture" TO chapar_desk;
GRANT SELECT ON "LiveStoryPicture" TO chapar_readers;

ALTER TABLE "LiveStoryPicture" ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_all ON "LiveStoryPicture" TO chapar_desk USING (true) WITH CHECK (true);
CREATE POLICY readers_see_lifted ON "LiveStoryPicture" FOR SELECT TO chapar_readers
  USING ("embargoUntil" IS NULL OR "embargoUntil" <= now());

CREATE OR REPLACE FUNCTION carry_live_embargo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "LiveStoryTag" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  UPDATE "LiveByline" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  UPDATE "LiveCorrection" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  UPDATE "LiveStoryPicture" SET "embargoUntil" = NEW."embargoUntil" WHERE "storyId" = NEW."id";
  RETURN NULL;
END $$;

-- The pictures that a revision shows: at its top, and wherever in its body.
CREATE FUNCTION pictures_of(columns JSONB, body JSONB) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(
    SELECT columns #>> '{leadImage,pictureId}' WHERE columns #>> '{leadImage,pictureId}' IS NOT NULL
    UNION SELECT id #>> '{}' FROM jsonb_path_query(body, 'strict $.**.pictureId') AS id
  )
$$;
