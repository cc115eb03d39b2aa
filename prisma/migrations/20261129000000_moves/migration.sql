CREATE TABLE "DocumentMove" (
    "storyId" UUID NOT NULL,
    "toClient" BIGINT NOT NULL,
    "toClock" INTEGER NOT NULL,
    "fromClient" BIGINT NOT NULL,
    "fromClock" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DocumentMove_pkey" PRIMARY KEY ("storyId", "toClient", "toClock")
);
ALTER TABLE "DocumentMove" ADD CONSTRAINT "DocumentMove_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "StoryDocument"("storyId")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "DocumentMove" TO chapar_desk;
