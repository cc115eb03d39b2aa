import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { noteJobs, type RecurringJob, runDueJobs } from "#lib/jobs/recurring";
import { log } from "#lib/log";

/** From one round to the next, unless the round says otherwise. */
export const everyMs = 1000;

/** Processes whose clocks differ must not differ about what is due: the database's clock is that of all. */
export async function timeOfAll(clock: () => Date): Promise<() => Date> {
  const asked = clock().getTime();
  const [row] = await deskDb().$queryRaw<{ now: Date }[]>`select clock_timestamp() as "now"`;
  const ahead = row ? row.now.getTime() - (asked + clock().getTime()) / 2 : 0;
  return () => new Date(Math.round(clock().getTime() + ahead));
}

/** Lanes of their own: a slow visit to a bank must hold up neither a publication nor anybody's text. */
export async function lane(name: string, signal: AbortSignal, round: () => Promise<number | undefined>): Promise<void> {
  let away = false;
  while (!signal.aborted) {
    let wait = everyMs;
    try {
      wait = (await round()) ?? everyMs;
      if (away) log.info("The database is back", { lane: name });
      away = false;
    } catch (error) {
      if (signal.aborted) log.info("Work was given up, since the program stops", { lane: name, error });
      else if (!isDatabaseAway(error)) log.error("A round of jobs failed", { lane: name, error });
      else if (!away) log.warn("The database is away; jobs wait", { lane: name });
      away = isDatabaseAway(error);
    }
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}

export function recurringRound(
  jobs: readonly RecurringJob[],
  clock: () => Date,
  signal: AbortSignal,
): () => Promise<undefined> {
  let noted = false;
  return async () => {
    if (!noted) await noteJobs(deskDb(), jobs, clock());
    noted = true;
    await runDueJobs(deskDb(), jobs, clock, signal);
  };
}
