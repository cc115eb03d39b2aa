-- Pages that editors arrange. A place without a row in "Slot" takes the newest stories by itself.
CREATE TABLE "Front" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "arrangedAt" TIMESTAMPTZ(3),
    "arrangedById" UUID,

    CONSTRAINT "Front_pkey" PRIMARY KEY ("key")
);
ALTER TABLE "Front" ADD CONSTRAINT "Front_arrangedById_fkey" FOREIGN KEY ("arrangedById") REFERENCES "Staff"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
INSERT INTO "Front" ("key") VALUES ('home');

CREATE TABLE "Slot" (
    "front" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "storyId" UUID,
    "sectionId" UUID,
    "tagId" UUID,

    CONSTRAINT "Slot_pkey" PRIMARY KEY ("front","position"),
    CONSTRAINT "Slot_has_one_rule" CHECK ("sectionId" IS NULL OR "tagId" IS NULL)
);
CREATE INDEX "Slot_storyId_idx" ON "Slot"("storyId");
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_front_fkey" FOREIGN KEY ("front") REFERENCES "Front"("key")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id")
  ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- For readers: ids of live stories, and addresses of what they know.
CREATE TABLE "LiveSlot" (
    "front" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "storyId" UUID,
    "sectionSlug" TEXT,
    "tagSlug" TEXT,

    CONSTRAINT "LiveSlot_pkey" PRIMARY KEY ("front","position")
);
CREATE INDEX "LiveSlot_storyId_idx" ON "LiveSlot"("storyId");

GRANT SELECT, INSERT, UPDATE, DELETE ON "Front", "Slot", "LiveSlot" TO chapar_desk;
GRANT SELECT ON "LiveSlot" TO chapar_readers;
