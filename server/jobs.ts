import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseAway } from "#lib/db/away";
import { deskDb } from "#lib/db/desk";
import { fetchUntil } from "#lib/fetch/outside";
import { noteJobs, type RecurringJob, runDueJobs } from "#lib/jobs/recurring";
import { log } from "#lib/log";
import { carryOnBulk, forgetOldBulk } from "#newsroom/bulk/jobs";
import { forgetOldNotifications, noteOverdue } from "#newsroom/notifications/jobs";
import { sendMails } from "#newsroom/notifications/mailing";
import { forgetOldAccess } from "#newsroom/people/jobs";
import { ratesFetchJob } from "#newsroom/rates/jobs";
import { carryOutDuePlans, nextPlanAt, reportOverduePlans } from "#newsroom/stories/due-plans";
import { announceLapses, settleLeftTexts } from "#newsroom/stories/jobs";
import { visitLinks } from "#newsroom/stories/link-visits";
import { sweepPictures } from "#newsroom/stories/picture-jobs";
import { forgetOldPresence } from "#newsroom/stories/presence";
import { noteMissingProofs } from "#newsroom/stories/watch-proofs";
import { removeOldTrash } from "#newsroom/trash/jobs";

const RECURRING: readonly RecurringJob[] = [
  { name: "stories.settle_left_texts", everySeconds: 10, run: settleLeftTexts },
  { name: "stories.forget_old_presence", everySeconds: 60, run: forgetOldPresence },
  { name: "stories.report_overdue_plans", everySeconds: 10, run: reportOverduePlans },
  { name: "stories.note_missing_proofs", everySeconds: 10, run: noteMissingProofs },
  { name: "notifications.note_overdue", everySeconds: 60, run: noteOverdue },
  { name: "notifications.forget_old", everySeconds: 86_400, run: forgetOldNotifications },
  { name: "bulk.forget_old", everySeconds: 86_400, run: forgetOldBulk },
  { name: "trash.remove_old", everySeconds: 86_400, run: removeOldTrash },
  { name: "stories.sweep_pictures", everySeconds: 3600, run: (now) => sweepPictures(now) },
  { name: "people.forget_old_access", everySeconds: 3600, run: forgetOldAccess },
];

/** Visits to others, who may be slow. */
const OUTSIDE: readonly RecurringJob[] = [
  ratesFetchJob,
  { name: "stories.visit_links", everySeconds: 3, run: (now, signal) => visitLinks(now, fetchUntil(signal), signal) },
];

const MAIL: readonly RecurringJob[] = [
  // A round takes three minutes at the most.
  {
    name: "notifications.send_mails",
    everySeconds: 5,
    leaseSeconds: 240,
    run: (now, signal) => sendMails(now, undefined, undefined, signal),
  },
];

/** What time triggers at an instant, claimed row by row. */
const ON_TIME: Readonly<Record<string, (now: Date, clock: () => Date, signal: AbortSignal) => Promise<unknown>>> = {
  "stories.carry_out_due_plans": carryOutDuePlans,
  "stories.announce_lapses": (now, _clock, signal) => announceLapses(now, signal),
};

const EVERY_MS = 1000;
/** Something is due and somebody else has it in hand, or it failed a moment ago. */
const SOON_MS = 150;

/**
 * Works off what is due until it is closed; then it finishes the row that it has in hand, and gives up visits and mails under way: they
 * come again. Looks each second, and when a plan is due.
 */
export function openJobs(clock: () => Date = () => new Date()): { close(): Promise<void> } {
  const closing = new AbortController();
  const lanes = [
    lane("plans and lapses", closing.signal, async () => {
      const time = await timeOfAll(clock);
      for (const [name, run] of Object.entries(ON_TIME)) await apart(name, () => run(time(), time, closing.signal));
      const next = await nextPlanAt();
      return next ? Math.min(EVERY_MS, Math.max(next.getTime() - time().getTime(), SOON_MS)) : EVERY_MS;
    }),
    lane("bulk actions", closing.signal, async () => {
      while (!closing.signal.aborted && (await carryOnBulk(clock(), closing.signal)));
      return undefined;
    }),
    lane("recurring jobs", closing.signal, recurringRound(RECURRING, clock, closing.signal)),
    lane("mail", closing.signal, recurringRound(MAIL, clock, closing.signal)),
    lane("visits outside", closing.signal, recurringRound(OUTSIDE, clock, closing.signal)),
  ];
  return {
    async close() {
      closing.abort();
      await Promise.all(lanes);
    },
  };
}

/** Processes whose clocks differ must not differ about what is due: the database's clock is that of all. */
async function timeOfAll(clock: () => Date): Promise<() => Date> {
  const asked = clock().getTime();
  const [row] = await deskDb().$queryRaw<{ now: Date }[]>`select clock_timestamp() as "now"`;
  const ahead = row ? row.now.getTime() - (asked + clock().getTime()) / 2 : 0;
  return () => new Date(Math.round(clock().getTime() + ahead));
}

/** Lanes of their own: a slow visit to a bank must hold up neither a publication nor anybody's text. */
async function lane(name: string, signal: AbortSignal, round: () => Promise<number | undefined>): Promise<void> {
  let away = false;
  while (!signal.aborted) {
    let wait = EVERY_MS;
    try {
      wait = (await round()) ?? EVERY_MS;
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

function recurringRound(
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

/** What fails on its own keeps nothing else from its turn. */
async function apart(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error("Work that was due failed", { work: name, error });
  }
}
