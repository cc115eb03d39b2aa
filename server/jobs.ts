import { isDatabaseAway } from "#lib/db/away";
import { fetchUntil } from "#lib/fetch/outside";
import type { RecurringJob } from "#lib/jobs/recurring";
import { log } from "#lib/log";
import { carryOnBulk, forgetOldBulk } from "#newsroom/bulk/jobs";
import { forgetOldNotifications, noteOverdue } from "#newsroom/notifications/jobs";
import { sendMails } from "#newsroom/notifications/mailing";
import { forgetOldAccess } from "#newsroom/people/jobs";
import { ratesFetchJob } from "#newsroom/rates/jobs";
import { visitLinks } from "#newsroom/stories/checks/link-visits";
import { forgetOldPresence } from "#newsroom/stories/document/presence";
import { announceLapses, settleLeftTexts } from "#newsroom/stories/jobs";
import { sweepPictures } from "#newsroom/stories/pictures/picture-jobs";
import { carryOutDuePlans, nextPlanAt } from "#newsroom/stories/publication/due-plans";
import { removeOldTrash } from "#newsroom/trash/jobs";
import { everyMs, lane, recurringRound, timeOfAll } from "./lanes.ts";

const RECURRING: readonly RecurringJob[] = [
  { name: "stories.settle_left_texts", everySeconds: 10, run: settleLeftTexts },
  { name: "stories.forget_old_presence", everySeconds: 60, run: forgetOldPresence },
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
      return next ? Math.min(everyMs, Math.max(next.getTime() - time().getTime(), SOON_MS)) : everyMs;
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

/** What fails on its own keeps nothing else from its turn. */
async function apart(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error("Work that was due failed", { work: name, error });
  }
}
