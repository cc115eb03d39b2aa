CREATE TABLE "SuggestionAuthor" (
    "storyId" UUID NOT NULL,
    "suggestionId" UUID NOT NULL,
    "staffId" UUID NOT NULL,

    CONSTRAINT "SuggestionAuthor_pkey" PRIMARY KEY ("storyId", "suggestionId")
);
ALTER TABLE "SuggestionAuthor" ADD CONSTRAINT "SuggestionAuthor_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "StoryDocument"("storyId")
  ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "SuggestionAuthor" TO chapar_desk;
