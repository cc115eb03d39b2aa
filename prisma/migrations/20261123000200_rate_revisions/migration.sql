-- A source may revise a value on the same date. A revision that jumps is held, and must not take the place of the accepted one.
DROP INDEX "Rate_pair_effectiveDate_source_key";
DROP INDEX "Rate_pair_effectiveDate_idx";

CREATE UNIQUE INDEX "Rate_pair_source_effectiveDate_hash_key" ON "Rate"("pair", "source", "effectiveDate", "hash");
