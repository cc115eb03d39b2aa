-- A page of corrections far back is found by the index alone, the readers' policy included: it would else read all the notes before it.
CREATE INDEX "LiveCorrection_at_id_embargoUntil_idx" ON "LiveCorrection"("at" DESC, "id", "embargoUntil");
DROP INDEX "LiveCorrection_at_id_idx";
-- How many there are that readers may see: nearly all have no embargo, and an index of nothing is small.
CREATE INDEX "LiveCorrection_embargoUntil_idx" ON "LiveCorrection"("embargoUntil");
