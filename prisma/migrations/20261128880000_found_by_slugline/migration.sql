-- The audit trail finds a story by its slugline as well.
CREATE INDEX "Story_slugline_trgm" ON "Story" USING GIN ("slugline" gin_trgm_ops);
