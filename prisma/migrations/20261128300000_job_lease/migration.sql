-- Until when a job is somebody's that waits for others outside: no lock is held meanwhile.
ALTER TABLE "Job" ADD COLUMN "leasedUntil" TIMESTAMPTZ(3);
