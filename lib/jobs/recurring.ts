import "server-only";
import type { PrismaClient } from "@prisma/client";
import { log } from "#lib/log";

/** Work that returns. It must bear being done twice: a process may die between the work and its note. */
export interface RecurringJob {
  name: string;
  everySeconds: number;
  /** It waits for others outside: longer than it can take at the most, and so long it stays undone if the process dies over it. */
  leaseSeconds?: number;
  /** Once `signal` says so it ends where it can, or throws: then it is due again at once. */
  run(now: Date, signal?: AbortSignal): Promise<unknown>;
}

const LONGEST_RUN_MS = 15 * 60_000;
const FIRST_RETRY_SECONDS = 5;

/** Notes jobs that are new, each due at once, and the rhythm of those whose rhythm changed. */
export async function noteJobs(db: PrismaClient, jobs: readonly RecurringJob[], now: Date): Promise<void> {
  await db.job.createMany({
    data: jobs.map(({ name, everySeconds }) => ({ name, everySeconds, dueAt: now })),
    skipDuplicates: true,
  });
  for (const { name, everySeconds } of jobs) {
    await db.job.updateMany({
      where: { name, everySeconds: { not: everySeconds } },
      data: { everySeconds, dueAt: now },
    });
  }
}

/**
 * Runs what is due, one job after the other, and answers the names of those it ran. A job is claimed by a lock on its
 * row for as long as it runs: other processes pass it by, and if this one dies it is free again at once. One that waits
 * for others outside is claimed by a lease instead, so that nothing is locked while they are slow. A job that
 * fails keeps its error and is tried again, later each time; the others are not held up. Once `signal` says so no other begins.
 * @throws what a job throws that was stopped by `signal`
 */
export async function runDueJobs(
  db: PrismaClient,
  jobs: readonly RecurringJob[],
  clock: () => Date,
  signal?: AbortSignal,
): Promise<string[]> {
  const ran: string[] = [];
  for (const job of jobs) {
    if (signal?.aborted) break;
    const runIfDue =
      job.leaseSeconds === undefined
        ? runLocked(db, job, clock, signal)
        : runLeased(db, job, job.leaseSeconds, clock, signal);
    if (await runIfDue) ran.push(job.name);
  }
  return ran;
}

const runLocked = (
  db: PrismaClient,
  job: RecurringJob,
  clock: () => Date,
  signal: AbortSignal | undefined,
): Promise<boolean> =>
  db.$transaction(
    async (tx) => {
      const startedAt = clock();
      const [due] = await tx.$queryRaw<{ failures: number }[]>`
        SELECT "failures" FROM "Job" WHERE "name" = ${job.name} AND "dueAt" <= ${startedAt} FOR UPDATE SKIP LOCKED`;
      if (!due) return false;
      const outcome = await outcomeOf(job, startedAt, due.failures, clock, signal);
      await tx.job.update({ where: { name: job.name }, data: outcome });
      return true;
    },
    { maxWait: 5_000, timeout: LONGEST_RUN_MS },
  );

async function runLeased(
  db: PrismaClient,
  job: RecurringJob,
  seconds: number,
  clock: () => Date,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const startedAt = clock();
  const leasedUntil = new Date(startedAt.getTime() + seconds * 1000);
  const [due] = await db.$queryRaw<{ failures: number }[]>`
    UPDATE "Job" SET "leasedUntil" = ${leasedUntil}
    WHERE "name" = ${job.name} AND "dueAt" <= ${startedAt} AND coalesce("leasedUntil" <= ${startedAt}, true)
    RETURNING "failures"`;
  if (!due) return false;
  let outcome = {};
  try {
    outcome = await outcomeOf(job, startedAt, due.failures, clock, signal);
  } finally {
    // Whose lease ran out has nothing to say any more. One that was stopped gives it back: it is due again at once.
    await db.job.updateMany({ where: { name: job.name, leasedUntil }, data: { ...outcome, leasedUntil: null } });
  }
  return true;
}

/** Runs it; answers what is to be noted. @throws what it throws that was stopped by `signal` */
async function outcomeOf(
  job: RecurringJob,
  startedAt: Date,
  failuresBefore: number,
  clock: () => Date,
  signal: AbortSignal | undefined,
) {
  const error = await failureOf(job, startedAt, signal);
  const finishedAt = clock();
  const failures = error === null ? 0 : failuresBefore + 1;
  return {
    lastStartedAt: startedAt,
    lastFinishedAt: finishedAt,
    lastError: error,
    failures,
    dueAt: nextDue(job, startedAt, finishedAt, failures),
  };
}

async function failureOf(job: RecurringJob, now: Date, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    await job.run(now, signal);
    return null;
  } catch (error) {
    if (signal?.aborted) throw error;
    log.error("A job failed and will be tried again", { job: job.name, error });
    return error instanceof Error ? error.message : String(error);
  }
}

/** By its rhythm, counted from the start; after failures sooner, but later each time. Never in the past. */
function nextDue(job: RecurringJob, startedAt: Date, finishedAt: Date, failures: number): Date {
  const retry = FIRST_RETRY_SECONDS * 2 ** Math.min(failures - 1, 20);
  if (failures > 0) return new Date(finishedAt.getTime() + Math.min(retry, job.everySeconds) * 1000);
  return new Date(Math.max(startedAt.getTime() + job.everySeconds * 1000, finishedAt.getTime()));
}
