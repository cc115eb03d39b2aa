-- A page of corrections far back is found by the index alone, the readers' policy included: it would else read all the notes before it.
CREATE INDEX "LiveCorrection_at_id_embargoUntil_idx" ON "LiveCorrection"("at" DESC, "id", "embargoUntil");
DROP INDEX "LiveCorrection_at_id_idx";
