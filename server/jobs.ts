import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { noteJobs, type RecurringJob, runDueJobs } from "#lib/jobs/recurring";
import { log } from "#lib/log";
import { carryOnBulk, forgetOldBulk } from "#newsroom/bulk/jobs";
import { forgetOldAccess } from "#newsroom/people/jobs";
import { ratesFetchJob } from "#newsroom/rates/jobs";
import { announceLapses, publishDuePlans, settleLeftTexts } from "#newsroom/stories/jobs";
import { forgetOldPresence } from "#newsroom/stories/presence";
import { removeOldTrash } from "#newsroom/trash/jobs";

const RECURRING: readonly RecurringJob[] = [
  ratesFetchJob,
  { name: "stories.settle_left_texts", everySeconds: 10, run: settleLeftTexts },
  { name: "stories.forget_old_presence", everySeconds: 60, run: forgetOldPresence },
  { name: "bulk.forget_old", everySeconds: 86_400, run: forgetOldBulk },
  { name: "trash.remove_old", everySeconds: 86_400, run: removeOldTrash },
  { name: "people.forget_old_access", everySeconds: 3600, run: forgetOldAccess },
];

/** What time triggers at an instant: looked for each second, claimed row by row. */
const ON_TIME: Readonly<Record<string, (now: Date) => Promise<unknown>>> = {
  "stories.publish_due_plans": publishDuePlans,
  "stories.announce_lapses": announceLapses,
};

const EVERY_MS = 1000;

/** Works off what is due, every second, until it is closed; then it finishes what it has in hand. */
export function openJobs(clock: () => Date = () => new Date()): { close(): Promise<void> } {
  const closing = new AbortController();
  const lanes = [
    lane("plans and lapses", closing.signal, async () => {
      for (const [name, run] of Object.entries(ON_TIME)) await apart(name, () => run(clock()));
    }),
    lane("bulk actions", closing.signal, async () => {
      while (!closing.signal.aborted && (await carryOnBulk(clock())));
    }),
    lane("recurring jobs", closing.signal, recurringRound(clock)),
  ];
  return {
    async close() {
      closing.abort();
      await Promise.all(lanes);
    },
  };
}

/** Lanes of their own: a slow visit to a bank, or ten thousand rows, must not hold up a publication. */
async function lane(name: string, signal: AbortSignal, round: () => Promise<void>): Promise<void> {
  let away = false;
  while (!signal.aborted) {
    try {
      await round();
      if (away) log.info("The database is back", { lane: name });
      away = false;
    } catch (error) {
      if (!isDatabaseAway(error)) log.error("A round of jobs failed", { lane: name, error });
      else if (!away) log.warn("The database is away; jobs wait", { lane: name });
      away = isDatabaseAway(error);
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

function recurringRound(clock: () => Date): () => Promise<void> {
  let noted = false;
  return async () => {
    if (!noted) await noteJobs(deskDb(), RECURRING, clock());
    noted = true;
    await runDueJobs(deskDb(), RECURRING, clock);
  };
}

/** What fails on its own keeps nothing else from its turn. */
async function apart(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error("Work that was due failed", { work: name, error });
  }
}
